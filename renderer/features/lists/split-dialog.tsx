import { Button, Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { type SplitPiece, splitParts, splitPieces, typedAfterMove } from '../../../shared/domain/split-plan.ts'
import { useProblemFile } from '../../data/queries.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'
import type { ListDialogProps } from './move-dialog.tsx'
import { useListAct } from './use-list-act.ts'

interface SplitDialogProps extends ListDialogProps {
  readonly problemId: string
}

/** 拆分…: where each sentence and each measure goes. */
export const SplitDialog = ({ problemId, ...props }: SplitDialogProps) => {
  const place = props.placed.find(({ row }) => row.id === problemId)
  const file = useProblemFile(problemId, place ?? NOWHERE)
  return file ? <Split file={file} {...props} /> : null
}

const NOWHERE = { path: [], number: 0 }

const Split = ({ file, ledgerId, onClose }: Omit<ListDialogProps, 'nodes' | 'placed'> & { readonly file: ProblemFile }) => {
  const { run } = useListAct(ledgerId)
  const [count, setCount] = useState(1)
  const [places, setPlaces] = useState<Readonly<Record<string, number>>>({})
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [copies, setCopies] = useState({ copyResponsibilities: true, copyDeadline: true })
  const pieces = splitPieces(file)
  const parts = splitParts(pieces, (key) => places[key] ?? 0, count).map((part, i) => ({
    ...part,
    statement: typed[`${i}/statement`] ?? part.statement,
    details: typed[`${i}/details`] ?? part.details,
  }))
  const [left, ...fresh] = parts
  const nameOf = (part: number): string => (part === 0 ? WORDS.splitStays : WORDS.splitPart(part))
  const isReady = fresh.every(({ statement, details, measureIds }) => statement + details !== '' || measureIds.length > 0)
  const changed = (now: string | undefined, before: string): string | null => (now === undefined || now === before ? null : now)
  const assign = (piece: SplitPiece, to: number) => {
    setTyped(typedAfterMove(typed, piece, places[piece.key] ?? 0, to))
    setPlaces({ ...places, [piece.key]: to })
  }
  const split = async () => {
    const done = await run(
      {
        type: 'split-problem',
        problemId: file.problem.id,
        parts: fresh.map((part) => ({ ...part, measureIds: [...part.measureIds] })),
        statement: changed(left?.statement, file.problem.statement),
        details: changed(left?.details, file.problem.details),
        ...copies,
      },
      WORDS.splitDone,
    )
    if (done) onClose()
  }
  return (
    <Modal
      open
      width={980}
      title={WORDS.splitTitle(file.number)}
      onCancel={onClose}
      onOk={split}
      okText={WORDS.splitDo}
      okButtonProps={{ disabled: !isReady }}
      cancelText={WORDS.cancel}
    >
      <p className="label">{WORDS.splitDetail}</p>
      <div className="split-columns">
        <div className="split-pieces">
          {pieces.map((piece, i) => (
            <div key={piece.key} className="split-piece">
              <span className="split-text">
                <b>
                  {piece.of === 'measure'
                    ? WORDS.splitMeasure(i + 1 - pieces.filter(({ of }) => of !== 'measure').length)
                    : piece.of === 'statement'
                      ? WORDS.splitStatement
                      : WORDS.splitDetails}
                </b>{' '}
                {piece.text}
              </span>
              <Select
                size="small"
                aria-label={`${WORDS.splitTo}：${piece.text.slice(0, 20)}`}
                value={places[piece.key] ?? 0}
                options={parts.map((_, part) => ({ value: part, label: nameOf(part) }))}
                onChange={(part) => assign(piece, part)}
              />
            </div>
          ))}
        </div>
        <div className="split-preview">
          <h4>{WORDS.splitPreview}</h4>
          {parts.map((part, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <fieldset key={i} className="split-part">
              <legend>{nameOf(i)}</legend>
              {(['statement', 'details'] as const).map((field) => (
                <Input.TextArea
                  key={field}
                  size="small"
                  autoSize={{ minRows: 1, maxRows: 5 }}
                  aria-label={`${nameOf(i)} ${field === 'statement' ? WORDS.splitStatement : WORDS.splitDetails}`}
                  placeholder={field === 'statement' ? WORDS.splitStatement : WORDS.splitDetails}
                  value={part[field]}
                  onChange={(event) => setTyped({ ...typed, [`${i}/${field}`]: event.target.value })}
                />
              ))}
              <span className="label">{WORDS.splitMeasures(part.measureIds.length)}</span>
            </fieldset>
          ))}
          <Button size="small" onClick={() => setCount(count + 1)}>
            {WORDS.splitAddPart}
          </Button>
        </div>
      </div>
      <Checkbox
        checked={copies.copyResponsibilities}
        onChange={(event) => setCopies({ ...copies, copyResponsibilities: event.target.checked })}
      >
        {WORDS.splitCopyResponsibilities}
      </Checkbox>
      <Checkbox checked={copies.copyDeadline} onChange={(event) => setCopies({ ...copies, copyDeadline: event.target.checked })}>
        {WORDS.splitCopyDeadline}
      </Checkbox>
      <p className="label">{WORDS.splitRest}</p>
    </Modal>
  )
}

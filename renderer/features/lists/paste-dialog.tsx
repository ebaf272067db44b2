import { Alert, Button, Modal, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CommandContext } from '../../../shared/domain/commands/decision.ts'
import type { ListDate } from '../../../shared/domain/four-lists.ts'
import { type CellRefusal, type PastePlan, planPaste } from '../../../shared/domain/paste-table.ts'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { problemFilesOf } from '../../data/queries.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'
import { READ_ONLY_WORDS } from '../../messages/lists.ts'
import type { PasteRequest } from '../../state/list-dialog.ts'
import { fittingText } from '../../ui/grid/pasted-text.ts'
import { addedAfter } from './added-after.ts'
import type { ListDialogProps } from './move-dialog.tsx'
import { useListAct } from './use-list-act.ts'

interface PasteDialogProps extends ListDialogProps {
  readonly request: PasteRequest
  readonly at: ListDate
  readonly context: CommandContext
}

interface Plans {
  /** Over what stands there. */
  readonly over: PastePlan
  /** Every row as a new problem. */
  readonly fresh: PastePlan
}

/** A pasted table: written at once where it is plain, otherwise shown with what is refused before anything is written. */
export const PasteDialog = ({ request, at, context, ledgerId, placed, onClose }: PasteDialogProps) => {
  const { run, say } = useListAct(ledgerId)
  const [plans, setPlans] = useState<Plans | null>(null)
  const [way, setWay] = useState<keyof Plans>('over')
  const [isSaving, setSaving] = useState(false)
  const begun = useRef(false)
  const plan = plans?.[way] ?? null

  const write = async (wanted: PastePlan) => {
    if (wanted.command === null) return onClose()
    setSaving(true)
    const done = await run(wanted.command, WORDS.pasteDone(WORDS.pasteSummary(wanted.changed, wanted.added)))
    setSaving(false)
    if (done) onClose()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what was pasted
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const { anchor, order, matrix, list, columns } = request
    const from = anchor === null ? order.length : order.indexOf(anchor.problemId)
    const places = new Map(placed.map((problem) => [problem.row.id, problem]))
    const reached = order.slice(from, from + matrix.length).flatMap((id) => places.get(id) ?? [])
    void problemFilesOf(reached).then((read) => {
      const last = order.at(-1)
      const table = {
        list,
        columns,
        matrix,
        anchor: { row: anchor?.row ?? 0, column: anchor?.column ?? 0 },
        at,
        place: addedAfter(placed, last === undefined ? undefined : places.get(last)),
        fit: fittingText,
      }
      const over = planPaste({ ...table, files: reached.flatMap(({ row }) => read.get(row.id) ?? []) }, context)
      const isPlain = over.refused.length === 0 && (anchor === null || !over.hasHeader)
      if (over.command === null && over.refused.length === 0) {
        say(WORDS.pasteNothing)
        onClose()
      } else if (matrix.length === 1 && matrix[0]?.length === 1 && over.command === null) {
        say(over.refused.map(({ why }) => whyText(why))[0] ?? WORDS.pasteNothing)
        onClose()
      } else if (isPlain) void write(over)
      else setPlans({ over, fresh: planPaste({ ...table, files: [] }, context) })
    })
  }, [])

  if (plan === null) return null
  return (
    <Modal
      open
      width={720}
      title={WORDS.pasteTitle}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{WORDS.cancel}</Button>
          <Button type="primary" loading={isSaving} disabled={plan.command === null} onClick={() => void write(plan)}>
            {plan.refused.length > 0 ? WORDS.pasteOnlyPossible : WORDS.pasteDo}
          </Button>
        </>
      }
    >
      {plan.hasHeader ? <p>{WORDS.pasteHeader}</p> : null}
      {request.anchor === null ? null : (
        <Radio.Group
          className="act-choices"
          aria-label={WORDS.pasteWhere}
          value={way}
          onChange={(event) => setWay(event.target.value)}
          options={[
            { value: 'over', label: WORDS.pasteAt },
            { value: 'fresh', label: WORDS.pasteNew },
          ]}
        />
      )}
      <p>
        <b>{WORDS.pasteSummary(plan.changed, plan.added)}</b>
      </p>
      {plan.passedOver.length > 0 ? <p className="label">{WORDS.pastePassedOver(plan.passedOver.join('、'))}</p> : null}
      {plan.refused.length > 0 ? (
        <Alert
          type="warning"
          title={WORDS.pasteRefused(plan.refused.length)}
          description={
            <ul className="act-refused">
              {plan.refused.slice(0, MOST_TOLD).map(({ row, column, text, why }) => (
                <li key={`${row}/${column}`}>{WORDS.pasteRefusedCell(row, column, text.slice(0, 30), whyText(why))}</li>
              ))}
              {plan.refused.length > MOST_TOLD ? <li>{WORDS.pasteMore(plan.refused.length - MOST_TOLD)}</li> : null}
            </ul>
          }
        />
      ) : null}
    </Modal>
  )
}

const whyText = (why: CellRefusal): string => {
  switch (why.type) {
    case 'cell-computed':
      return READ_ONLY_WORDS[why.column] ?? WORDS.cellComputed
    case 'cell-continued':
      return WORDS.cellContinued
    case 'cell-outside':
      return WORDS.cellOutside
    case 'measure-row':
      return WORDS.measureRow
    case 'value-not-understood':
      return WORDS.fieldRefused(why.expected)
    default:
      return sentenceOf(why).detail
  }
}

const MOST_TOLD = 100

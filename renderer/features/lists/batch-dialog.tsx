import { Input, Modal, Radio, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import { type EditContext, editableFields } from '../../../shared/domain/edit-field.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { RESPONSIBILITY_WORDS } from '../../../shared/domain/records/ledger-records.ts'
import { KIND_WORDS, SOURCE_WORDS } from '../../../shared/domain/records/problem-records.ts'
import { STATUS_WORDS, STATUSES, statusLabel } from '../../../shared/domain/status.ts'
import { type PlacedProblem, problemFilesOf, useDirectory } from '../../data/queries.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'
import { LISTS_WORDS } from '../../messages/lists.ts'
import { ChosenProblems } from './chosen-problems.tsx'
import { type ListDialogProps, moveTo, NodeSelect } from './move-dialog.tsx'
import { useListAct } from './use-list-act.ts'

const FIELDS = [
  { value: 'status', label: LISTS_WORDS.status },
  { value: 'kind', label: WORDS.kind },
  { value: 'deadline', label: '时限' },
  ...(['leader', 'leadUnit', 'unit', 'supportUnit', 'person'] as const).map((role) => ({
    value: role,
    label: RESPONSIBILITY_WORDS[role],
  })),
  { value: 'source', label: '来源' },
  { value: 'node', label: WORDS.category },
] as const
type Field = (typeof FIELDS)[number]['value']

/** A status with 长期坚持 where a finished one can have it, as `status` or `status+`. */
const STATUS_CHOICES = STATUSES.flatMap((status) => [
  { value: status as string, label: STATUS_WORDS[status] },
  ...(status === 'done' || status === 'basicallyDone' ? [{ value: `${status}+`, label: statusLabel(status, true) }] : []),
])
const CHOICES: Readonly<Partial<Record<Field, readonly { readonly value: string; readonly label: string }[]>>> = {
  status: STATUS_CHOICES,
  kind: Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label: label || WORDS.unstatedKind })),
  source: Object.entries(SOURCE_WORDS).map(([value, label]) => ({ value, label })),
}

interface BatchDialogProps extends ListDialogProps {
  readonly ids: readonly string[]
  readonly context: EditContext
}

/** 批量设置: one thing for all the selected problems, as one act. */
export const BatchDialog = ({ ids, context, ledgerId, nodes, placed, onClose }: BatchDialogProps) => {
  const { run } = useListAct(ledgerId)
  const [chosen] = useState(() => placed.filter(({ row }) => new Set(ids).has(row.id)))
  const [field, setField] = useState<Field>('status')
  const [value, setValue] = useState<string | null>(null)
  const [deadline, setDeadline] = useState({ as: 'extend', reason: '', approvedBy: '' })
  const [files, setFiles] = useState<ReadonlyMap<string, ProblemFile> | null>(null)
  const { leaders, units } = useDirectory(ledgerId)
  useEffect(() => void problemFilesOf(chosen).then(setFiles), [chosen])
  const choices = CHOICES[field]
  const isNames = !choices && field !== 'deadline' && field !== 'node'
  const isReady = value !== null && (field !== 'deadline' || value.trim() !== '') && files !== null
  const changed = isReady ? chosen.filter(({ row, path }) => isOther(files.get(row.id), path, field, value, context)).length : 0
  const set = async () => {
    if (value === null) return
    const done = await run(commandOf(field, value, deadline, { chosen, nodes, placed }), WORDS.batchDone(changed))
    if (done) onClose()
  }
  return (
    <Modal
      open
      title={WORDS.batchTitle(chosen.length)}
      onCancel={onClose}
      onOk={set}
      okText={WORDS.batchDo}
      okButtonProps={{ disabled: !isReady || changed === 0 }}
      cancelText={WORDS.cancel}
    >
      <ChosenProblems problems={chosen} />
      <div className="act-grid">
        <span className="label">{WORDS.batchWhat}</span>
        <Select
          aria-label={WORDS.batchWhat}
          value={field}
          options={[...FIELDS]}
          onChange={(next) => {
            setField(next)
            setValue(null)
          }}
        />
        <span className="label">{WORDS.batchValue}</span>
        {choices ? (
          <Select aria-label={WORDS.batchValue} value={value} options={[...choices]} onChange={setValue} />
        ) : field === 'node' ? (
          <NodeSelect nodes={nodes} placed={placed} value={value ?? ''} onChange={setValue} />
        ) : isNames ? (
          <Select
            mode="tags"
            aria-label={WORDS.batchValue}
            placeholder={WORDS.batchNames}
            tokenSeparators={['、', '，', ',']}
            value={(value ?? '').split('、').filter((name) => name !== '')}
            options={(field === 'leader' || field === 'person' ? leaders : units).map((name) => ({ value: name, label: name }))}
            onChange={(names: string[]) => setValue(names.join('、'))}
          />
        ) : (
          <Input
            aria-label={WORDS.batchValue}
            placeholder={WORDS.batchDeadlineHint}
            value={value ?? ''}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
        {field === 'deadline' ? (
          <>
            <span className="label">{WORDS.batchDeadlineAs}</span>
            <Radio.Group
              aria-label={WORDS.batchDeadlineAs}
              value={deadline.as}
              onChange={(event) => setDeadline({ ...deadline, as: event.target.value })}
              options={[
                { value: 'extend', label: WORDS.batchExtend },
                { value: 'correct', label: WORDS.batchCorrect },
              ]}
            />
            {deadline.as === 'extend'
              ? (['reason', 'approvedBy'] as const).map((name) => [
                  <span className="label" key={`${name}-label`}>
                    {name === 'reason' ? WORDS.batchReason : WORDS.batchApprovedBy}
                  </span>,
                  <Input
                    key={name}
                    aria-label={name === 'reason' ? WORDS.batchReason : WORDS.batchApprovedBy}
                    value={deadline[name]}
                    onChange={(event) => setDeadline({ ...deadline, [name]: event.target.value })}
                  />,
                ])
              : null}
          </>
        ) : null}
      </div>
      <p data-counted-change>{isReady ? WORDS.batchCount(changed, chosen.length) : null}</p>
    </Modal>
  )
}

const isOther = (
  file: ProblemFile | undefined,
  path: PlacedProblem['path'],
  field: Field,
  value: string,
  context: EditContext,
): boolean => {
  if (!file) return false
  if (field === 'node') return (path.at(-1)?.id ?? '') !== value
  if (field === 'status')
    return file.problem.status !== statusOf(value).status || file.problem.sustained !== statusOf(value).sustained
  if (field === 'kind' || field === 'source') return file.problem[field] !== value
  return editableFields(file, null, context).find(({ names }) => names[0] === field)?.shown !== value
}

const statusOf = (value: string) => {
  const status = STATUSES.find((code) => code === value.replace('+', '')) ?? 'unstated'
  return { status, sustained: value.endsWith('+') }
}

const commandOf = (
  field: Field,
  value: string,
  { as, reason, approvedBy }: { readonly as: string; readonly reason: string; readonly approvedBy: string },
  { chosen, nodes, placed }: Pick<ListDialogProps, 'nodes' | 'placed'> & { readonly chosen: readonly PlacedProblem[] },
): LedgerCommand => {
  const targets = chosen.map(({ row }) => ({ problemId: row.id, measureId: null }))
  if (field === 'node') return moveTo(value === '' ? null : value, chosen, nodes, placed)
  if (field === 'status') return { type: 'set-status', targets, ...statusOf(value) }
  if (field === 'deadline') {
    const approval = { reason: reason || null, approvedBy: approvedBy || null, approvedOn: null }
    return {
      type: 'batch',
      commands: targets.map((target) =>
        as === 'extend'
          ? { type: 'extend-deadline', ...target, deadline: value.trim(), ...approval }
          : { type: 'correct-deadline', ...target, deadline: value.trim() },
      ),
    }
  }
  return { type: 'batch', commands: targets.map((target) => ({ type: 'set-field', ...target, field, value })) }
}

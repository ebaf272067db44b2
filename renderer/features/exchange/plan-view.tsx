import { Alert, Segmented, Table } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { RelatedReport } from '../../../shared/exchange/relate.ts'
import type { DocumentKey } from '../../../shared/merge/document-boundaries.ts'
import type { FieldKey } from '../../../shared/merge/flat-map.ts'
import type { ShownDocument, ShownPlan } from '../../data/take-packages.ts'
import { RELATE_WORDS, RECEIVE_WORDS as WORDS } from '../../messages/exchange.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { printMoment } from '../../ui/who-and-when.ts'
import { choose, giveReason, type PlanChoices } from './choices.ts'
import { PlanDocument } from './plan-document.tsx'

type Part = keyof typeof WORDS.parts

const PARTS = Object.keys(WORDS.parts) as readonly Part[]

const isIn = ({ verdict }: ShownDocument, part: Part): boolean => part === 'all' || verdict === part

/** What taking these files in would do, problem by problem; what is not ticked is turned down with a reason. */
export const PlanView = ({
  plan,
  names,
  choices,
  setChoices,
}: {
  readonly plan: ShownPlan
  /** The files, in the order of the plan's packages. */
  readonly names: readonly string[]
  readonly choices: PlanChoices
  readonly setChoices: (change: (now: PlanChoices) => PlanChoices) => void
}) => {
  const [part, setPart] = useState<Part>('all')
  const counts = useMemo(
    () => new Map(PARTS.map((name) => [name, plan.documents.filter((document) => isIn(document, name)).length])),
    [plan],
  )
  const onTake = useCallback(
    (key: DocumentKey, items: Iterable<FieldKey>, isTaken: boolean) => setChoices((now) => choose(now, key, items, isTaken)),
    [setChoices],
  )
  const onReason = useCallback(
    (key: DocumentKey, reason: string) => setChoices((now) => giveReason(now, key, reason)),
    [setChoices],
  )
  const shown = plan.documents.filter((document) => isIn(document, part))
  return (
    <div className="plan">
      <Table
        size="small"
        className="plan-packages"
        pagination={false}
        rowKey="digest"
        scroll={{ y: 120 }}
        dataSource={plan.packages.map((own, i) => ({ ...own, name: names[i] ?? '' }))}
        columns={[
          { title: WORDS.files(plan.packages.length), dataIndex: 'name', ellipsis: true },
          { width: 90, render: (_, { purpose }) => WORDS.purposes[purpose] },
          {
            width: 380,
            ellipsis: true,
            render: (_, { sender, writtenAt }) => WORDS.from(sender.unit, sender.clerk, printMoment(writtenAt)),
          },
          { width: 120, render: (_, { state }) => <span data-state={state}>{WORDS.states[state]}</span> },
        ]}
      />
      {plan.related === null ? null : <RelatedNote report={plan.related} />}
      {plan.findings.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={WORDS.findings(plan.findings.length)}
          description={
            <ul className="plan-findings">
              {plan.findings.slice(0, 20).map(({ rule, message }) => (
                <li key={`${rule} ${message}`}>{message}</li>
              ))}
            </ul>
          }
        />
      )}
      {plan.documents.length === 0 ? (
        <EmptyState title={WORDS.nothing} detail={WORDS.nothingDetail} />
      ) : (
        <>
          <div className="plan-parts">
            <Segmented<Part>
              value={part}
              options={PARTS.map((name) => ({ value: name, label: `${WORDS.parts[name]} ${counts.get(name) ?? 0}` }))}
              onChange={setPart}
            />
            <span className="label">{WORDS.same(plan.same)}</span>
          </div>
          <div className="plan-list">
            {shown.map((document) => (
              <PlanDocument
                key={document.key}
                document={document}
                out={choices.out.get(document.key) ?? NONE}
                reason={choices.reasons.get(document.key) ?? ''}
                onTake={onTake}
                onReason={onReason}
              />
            ))}
          </div>
        </>
      )}
    </div>
  )
}

/** What a 关联 brings beside the problems, and what of theirs stays out. */
const RelatedNote = ({ report: { units, leaders, registers, leftOut } }: { readonly report: RelatedReport }) => {
  const parts = Object.entries(leftOut).flatMap(([name, count]: readonly [string, number]) =>
    count === 0 ? [] : [RELATE_WORDS.leftOutParts[name as keyof typeof RELATE_WORDS.leftOutParts](count)],
  )
  return (
    <Alert
      type="info"
      showIcon
      title={RELATE_WORDS.report(units, leaders, registers)}
      description={parts.length === 0 ? null : RELATE_WORDS.leftOut(parts.join('、'))}
    />
  )
}

const NONE: ReadonlySet<FieldKey> = new Set()

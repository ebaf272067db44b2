import { Alert, Button, Segmented } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { TableComparison } from '../../../shared/intake/table-comparison.ts'
import { UPDATE_WORDS as WORDS } from '../../messages/update.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { allIds, type DeadlineAnswer, firstChoices, type UpdateChoices } from './choices.ts'
import { ProblemChanges, Take } from './problem-changes.tsx'

type Part = 'changed' | 'newProblems' | 'ambiguous' | 'notFound' | 'rejected'

interface DifferenceViewProps {
  readonly comparison: TableComparison
  readonly choices: UpdateChoices
  readonly setChoices: (change: (now: UpdateChoices) => UpdateChoices) => void
}

/** What the table says that the ledger does not, part by part; what is ticked will be written. */
export const DifferenceView = ({ comparison, choices, setChoices }: DifferenceViewProps) => {
  const { difference } = comparison
  const counts = useMemo(() => countsOf(comparison), [comparison])
  const [part, setPart] = useState<Part>(() => PARTS.find((name) => counts[name] > 0) ?? 'changed')
  const onTake = useCallback(
    (ids: readonly string[], isTaken: boolean) =>
      setChoices((now) => {
        const next = new Set(now.ids)
        for (const id of ids) {
          if (isTaken) next.add(id)
          else next.delete(id)
        }
        return { ...now, ids: next }
      }),
    [setChoices],
  )
  const onDeadline = useCallback(
    (id: string, answer: DeadlineAnswer) =>
      setChoices((now) => ({ ids: new Set([...now.ids, id]), deadlines: new Map([...now.deadlines, [id, answer]]) })),
    [setChoices],
  )
  const choose = (ids: ReadonlySet<string>) => setChoices((now) => ({ ...now, ids }))
  if (counts.changed + counts.newProblems + counts.ambiguous === 0 && counts.rejected === 0 && counts.notFound === 0)
    return <EmptyState title={WORDS.same} detail={WORDS.sameDetail} />
  return (
    <div className="update-difference">
      <Alert
        type={comparison.isSameLedger === true ? 'info' : 'warning'}
        showIcon
        title={
          comparison.isSameLedger === null
            ? WORDS.foreign
            : comparison.isSameLedger
              ? WORDS.own(comparison.exportedOn ?? '')
              : WORDS.otherLedger
        }
      />
      <div className="update-parts">
        <Segmented<Part>
          value={part}
          onChange={setPart}
          options={PARTS.map((value) => ({ value, label: partLabel(value, comparison), disabled: counts[value] === 0 }))}
        />
        <span className="label">{WORDS.parts.unchanged(difference.unchanged.length)}</span>
        <span className="grow" />
        <Button size="small" onClick={() => choose(allIds(difference))}>
          {WORDS.selectAll}
        </Button>
        <Button size="small" onClick={() => choose(firstChoices(difference).ids)}>
          {WORDS.selectUnit}
        </Button>
        <Button size="small" onClick={() => choose(new Set())}>
          {WORDS.selectNone}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="update-list" tabIndex={0} aria-label={partLabel(part, comparison)}>
        <PartList part={part} comparison={comparison} choices={choices} onTake={onTake} onDeadline={onDeadline} />
      </section>
    </div>
  )
}

interface PartListProps {
  readonly part: Part
  readonly comparison: TableComparison
  readonly choices: UpdateChoices
  readonly onTake: (ids: readonly string[], isTaken: boolean) => void
  readonly onDeadline: (id: string, answer: DeadlineAnswer) => void
}

const PartList = ({ part, comparison: { difference }, choices, onTake, onDeadline }: PartListProps) => {
  switch (part) {
    case 'changed':
      return (
        <>
          <div className="update-change update-head" aria-hidden="true">
            <span className="update-take" />
            <span>{WORDS.field}</span>
            <span>{WORDS.ledgerSays}</span>
            <span>{WORDS.tableSays}</span>
            <span />
          </div>
          {difference.changed.map((one) => (
            <ProblemChanges
              key={one.problemId}
              difference={one}
              chosen={[...one.changes, ...one.newMeasures]
                .map(({ id }) => id)
                .filter((id) => choices.ids.has(id))
                .join('\n')}
              deadlines={choices.deadlines}
              onTake={onTake}
              onDeadline={onDeadline}
            />
          ))}
        </>
      )
    case 'newProblems':
      return difference.newProblems.map(({ id, number, cells, measures }) => (
        <div key={id} className="update-row">
          <Take
            id={id}
            label={WORDS.takeProblem((cells['statement'] ?? '').slice(0, 40))}
            isTaken={choices.ids.has(id)}
            onTake={onTake}
          />
          <span className="update-number">{number}</span>
          <span className="update-words">
            {[cells['category'], cells['aspect']].filter(Boolean).join(' · ')}
            <br />
            {cells['statement'] ?? ''}
          </span>
          <span className="label">{WORDS.measures(measures.length)}</span>
        </div>
      ))
    case 'ambiguous':
      return (
        <>
          <p className="label">{WORDS.ambiguousDetail}</p>
          {difference.ambiguous.map(({ row, candidates }) => (
            <div key={`${row.at.table}/${row.at.row}`} className="update-row">
              <span className="update-number">{row.number}</span>
              <span className="update-words">{row.cells['statement'] ?? row.cells['subject'] ?? ''}</span>
              <span className="label">{WORDS.candidates(candidates.map(({ file }) => file.number).join('、'))}</span>
            </div>
          ))}
        </>
      )
    case 'notFound':
      return (
        <>
          <p className="label">{WORDS.notFoundDetail}</p>
          {difference.notFound.map(({ problemId, number, statement }) => (
            <div key={problemId} className="update-row">
              <span className="update-number">{WORDS.problem(number)}</span>
              <span className="update-words">{statement}</span>
            </div>
          ))}
        </>
      )
    case 'rejected':
      return (
        <>
          <p className="label">{WORDS.rejectedDetail}</p>
          {difference.rejected.map(({ at, reason, text }) => (
            <div key={`${at.table}/${at.row}`} className="update-row">
              <span className="update-number">{reason}</span>
              <span className="update-words">{text}</span>
            </div>
          ))}
        </>
      )
  }
}

const PARTS: readonly Part[] = ['changed', 'newProblems', 'ambiguous', 'notFound', 'rejected']

const countsOf = ({ difference }: TableComparison): Readonly<Record<Part, number>> => ({
  changed: difference.changed.length,
  newProblems: difference.newProblems.length,
  ambiguous: difference.ambiguous.length,
  notFound: difference.notFound.length,
  rejected: difference.rejected.length,
})

const partLabel = (part: Part, comparison: TableComparison): string => {
  const counts = countsOf(comparison)
  if (part !== 'changed') return WORDS.parts[part](counts[part])
  const { changed } = comparison.difference
  return WORDS.parts.changed(
    counts.changed,
    changed.reduce((sum, { changes, newMeasures }) => sum + changes.length + newMeasures.length, 0),
  )
}

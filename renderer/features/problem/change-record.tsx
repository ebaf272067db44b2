import { Button, Collapse, Skeleton } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import type { Accountability } from '../../../shared/domain/records/record-kinds.ts'
import type { ToldChange, ToldRecord, WrittenField } from '../../../shared/merge/told-changes.ts'
import type { ProblemHistory } from '../../data/ledger-store.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { HISTORY_WORDS } from '../../messages/history.ts'
import { ChangedRecord } from '../../ui/changed-record.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { printAuthor, printMoment } from '../../ui/who-and-when.ts'
import { broughtBackFrom, type Living, livingIn, setBacksOf } from './restorations.ts'
import type { ProblemActs } from './use-problem-acts.ts'

interface ChangeRecordProps {
  readonly ledgerId: string
  readonly file: ProblemFile
  readonly accountabilities: readonly Accountability[]
  readonly acts: Pick<ProblemActs, 'setBack' | 'bringBack'>
}

/** 修改记录: read from the documents when it is opened, and again after every change while it is open. */
export const ChangeRecord = (
  props: ChangeRecordProps & { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void },
) => (
  <Collapse
    ghost
    size="small"
    destroyOnHidden
    className="change-record"
    activeKey={props.isOpen ? ['record'] : []}
    onChange={(keys) => props.onOpen(keys.length > 0)}
    items={[{ key: 'record', label: HISTORY_WORDS.title, children: <OpenRecord {...props} /> }]}
  />
)

const PAGE = 20

const OpenRecord = ({ ledgerId, file, accountabilities, acts }: ChangeRecordProps) => {
  const living = useMemo(() => livingIn(file, accountabilities), [file, accountabilities])
  const [newest, setNewest] = useState(PAGE)
  const history = useProblemHistory(ledgerId, file, living, newest)
  if (history === null) return <Skeleton active />
  const { entries, written } = history
  return (
    <>
      {entries.length === 0 ? <p className="label">{HISTORY_WORDS.none}</p> : null}
      {entries.map((entry) => (
        <Entry key={entry.hash} entry={entry} problemId={file.problem.id} living={living} acts={acts} />
      ))}
      {entries.length < newest ? null : (
        <Button size="small" type="link" onClick={() => setNewest(newest + PAGE)}>
          {HISTORY_WORDS.more}
        </Button>
      )}
      <Collapse
        ghost
        size="small"
        items={[{ key: 'writers', label: HISTORY_WORDS.writers, children: <Writers written={written} /> }]}
      />
    </>
  )
}

/** Null while it is being read for the first time; `file` is another after every change of it. */
const useProblemHistory = (ledgerId: string, file: ProblemFile, living: Living, newest: number): ProblemHistory | null => {
  const [history, setHistory] = useState<ProblemHistory | null>(null)
  const tellRefusal = useTellRefusal()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when anything of the problem is another
  useEffect(() => {
    let isShown = true
    void ledgerStore.history(ledgerId, file.problem.id, newest).then((read) => {
      if (!isShown) return
      if (read.ok) setHistory(read.value)
      else tellRefusal(read.error)
    })
    return () => {
      isShown = false
    }
  }, [ledgerId, file, living, newest, tellRefusal])
  return history
}

interface Restoring {
  readonly problemId: string
  readonly living: Living
  readonly acts: Pick<ProblemActs, 'setBack' | 'bringBack'>
}

const Entry = ({ entry, ...restoring }: Restoring & { readonly entry: ToldChange }) => (
  <div className="change" data-change={entry.intent}>
    <div>
      <strong>{entry.intent}</strong> <span className="label">{printMoment(entry.at)}</span>{' '}
      <span className="label">{printAuthor(entry.author)}</span>
    </div>
    {entry.records.map((record) => (
      <Restorable key={record.entity} record={record} {...restoring} />
    ))}
  </div>
)

/** What can be brought back of a change: the record that was removed, and what stood in a field. */
const Restorable = ({ record, problemId, living, acts }: Restoring & { readonly record: ToldRecord }) => {
  const { entity, what, title } = record
  const document = broughtBackFrom(problemId, record, living)
  const name = HISTORY_WORDS.record(what, entity.startsWith('problem:') ? '' : title)
  return (
    <ChangedRecord
      record={record}
      beside={
        document === null ? null : (
          <Button
            size="small"
            type="link"
            aria-label={HISTORY_WORDS.bringBackOf(name)}
            onClick={() => void acts.bringBack(document, entity)}
          >
            {HISTORY_WORDS.bringBack}
          </Button>
        )
      }
      besideField={(field) =>
        setBacksOf(problemId, record, field, living).map(({ words, command }) => (
          <Button
            key={words}
            size="small"
            type="link"
            aria-label={HISTORY_WORDS.setBackOf(field.title, words || HISTORY_WORDS.empty)}
            onClick={() => void acts.setBack(command)}
          >
            {HISTORY_WORDS.setBack}
            {field.from.length > 1 ? `：${words}` : ''}
          </Button>
        ))
      }
    />
  )
}

const Writers = ({ written }: { readonly written: readonly WrittenField[] }) => (
  <table className="writers">
    <tbody>
      {written.map(({ entity, what, title, value, writers }) => (
        <tr key={`${entity}/${title}`}>
          <th>
            {what} · {title}
          </th>
          <td>{value}</td>
          <td className="label">{writers.map(({ author, at }) => `${printAuthor(author)} ${printMoment(at)}`).join('；')}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

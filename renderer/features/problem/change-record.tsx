import { Button, Collapse, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import type { ToldChange, WrittenField } from '../../../shared/merge/told-changes.ts'
import type { ProblemHistory } from '../../data/ledger-store.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { HISTORY_WORDS } from '../../messages/history.ts'
import { ChangedRecord } from '../../ui/changed-record.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { printAuthor, printMoment } from '../../ui/who-and-when.ts'

interface ChangeRecordProps {
  readonly ledgerId: string
  readonly file: ProblemFile
}

/** 修改记录: read from the documents when it is opened, and again after every change while it is open. */
export const ChangeRecord = (props: ChangeRecordProps) => (
  <Collapse
    ghost
    size="small"
    destroyOnHidden
    className="change-record"
    items={[{ key: 'record', label: HISTORY_WORDS.title, children: <OpenRecord {...props} /> }]}
  />
)

const PAGE = 20

const OpenRecord = ({ ledgerId, file }: ChangeRecordProps) => {
  const [newest, setNewest] = useState(PAGE)
  const history = useProblemHistory(ledgerId, file, newest)
  if (history === null) return <Skeleton active />
  const { entries, written } = history
  return (
    <>
      {entries.length === 0 ? <p className="label">{HISTORY_WORDS.none}</p> : null}
      {entries.map((entry) => (
        <Entry key={entry.hash} entry={entry} />
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
const useProblemHistory = (ledgerId: string, file: ProblemFile, newest: number): ProblemHistory | null => {
  const [history, setHistory] = useState<ProblemHistory | null>(null)
  const tellRefusal = useTellRefusal()
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
  }, [ledgerId, file, newest, tellRefusal])
  return history
}

const Entry = ({ entry }: { readonly entry: ToldChange }) => (
  <div className="change" data-change={entry.intent}>
    <div>
      <strong>{entry.intent}</strong> <span className="label">{printMoment(entry.at)}</span>{' '}
      <span className="label">{printAuthor(entry.author)}</span>
    </div>
    {entry.records.map((record) => (
      <ChangedRecord key={record.entity} record={record} />
    ))}
  </div>
)

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

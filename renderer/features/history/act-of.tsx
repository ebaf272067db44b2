import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { App, Button, Skeleton } from 'antd'
import { useEffect, useId, useState } from 'react'
import { type DocumentKey, documentParts } from '../../../shared/merge/document-boundaries.ts'
import type { ToldRecord } from '../../../shared/merge/told-changes.ts'
import type { StoredAct } from '../../data/database.ts'
import { problemsOfAct } from '../../data/history-queries.ts'
import type { ToldAct } from '../../data/ledger-store.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { ACTS_WORDS } from '../../messages/history.ts'
import { useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { ChangedRecord } from '../../ui/changed-record.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { printAuthor, printTime } from '../../ui/who-and-when.ts'

interface ActProps {
  readonly ledgerId: string
  readonly act: StoredAct
}

/** One act: when, what for, by whom; opened, what it did to each record. */
export const ActOf = ({ ledgerId, act }: ActProps) => {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="act" data-act={act.intent}>
      <div className="act-line">
        <button
          type="button"
          className="act-open"
          aria-expanded={isOpen}
          aria-controls={id}
          title={ACTS_WORDS.show}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <CaretDownOutlined /> : <CaretRightOutlined />}
          <span className="act-time">{printTime(act.at)}</span>
          <span className="act-intent">{act.intent}</span>
        </button>
        <ProblemsOf act={act} />
        <span className="label act-who">{printAuthor(act.author)}</span>
      </div>
      {isOpen ? (
        <div id={id} className="act-detail">
          <Detail ledgerId={ledgerId} act={act} />
        </div>
      ) : null}
    </div>
  )
}

const ProblemsOf = ({ act }: { readonly act: StoredAct }) => {
  const ids = problemsOfAct(act)
  if (ids.length === 0) return null
  const show = async () => {
    await useListView.getState().showOnly({ what: ACTS_WORDS.problemsOf(act.intent), ids: new Set(ids) })
    await useScreen.getState().enterRoom('lists')
  }
  return (
    <Button size="small" type="link" onClick={() => void show()}>
      {ACTS_WORDS.problems(ids.length)}
    </Button>
  )
}

/** So many documents of one act are told; a table that was read in has hundreds. */
const MOST_TOLD = 40

const Detail = ({ ledgerId, act }: ActProps) => {
  const [told, setTold] = useState<ToldAct | null>(null)
  const tellRefusal = useTellRefusal()
  useEffect(() => {
    let isShown = true
    void ledgerStore.actTold(ledgerId, act.id, MOST_TOLD).then((read) => {
      if (!read.ok) tellRefusal(read.error)
      else if (isShown) setTold(read.value)
    })
    return () => {
      isShown = false
    }
  }, [ledgerId, act.id, tellRefusal])
  if (told === null) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  const isNothing = told.documents.every(({ records }) => records.length === 0)
  return (
    <>
      {isNothing ? <p className="label">{ACTS_WORDS.noDetail}</p> : null}
      {told.documents.map(({ key, records }) =>
        records.map((record) => (
          <ChangedRecord
            key={`${key}/${record.entity}`}
            record={record}
            isNamed
            beside={<Beside ledgerId={ledgerId} document={key} record={record} />}
          />
        )),
      )}
      {told.more > 0 ? <p className="label">{ACTS_WORDS.restDocuments(told.more)}</p> : null}
    </>
  )
}

/** What can be done about a changed record: the problem it belongs to is opened, a removed one comes back. */
const Beside = (props: { readonly ledgerId: string; readonly document: DocumentKey; readonly record: ToldRecord }) => {
  const { ledgerId, document, record } = props
  const tellRefusal = useTellRefusal()
  const { message } = App.useApp()
  const { kind, id } = documentParts(document)
  const isOfProblem = kind === 'problem' || kind === 'office'
  const restore = async () => {
    const answer = await ledgerStore.restore(ledgerId, document, record.entity)
    if (answer.ok) void message.success(ACTS_WORDS.restored(record.what))
    else tellRefusal(answer.error)
  }
  const open = async () => {
    const { enterRoom, openProblem } = useScreen.getState()
    if (await enterRoom('lists')) await openProblem(id)
  }
  return (
    <>
      {isOfProblem ? (
        <Button size="small" type="link" onClick={() => void open()}>
          {ACTS_WORDS.of}
        </Button>
      ) : null}
      {record.life === 'removed' ? (
        <Button size="small" type="link" onClick={() => void restore()}>
          {ACTS_WORDS.restore}
        </Button>
      ) : null}
    </>
  )
}

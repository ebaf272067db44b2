import { App, Button, Input, Tag } from 'antd'
import { memo, useState } from 'react'
import { fieldShapes } from '../../../shared/domain/records/field-shape.ts'
import { isRecordKind } from '../../../shared/domain/records/record-kinds.ts'
import { readTyped } from '../../../shared/domain/typed-value.ts'
import type { ToldConflict } from '../../../shared/exchange/told-plan.ts'
import type { DocumentKey } from '../../../shared/merge/document-boundaries.ts'
import { parseFieldKey, type Scalar } from '../../../shared/merge/flat-map.ts'
import { exchangeStore } from '../../data/exchange-client.ts'
import { type ConflictedDocument, useConflicts } from '../../data/exchange-queries.ts'
import { EXCHANGE_WORDS, RECEIVE_WORDS, CONFLICT_WORDS as WORDS } from '../../messages/exchange.ts'
import { useScreen } from '../../state/screen.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { printAuthor, printMoment } from '../../ui/who-and-when.ts'

/** Every place two people wrote differently, side by side: one is chosen, or both are put together. */
export const ConflictList = ({ ledgerId }: { readonly ledgerId: string }) => {
  const documents = useConflicts(ledgerId)
  if (!documents) return null
  if (documents.length === 0) return <p className="label">{EXCHANGE_WORDS.noConflicts}</p>
  return (
    <div className="conflicts">
      {documents.map((document) => (
        <ConflictsOf key={document.document} ledgerId={ledgerId} document={document} />
      ))}
    </div>
  )
}

const ConflictsOf = memo(({ ledgerId, document }: { readonly ledgerId: string; readonly document: ConflictedDocument }) => {
  const { problemId, number, title, conflicts } = document
  const { openProblem } = useScreen.getState()
  const kind = document.document.slice(0, document.document.indexOf(':')) as keyof typeof RECEIVE_WORDS.beside
  return (
    <section className="conflicted" aria-label={WORDS.place(number, title).slice(0, 60)}>
      <h3>
        <span className="plan-title">{number === null ? RECEIVE_WORDS.beside[kind] : WORDS.place(number, title)}</span>
        {problemId === null ? null : (
          <Button size="small" type="link" onClick={() => void openProblem(problemId)}>
            {WORDS.open}
          </Button>
        )}
      </h3>
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.key} ledgerId={ledgerId} document={document.document} conflict={conflict} />
      ))}
    </section>
  )
})

const ConflictCard = ({
  ledgerId,
  document,
  conflict: { key, type, record, recordTitle, title, values },
}: {
  readonly ledgerId: string
  readonly document: DocumentKey
  readonly conflict: ToldConflict
}) => {
  const tellRefusal = useTellRefusal()
  const { message } = App.useApp()
  const [typed, setTyped] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isLife = type === 'removed-while-edited'
  const end = async (value: Scalar) => {
    setBusy(true)
    const answer = await exchangeStore.resolve(ledgerId, [{ document, key, value }])
    setBusy(false)
    if (answer.ok) void message.success(WORDS.done)
    else tellRefusal(answer.error)
  }
  const endTyped = () => {
    const value = typedValue(key, typed ?? '')
    if (value.ok) void end(value.value)
    else tellRefusal(value.error)
  }
  const name = `${record}${record === '问题' ? '' : ` ${recordTitle.slice(0, 30)}`}${title === '' ? '' : ` · ${title}`}`
  return (
    <div className="conflict" data-key={key}>
      <div className="plan-conflict-head">
        <Tag color="error">{RECEIVE_WORDS.verdicts.conflict}</Tag>
        <span>{isLife ? `${name}：${WORDS.removed}` : name}</span>
      </div>
      <div className="plan-sides">
        {values.map(({ value, text, author, at }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the same words
          <div key={i} className="plan-side">
            <span className={text === '' ? 'plan-words plan-none' : 'plan-words'}>
              {text === '' ? RECEIVE_WORDS.empty : text}
            </span>
            <small>
              {printAuthor(author)}
              {at === null ? '' : ` · ${printMoment(at)}`}
            </small>
            <Button size="small" disabled={isBusy} onClick={() => void end(isLife ? (value === true ? true : null) : value)}>
              {isLife ? (value === true ? WORDS.keep : WORDS.remove) : WORDS.use}
            </Button>
          </div>
        ))}
      </div>
      {isLife ? null : typed === null ? (
        <Button size="small" type="link" onClick={() => setTyped([...new Set(values.map(({ text }) => text))].join('\n'))}>
          {WORDS.begin}
        </Button>
      ) : (
        <div className="conflict-typed">
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 2, maxRows: 10 }}
            aria-label={WORDS.combined}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button type="primary" size="small" disabled={isBusy} onClick={endTyped}>
            {WORDS.useCombined}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What a person typed, as the field holds it. */
const typedValue = (key: ToldConflict['key'], text: string): ReturnType<typeof readTyped> => {
  const parts = parseFieldKey(key)
  const shape = parts && isRecordKind(parts.kind) ? fieldShapes(parts.kind).find(({ name }) => name === parts.field) : undefined
  return shape === undefined ? { ok: false, error: { type: 'no-such-conflict', key } } : readTyped(shape, text)
}

import { Checkbox, Input, Tag } from 'antd'
import { memo } from 'react'
import type { ToldConflict } from '../../../shared/exchange/told-plan.ts'
import type { DocumentKey } from '../../../shared/merge/document-boundaries.ts'
import type { FieldKey } from '../../../shared/merge/flat-map.ts'
import type { ShownDocument } from '../../data/take-packages.ts'
import { RECEIVE_WORDS as WORDS } from '../../messages/exchange.ts'
import { printAuthor, printMoment } from '../../ui/who-and-when.ts'
import { groupsOf, itemsOf, type NewsGroup } from './choices.ts'

const COLOURS = { added: 'success', changed: 'processing', conflict: 'error', seen: 'default', same: 'default' } as const

interface PlanDocumentProps {
  readonly document: ShownDocument
  readonly out: ReadonlySet<FieldKey>
  readonly reason: string
  readonly onTake: (key: DocumentKey, items: Iterable<FieldKey>, isTaken: boolean) => void
  readonly onReason: (key: DocumentKey, reason: string) => void
}

/** One problem, or what stands beside the problems: every difference with who made it, and whether it is taken. */
export const PlanDocument = memo(({ document, out, reason, onTake, onReason }: PlanDocumentProps) => {
  const { key, kind, number, title, verdict, news, conflicts } = document
  const items = itemsOf(document)
  const name = number === null ? WORDS.beside[kind] : `${WORDS.number(number)} ${title}`
  return (
    <section className="plan-document" aria-label={name.slice(0, 60)} data-verdict={verdict}>
      <h3>
        <Checkbox
          aria-label={WORDS.takeDocument(name.slice(0, 40))}
          checked={out.size === 0}
          indeterminate={out.size > 0 && out.size < items.size}
          onChange={({ target }) => onTake(key, items, target.checked)}
        />
        <span className="plan-number">{number === null ? '' : WORDS.number(number)}</span>
        <span className="plan-title">{number === null ? WORDS.beside[kind] : title}</span>
        <Tag color={COLOURS[verdict]}>{WORDS.verdicts[verdict]}</Tag>
      </h3>
      {conflicts.map((conflict) => (
        <ConflictRow
          key={conflict.key}
          conflict={conflict}
          isOut={out.has(conflict.key)}
          onTake={(isTaken) => onTake(key, [conflict.key], isTaken)}
        />
      ))}
      {groupsOf(news).map((group) => (
        <NewsRow
          key={group.item}
          group={group}
          isOut={out.has(group.item)}
          onTake={(isTaken) => onTake(key, [group.item], isTaken)}
        />
      ))}
      {out.size === 0 ? null : (
        <div className="plan-reason">
          <Input
            size="small"
            aria-label={WORDS.reason}
            placeholder={WORDS.reason}
            status={reason.trim() === '' ? 'error' : ''}
            maxLength={500}
            value={reason}
            onChange={({ target }) => onReason(key, target.value)}
          />
        </div>
      )}
    </section>
  )
})

const NewsRow = ({
  group: { item, news },
  isOut,
  onTake,
}: {
  readonly group: NewsGroup
  readonly isOut: boolean
  readonly onTake: (isTaken: boolean) => void
}) => {
  const [first] = news
  if (!first) return null
  const { record, recordTitle, title, life, author, at } = first
  const isField = life === 'changed'
  const what = isField ? title : `${WORDS.lives[life]}${record}`
  return (
    <div className="plan-change" data-out={isOut} data-item={item}>
      <Checkbox aria-label={WORDS.take(what)} checked={!isOut} onChange={({ target }) => onTake(target.checked)} />
      <span className="plan-field">
        {isField && record !== '问题' ? <small>{`${record} ${recordTitle.slice(0, 24)}`}</small> : null}
        {what}
      </span>
      {isField ? (
        <>
          <Words text={first.before} />
          <Words text={first.after} isNew />
        </>
      ) : (
        <>
          <Lines news={news} of="before" />
          <Lines news={news} of="after" />
        </>
      )}
      <span className="plan-who">
        {printAuthor(author)}
        {at === null ? null : <small>{printMoment(at)}</small>}
      </span>
    </div>
  )
}

const ConflictRow = ({
  conflict: { record, recordTitle, title, values },
  isOut,
  onTake,
}: {
  readonly conflict: ToldConflict
  readonly isOut: boolean
  readonly onTake: (isTaken: boolean) => void
}) => (
  <div className="plan-conflict" data-out={isOut}>
    <div className="plan-conflict-head">
      <Tag color="error">{WORDS.verdicts.conflict}</Tag>
      <span>{`${record}${record === '问题' ? '' : ` ${recordTitle.slice(0, 24)}`}${title === '' ? '' : ` · ${title}`}`}</span>
      <Checkbox checked={isOut} onChange={({ target }) => onTake(!target.checked)}>
        {WORDS.keepMine}
      </Checkbox>
    </div>
    <div className="plan-sides">
      {values.map(({ text, author, at }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the values of a plan do not change
        <div key={i} className="plan-side">
          <Words text={text} isNew />
          <small>
            {printAuthor(author)}
            {at === null ? '' : ` · ${printMoment(at)}`}
          </small>
        </div>
      ))}
    </div>
    <p className="label">{WORDS.conflictHint}</p>
  </div>
)

const Words = ({ text, isNew = false }: { readonly text: string | null; readonly isNew?: boolean }) => (
  <span className={`plan-words${text === null || text === '' ? ' plan-none' : isNew ? ' plan-new' : ''}`}>
    {text === null || text === '' ? WORDS.empty : text}
  </span>
)

/** A record that comes or goes: every field of it that says something. */
const Lines = ({ news, of }: { readonly news: NewsGroup['news']; readonly of: 'before' | 'after' }) => {
  const lines = news.filter((own) => own[of] !== null)
  return (
    <span className={lines.length === 0 ? 'plan-words plan-none' : 'plan-words'}>
      {lines.length === 0
        ? WORDS.empty
        : lines.map((own) => <span key={own.key} className="plan-line">{`${own.title}：${own[of]}`}</span>)}
    </span>
  )
}

import type { ReactNode } from 'react'
import type { ToldField, ToldRecord } from '../../shared/merge/told-changes.ts'
import { HISTORY_WORDS, LIFE_WORDS } from '../messages/history.ts'

/** What a change did to one record: a problem is named by what stands above, unless `isNamed`; `beside` and `besideField` are what can be done about it. */
export const ChangedRecord = ({
  record: { entity, life, what, title, fields },
  isNamed = false,
  beside,
  besideField = () => null,
}: {
  readonly record: ToldRecord
  readonly isNamed?: boolean
  readonly beside?: ReactNode
  readonly besideField?: (field: ToldField) => ReactNode
}) => (
  <div className="changed-record">
    <div>
      {LIFE_WORDS[life]}
      {HISTORY_WORDS.record(what, entity.startsWith('problem:') && !isNamed ? '' : title)}
      {beside}
    </div>
    {fields.map((told) => (
      <div key={told.field} className="changed-field">
        {told.title}：
        {life === 'created' ? null : (
          <>
            <del>{told.from.join('／') || HISTORY_WORDS.empty}</del> {HISTORY_WORDS.arrow}{' '}
          </>
        )}
        <span>{told.to || HISTORY_WORDS.empty}</span>
        {besideField(told)}
      </div>
    ))}
  </div>
)

import type { ReactNode } from 'react'
import type { ToldRecord } from '../../shared/merge/told-changes.ts'
import { HISTORY_WORDS, LIFE_WORDS } from '../messages/history.ts'

/** What a change did to one record: a problem is named by what stands above, unless `isNamed`; `beside` is what can be done about it. */
export const ChangedRecord = ({
  record: { entity, life, what, title, fields },
  isNamed = false,
  beside,
}: {
  readonly record: ToldRecord
  readonly isNamed?: boolean
  readonly beside?: ReactNode
}) => (
  <div className="changed-record">
    <div>
      {LIFE_WORDS[life]}
      {HISTORY_WORDS.record(what, entity.startsWith('problem:') && !isNamed ? '' : title)}
      {beside}
    </div>
    {fields.map(({ field, title: fieldName, from, to }) => (
      <div key={field} className="changed-field">
        {fieldName}：
        {life === 'created' ? null : (
          <>
            <del>{from.join('／') || HISTORY_WORDS.empty}</del> {HISTORY_WORDS.arrow}{' '}
          </>
        )}
        <span>{to || HISTORY_WORDS.empty}</span>
      </div>
    ))}
  </div>
)

import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Act, Stamp } from '../../shared/merge/engine.ts'
import type { Acts } from './acts.ts'
import type { LedgerDatabase } from './database.ts'
import type { LedgerFacts } from './ledger-facts.ts'
import type { LiveDocuments } from './live-documents.ts'
import type { StorePorts } from './ports.ts'
import { acceptChange, type ChangedDocument } from './write-documents.ts'

/** What the exchange of packages shares with the store: the database, the open documents, the acts. */
export interface ExchangeParts<Doc> {
  readonly db: LedgerDatabase
  readonly ports: StorePorts<Doc>
  readonly live: LiveDocuments<Doc>
  readonly acts: Acts
  readonly facts: LedgerFacts
}

/** Makes changed documents durable that stay open afterwards; they were taken out of `live` before. What is not accepted is released. */
export const acceptLive = async <Doc>(
  { db, ports, live, facts }: ExchangeParts<Doc>,
  ledgerId: string,
  changed: readonly Omit<ChangedDocument<Doc>, 'projectedBefore'>[],
  stamp: Stamp & { readonly act: Act },
): Promise<Result<null, Refusal>> => {
  const documents = changed.map((document) => ({ ...document, projectedBefore: null }))
  const accepted = await acceptChange(db, ports, ledgerId, documents, stamp)
  if (!accepted.ok) {
    for (const { doc } of changed) ports.engine.release(doc)
    return accepted
  }
  for (const [i, { key, doc }] of changed.entries()) live.keep(key, doc, accepted.value.projected[i] ?? null)
  facts.written(
    ledgerId,
    changed.map(({ key }) => key),
  )
  return ok(null)
}

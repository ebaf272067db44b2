import type { CommandContext, Decision } from '../../shared/domain/commands/decision.ts'
import { decideCommand, type LedgerCommand, ledgerCommandSchema } from '../../shared/domain/commands/ledger-command.ts'
import { type Ledger, openLedger } from '../../shared/domain/ledger.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import type { AutomergeDocument } from '../../shared/merge/automerge-engine.ts'
import { createDocuments, editDocuments, type LedgerDocuments, readDocuments } from '../../shared/merge/ledger-documents.ts'
import { by, type Engine, engineOf, loaded } from './engine-parts.ts'
import { unwrapped } from './expect-ok.ts'
import { countingIds, day } from './ports.ts'

type Documents = LedgerDocuments<AutomergeDocument>

/** A clerk's PC with one ledger in real documents: acts go the whole way from the command to the bytes. */
export interface ActingPc {
  readonly engine: Engine
  readonly context: CommandContext
  documents: Documents
}

export const actingPc = (ledger: Ledger, pc = 'a'): ActingPc => {
  const engine = engineOf(pc)
  return { engine, context: contextOf(pc), documents: createDocuments(engine, ledger.records, by('起草')) }
}

/** Another PC with a copy of the same ledger. */
export const copiedPc = (from: ActingPc, pc: string): ActingPc => {
  const engine = engineOf(pc)
  const bytes = [...from.documents].map(([key, doc]) => [key, loaded(engine, from.engine.save(doc))] as const)
  return { engine, context: contextOf(pc), documents: new Map(bytes) }
}

const contextOf = (pc: string): CommandContext => ({ ids: countingIds(`${pc}-`), year: 2024, today: day('2024-07-05') })

export const recordsAt = (pc: ActingPc): LedgerRecords => readDocuments(pc.engine, pc.documents).records

export const ledgerAt = (pc: ActingPc): Ledger => openLedger(recordsAt(pc))

/** Carries out one act; a refusal is given back and changes nothing. */
export const tryAct = (pc: ActingPc, command: unknown): ReturnType<typeof decideCommand> => {
  const records = recordsAt(pc)
  const decided = decideCommand(openLedger(records), ledgerCommandSchema.parse(command) as LedgerCommand, pc.context)
  if (!decided.ok || decided.value.edits.length === 0) return decided
  const written = editDocuments(pc.engine, pc.documents, records, decided.value.edits, by(pc.context.ids.id()))
  if (!written.ok) return written
  pc.documents = written.value
  return decided
}

/** The same for an act that a test knows to be carried out. */
export const act = (pc: ActingPc, command: unknown): Decision => unwrapped(tryAct(pc, command))

/** Takes in everything another PC holds. */
export const takeIn = (pc: ActingPc, other: ActingPc): void => {
  const next = new Map(pc.documents)
  for (const [key, doc] of other.documents) {
    const theirs = loaded(pc.engine, other.engine.save(doc))
    const mine = next.get(key)
    next.set(key, mine ? unwrapped(pc.engine.merge(mine, theirs)) : theirs)
  }
  pc.documents = next
}

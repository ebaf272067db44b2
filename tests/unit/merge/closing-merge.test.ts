import { expect, test } from 'vitest'
import { decideCommand, type LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { createDocuments, editDocuments, readDocuments } from '../../../shared/merge/ledger-documents.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { by, engineOf, loaded } from '../../support/engine-parts.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { countingIds, day } from '../../support/ports.ts'

const start = engineOf('s')
const bytes = [...createDocuments(start, aLedger({ problems: [{ status: 'done' }] }).records, by('起草'))].map(
  ([key, doc]) => [key, start.save(doc)] as const,
)

/** A PC with a copy of the ledger on which these acts were carried out. */
const aPc = (pc: string, commands: readonly LedgerCommand[]) => {
  const engine = engineOf(pc)
  let documents = new Map(bytes.map(([key, content]) => [key, loaded(engine, content)] as const)) as ReturnType<
    typeof createDocuments<ReturnType<typeof loaded>>
  >
  const context = { ids: countingIds(`${pc}-`), year: 2024, today: day('2024-07-05') }
  for (const command of commands) {
    const { records } = readDocuments(engine, documents)
    const { edits, intent } = unwrapped(decideCommand(openLedger(records), command, context))
    documents = unwrapped(editDocuments(engine, documents, records, edits, by(pc, intent)))
  }
  const doc = documents.get('problem:p1')
  if (!doc) throw new Error('the ledger holds it')
  return { engine, bytes: engine.save(doc) }
}

const apply = (by: string): LedgerCommand => ({
  type: 'apply-closure',
  problemId: 'p1',
  on: day('2024-03-05'),
  by,
  text: '已整改到位。',
})

test('two PCs that apply at once make one application, and what they wrote differently is a conflict', () => {
  const mine = aPc('a', [apply('县水利局')])
  const theirs = aPc('b', [apply('县住建局')])
  const merged = unwrapped(mine.engine.merge(loaded(mine.engine, mine.bytes), loaded(mine.engine, theirs.bytes)))
  const { records } = readDocuments(mine.engine, new Map([['problem:p1', merged]]))
  expect(records.closure).toMatchObject([{ id: 'p1-c1', cycle: 1, application: '已整改到位。' }])
  const conflicts = mine.engine.conflicts(merged)
  expect(JSON.stringify(conflicts)).toContain('closure:p1-c1/appliedBy')
  expect(conflicts).toHaveLength(1)
})

test('closed on one PC and returned on the other, the status is a conflict until a person decides', () => {
  const ends = [
    { type: 'close', problemId: 'p1', on: day('2024-03-10'), result: null },
    { type: 'return-closure', problemId: 'p1', on: day('2024-03-09'), reason: '佐证材料不全' },
  ] as const
  const [mine, theirs] = ends.map((end, i) => aPc('ab'[i] ?? 'a', [apply('县水利局'), end])) as [
    ReturnType<typeof aPc>,
    ReturnType<typeof aPc>,
  ]
  const merged = unwrapped(mine.engine.merge(loaded(mine.engine, mine.bytes), loaded(mine.engine, theirs.bytes)))
  const { records } = readDocuments(mine.engine, new Map([['problem:p1', merged]]))
  expect(records.closure).toMatchObject([{ closedOn: '2024-03-10', returnedOn: '2024-03-09', returnReason: '佐证材料不全' }])
  expect(JSON.stringify(mine.engine.conflicts(merged))).toContain('problem:p1/status')
})

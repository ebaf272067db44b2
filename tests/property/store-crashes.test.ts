import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { aLedger } from '../support/a-ledger.ts'
import { aPc } from '../support/a-store.ts'

/**
 * Whatever happens between journal, IndexedDB and snapshots: what a command has answered as accepted is there after the next start.
 * The expectation is a plain map of the last accepted texts. What this PC did can be taken back after a restart too; of a database that
 * was made again, what it did since the last snapshot.
 */
type Step =
  | { readonly type: 'write'; readonly problem: string; readonly text: string }
  /** The journal takes the change, IndexedDB does not, and the program ends. */
  | { readonly type: 'write-and-lose-power'; readonly problem: string; readonly text: string }
  /** The journal refuses: disk full. */
  | { readonly type: 'write-refused'; readonly problem: string; readonly text: string }
  | { readonly type: 'undo' }
  | { readonly type: 'snapshot' }
  | { readonly type: 'crash' }
  /** Chromium has emptied the database. */
  | { readonly type: 'database-gone' }
  | { readonly type: 'document-gone'; readonly problem: string }

const problem = fc.constantFrom('p1', 'p2', 'p3')
const text = fc.stringMatching(/^[甲乙丙丁]{1,4}$/)
const writing = <T extends 'write' | 'write-and-lose-power' | 'write-refused'>(type: T) =>
  fc.record({ type: fc.constant(type), problem, text })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: writing('write') },
  { weight: 2, arbitrary: writing('write-and-lose-power') },
  { weight: 1, arbitrary: writing('write-refused') },
  { weight: 2, arbitrary: fc.constant({ type: 'undo' } as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'snapshot' } as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'crash' } as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'database-gone' } as const) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('document-gone' as const), problem }) },
)

interface Written {
  readonly problem: string
  readonly before: string
}

const run = async (steps: readonly Step[]): Promise<void> => {
  const pc = aPc()
  let { store, db } = await pc.start()
  await store.createLedger(aLedger({ problems: [{ statement: '一' }, { statement: '二' }, { statement: '三' }] }).records, '建立')
  const accepted = new Map([
    ['p1', '一'],
    ['p2', '二'],
    ['p3', '三'],
  ])
  /** Every accepted change since the last snapshot, in order: what is known of acts when the database is made again from it. */
  let sinceSnapshot: (Written | { readonly undone: Written })[] = []
  let undoable: Written[] = []
  const restart = async () => {
    ;({ store, db } = await pc.start())
  }
  const rebuilt = async () => {
    await restart()
    undoable = []
    for (const change of sinceSnapshot) {
      if (!('undone' in change)) undoable.push(change)
      else if (undoable.at(-1) === change.undone) undoable.pop()
    }
  }
  const write = (name: string, value: string) =>
    store.run('ledger', { type: 'set-field', problemId: name, measureId: null, field: 'statement', value })
  const remember = (name: string, value: string) => {
    const before = accepted.get(name) ?? ''
    accepted.set(name, value)
    if (before === value) return
    const written = { problem: name, before }
    undoable.push(written)
    sinceSnapshot.push(written)
  }

  for (const act of steps) {
    switch (act.type) {
      case 'write':
        expect(await write(act.problem, act.text)).toMatchObject({ ok: true })
        remember(act.problem, act.text)
        break
      case 'write-and-lose-power': {
        const broken = vi.spyOn(db, 'transaction').mockRejectedValueOnce(new DOMException('power', 'UnknownError'))
        await write(act.problem, act.text).then(
          () => broken.mockRestore(),
          () => undefined,
        )
        remember(act.problem, act.text)
        await restart()
        break
      }
      case 'write-refused':
        pc.main.refuseNextAppend = { type: 'write-failed', path: 'journal', reason: 'no-space', detail: 'ENOSPC' }
        if (act.text !== accepted.get(act.problem)) expect(await write(act.problem, act.text)).toMatchObject({ ok: false })
        pc.main.refuseNextAppend = null
        break
      case 'undo': {
        const last = undoable.pop()
        expect((await store.undo('ledger')).ok).toBe(last !== undefined)
        if (last) {
          accepted.set(last.problem, last.before)
          sinceSnapshot.push({ undone: last })
        }
        break
      }
      case 'snapshot':
        expect(await store.writeSnapshot('0.1.0')).toMatchObject({ ok: true })
        pc.main.journal.splice(0, pc.main.journal.length - 1)
        sinceSnapshot = []
        break
      case 'crash':
        await restart()
        break
      case 'database-gone':
        await db.delete()
        await rebuilt()
        break
      case 'document-gone':
        await db.documents.delete(`problem:${act.problem}`)
        await rebuilt()
        break
    }
    const rows = await db.problems.toArray()
    expect(new Map(rows.map(({ id, statement }) => [id, statement]).sort() as [string, string][]), act.type).toEqual(accepted)
    expect(await db.documents.count()).toBe((await db.markers.get('marker'))?.documents)
  }
  await db.delete()
}

test.each([1, 2, 20_261_122])('no accepted change is lost, seed %i', async (seed) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => run(steps)),
    { seed, numRuns: 25 },
  )
})

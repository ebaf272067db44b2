import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decideCommand,
  type LedgerCommand,
  ledgerCommandSchema,
  problemsOf,
} from '../../shared/domain/commands/ledger-command.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import { type LedgerRecords, recordOf } from '../../shared/domain/records/record-kinds.ts'
import { documentParts, ROOT_RECORDS } from '../../shared/merge/document-boundaries.ts'
import { withoutOrphans } from '../../shared/merge/ledger-documents.ts'
import { byKind, fieldsToRecords } from '../../shared/merge/record-codec.ts'
import { aLedger } from '../support/a-ledger.ts'
import { type ActingPc, actingPc, copiedPc, ledgerAt, recordsAt, takeIn, tryAct } from '../support/acts.ts'
import { countingIds } from '../support/ports.ts'

/** Every sentence carries a word of its own (句17句), so that a lost or doubled one is seen. */
const start = (): ActingPc => {
  let n = 0
  const words = () => `句${++n}句`
  const { records } = aLedger({
    nodes: [
      { id: 'n1', heading: words() },
      { id: 'n2', heading: words(), parentId: 'n1' },
    ],
    problems: [0, 1, 2, 3].map((i) => ({
      nodeId: i % 2 ? 'n1' : 'n2',
      statement: `${words()}。`,
      details: words(),
      account: words(),
      measures: [{ text: words() }, { text: words(), account: words() }],
      progress: [
        { id: `p${i + 1}-g1`, text: words() },
        { id: `p${i + 1}-g2`, text: words(), ownerId: `p${i + 1}-m1` },
      ],
      responsibilities: [
        { role: 'leadUnit' as const, name: words() },
        { role: 'unit' as const, name: words(), ownerId: `p${i + 1}-m2` },
      ],
      office: { notes: words() },
    })),
    leads: [{ problemId: 'p1', title: words() }],
    accountabilities: [{ problemId: 'p2', people: words(), count: 1 }],
    outcomes: [
      { ownerId: 'p3-m1', title: words() },
      { ownerId: 'p1-g2', title: words() },
      { ownerId: 'p4', title: words() },
    ],
  })
  const attachment = ['p1', 'p2-m2', 'p3-g2'].map((ownerId, i) =>
    recordOf('attachment', { id: `att${i}`, ownerId, name: words() }),
  )
  const noticeEntry = ['p1', 'p2', 'p4'].map((problemId) =>
    recordOf('noticeEntry', { id: `e-${problemId}`, noticeId: 'notice', problemId, remainingText: words() }),
  )
  const extension = [recordOf('extension', { id: 'x1', ownerId: 'p2-m1', reason: words() })]
  const supervisionNotice = [recordOf('supervisionNotice', { id: 's1', problemId: 'p3', text: words() })]
  return actingPc(openLedger({ ...records, attachment, noticeEntry, extension, supervisionNotice }))
}

/** Numbers choose what a step is about, so that every sequence means something on whatever is there. */
const step = fc.record({
  kind: fc.constantFrom('split', 'split', 'join', 'join', 'move', 'add-node', 'move-node', 'remove-node', 'add'),
  a: fc.nat(20),
  b: fc.nat(20),
  c: fc.nat(20),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const pick = <T>(items: readonly T[], n: number): T | null => items[n % Math.max(1, items.length)] ?? null

let told = 1_000
const commandOf = (pc: ActingPc, { kind, a, b, c }: Step): unknown => {
  const { problems, records } = ledgerAt(pc)
  const file = pick(problems, a)
  const node = pick([null, ...records.outlineNode.map(({ id }) => id)], b)
  const row = [
    null,
    ...records.problem.filter(({ nodeId }) => nodeId === node).map(({ id }) => id),
    ...records.outlineNode.filter(({ parentId }) => parentId === node).map(({ id }) => id),
  ]
  const afterId = pick(row, c)
  const statement = `句${++told}句。`
  switch (kind) {
    case 'split': {
      const measureIds = file?.measures.filter((_, i) => (b >> i) % 2 === 1).map(({ id }) => id) ?? []
      const parts = [{ statement, details: '', measureIds }]
      const shared = { statement: null, details: null, copyResponsibilities: false, copyDeadline: true }
      return { type: 'split-problem', problemId: file?.problem.id ?? 'gone', parts, ...shared }
    }
    case 'join': {
      const ids = [pick(problems, b), pick(problems, c)].flatMap((other) => (other ? [other.problem.id] : ['gone']))
      return { type: 'join-problems', intoId: file?.problem.id ?? 'gone', ids, statement: null }
    }
    case 'move':
      return { type: 'move-problems', ids: [file?.problem.id ?? 'gone'], nodeId: node, afterId }
    case 'add-node':
      return { type: 'add-node', parentId: node, afterId, heading: statement, text: '' }
    case 'move-node':
      return { type: 'move-node', nodeId: pick(records.outlineNode, a)?.id ?? 'gone', parentId: node, afterId }
    case 'remove-node':
      return { type: 'remove-node', nodeId: pick(records.outlineNode, a)?.id ?? 'gone' }
    default:
      return { type: 'add-problem', nodeId: node, afterId, statement }
  }
}

/** The living records before what hangs on nothing is left out. */
const rawRecords = (pc: ActingPc): LedgerRecords => {
  const read = [...pc.documents].map(([key, doc]) => ({ key, ...fieldsToRecords(pc.engine.read(doc)) }))
  const living = read.filter(({ key, records }) => {
    const { kind, id } = documentParts(key)
    const roots = ROOT_RECORDS[kind]
    return roots === undefined || records.some((tagged) => roots.includes(tagged.kind) && tagged.record.id === id)
  })
  return byKind(living.flatMap(({ records }) => records))
}

const wordsIn = (records: LedgerRecords): readonly string[] =>
  [...JSON.stringify(records).matchAll(/句\d+句/g)].map(([word]) => word).sort()

const REFERENCES = ['nodeId', 'parentId', 'problemId', 'ownerId', 'closureId', 'noticeId', 'supervisionId', 'directoryId']

const dangling = (records: LedgerRecords): readonly string[] => {
  const all = Object.values(records).flat() as readonly Readonly<Record<string, unknown>>[]
  const ids = new Set(all.map(({ id }) => id))
  return all.flatMap((record) =>
    REFERENCES.filter((name) => typeof record[name] === 'string' && !ids.has(record[name])).map(
      (name) => `${record['id']}/${name}`,
    ),
  )
}

const total = (records: LedgerRecords): number => Object.values(records).reduce((sum, list) => sum + list.length, 0)

describe('splitting, joining and moving', () => {
  test.each([1, 2])('lose no sentence, double none and leave nothing hanging, seed %i', (seed) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
        const pc = start()
        let written = wordsIn(recordsAt(pc))
        for (const one of steps) {
          const command = commandOf(pc, one)
          const headings = recordsAt(pc).outlineNode
          const done = tryAct(pc, command)
          if (!done.ok) continue
          const gone = headings.filter(({ id }) => !recordsAt(pc).outlineNode.some((node) => node.id === id))
          const fresh = [...JSON.stringify(command).matchAll(/句\d+句/g)].map(([word]) => word)
          const removed = new Set(gone.map(({ heading }) => heading.replace('。', '')))
          written = [...written, ...fresh].filter((word) => !removed.has(word)).sort()
          expect(wordsIn(recordsAt(pc)), JSON.stringify(command)).toEqual(written)
        }
        const raw = rawRecords(pc)
        expect(total(withoutOrphans(raw))).toBe(total(raw))
        expect(dangling(raw)).toEqual([])
      }),
      { seed, numRuns: 15 },
    )
  })

  test.each([4, 5])('on two PCs at once: everything is shown or reported after merging, the same on both, seed %i', (seed) => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 3 }),
        fc.array(step, { minLength: 1, maxLength: 3 }),
        (mine, theirs) => {
          const 甲 = start()
          const 乙 = copiedPc(甲, 'b')
          for (const one of mine) tryAct(甲, commandOf(甲, one))
          for (const one of theirs) tryAct(乙, commandOf(乙, one))
          // A heading may be removed by one and be left alone by the other.
          const kept = [甲, 乙].flatMap((pc) => wordsIn({ ...recordsAt(pc), outlineNode: [] }))
          takeIn(甲, 乙)
          takeIn(乙, 甲)
          expect(wordsIn(recordsAt(甲))).toEqual(wordsIn(recordsAt(乙)))
          const shown = new Set(wordsIn(recordsAt(甲)))
          const reported = JSON.stringify([...甲.documents.values()].map((doc) => 甲.engine.conflicts(doc)))
          for (const word of kept) expect(shown.has(word) || reported.includes(word), word).toBe(true)
          expect(ledgerAt(甲).problems.length).toBe(recordsAt(甲).problem.length)
        },
      ),
      { seed, numRuns: 15 },
    )
  })
})

/** What a store has at hand for an act: whole only the problems it reads, of the others their place. */
const atHand = (records: LedgerRecords, read: readonly string[]): LedgerRecords => {
  const whole = new Set(read)
  const measures = records.measure.filter(({ problemId }) => whole.has(problemId))
  const workers = new Set([...whole, ...measures.map(({ id }) => id)])
  const progress = records.progress.filter(({ ownerId }) => workers.has(ownerId))
  const owners = new Set([...workers, ...progress.map(({ id }) => id)])
  return {
    ...records,
    problem: records.problem.map((problem) => {
      const { id, nodeId, order } = problem
      return whole.has(id) ? problem : recordOf('problem', { id, nodeId, order })
    }),
    measure: measures,
    progress,
    responsibility: records.responsibility.filter(({ ownerId }) => workers.has(ownerId)),
    extension: records.extension.filter(({ ownerId }) => workers.has(ownerId)),
    outcome: records.outcome.filter(({ ownerId }) => ownerId === null || owners.has(ownerId)),
    attachment: records.attachment.filter(({ ownerId }) => ownerId === null || owners.has(ownerId)),
    officePart: records.officePart.filter(({ problemId }) => whole.has(problemId)),
    accountability: records.accountability.filter(({ problemId }) => problemId === null || whole.has(problemId)),
  }
}

test('an act means the same over the problems it says it reads as over the whole ledger', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
      const pc = start()
      for (const one of steps) {
        const command = ledgerCommandSchema.parse(commandOf(pc, one)) as LedgerCommand
        const records = recordsAt(pc)
        const over = (given: LedgerRecords) => decideCommand(openLedger(given), command, { ...pc.context, ids: countingIds('z') })
        const read = problemsOf(command)
        expect(over(read === 'all' ? records : atHand(records, read))).toEqual(over(records))
        tryAct(pc, command)
      }
    }),
    { seed: 6, numRuns: 25 },
  )
})

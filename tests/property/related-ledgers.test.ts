import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkIntegrity } from '../../shared/domain/integrity/check-integrity.ts'
import type { Ledger } from '../../shared/domain/ledger.ts'
import { fieldShapes } from '../../shared/domain/records/field-shape.ts'
import { RECORD_KINDS } from '../../shared/domain/records/record-kinds.ts'
import { saidText } from '../../shared/exchange/said-text.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import { entityKey, type FieldKey, fieldKey } from '../../shared/merge/flat-map.ts'
import { readRaw } from '../../shared/merge/ledger-documents.ts'
import type { ProblemSketch } from '../support/a-ledger.ts'
import { set } from '../support/engine-parts.ts'
import { day } from '../support/ports.ts'
import { TypingPc } from '../support/typed-apart.ts'

/** What two clerks have before them. */
const FEEDBACK = [
  '节水型社会建设推进不力，37家用水大户仅9家安装了计量设施',
  '河湖长制责任压得不实，个别乡镇河道清漂经费被挪作他用',
  '农村饮水安全工程管护缺位，11处水质消毒设备长期停用',
  '水费收缴使用不规范，部分村坐收坐支',
  '党组议事规则执行不严格，以会签代替集体研究',
]
const MEASURES = ['建立巡河台账', '修订考核办法', '开展专项督查']

/** What a reference that was not carried over would be found as. */
const BROKEN: ReadonlySet<string> = new Set(
  ['orphan', 'reference-missing', 'parent-missing', 'outline-cycle', 'id-doubled', 'two-applications', 'cycle-doubled'].map(
    (rule) => `integrity.${rule}`,
  ),
)

/** How a clerk types a sentence: with a number, other marks, or as it is. */
const typed = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(text, `${text}。`, `3.${text}`, `（二）${text.replace('，', ',')}`, text.replace('，', '， '))
/** Nothing, what both may write, or words of one's own. */
const words = (who: string, what: string): fc.Arbitrary<string> =>
  fc.constantFrom('', '', `${what}，按原文`, `${who}写的${what}`, `${who}另写的${what}`)

const problem = (who: string, at: number): fc.Arbitrary<ProblemSketch> =>
  fc.record({
    statement: typed(FEEDBACK[at] ?? ''),
    target: words(who, `目标${at}`),
    details: words(who, `表现${at}`),
    status: fc.constantFrom('unstated', 'inProgress', 'done'),
    sustained: fc.boolean(),
    deadlineOn: fc.constantFrom(null, day('2024-09-30'), day('2024-12-31')),
    nodeId: fc.constantFrom(null, 'n1', 'n2'),
    measures: fc
      .subarray([...MEASURES, `${who}自己的措施${at}`])
      .chain((texts) =>
        fc.tuple(...texts.map((text) => fc.record({ text: typed(text), account: words(who, `情况${text}${at}`) }))),
      ),
    progress: fc.subarray([
      { text: `${who}记的进展${at}`, on: day('2024-05-06') },
      { text: '正在推进', on: day('2024-05-13') },
      { text: '正在推进', on: day('2024-06-03'), unit: '水务局' },
    ]),
    responsibilities: fc.subarray([
      { role: 'unit' as const, name: '柳塘镇' },
      { role: 'leader' as const, name: '何启' },
      { role: 'leadUnit' as const, name: `${who}填的单位` },
    ]),
    office: fc.record({ notes: words(who, `备注${at}`), withheld: fc.boolean() }),
  })

const ledgerOf = (who: string) =>
  fc
    .subarray([0, 1, 2, 3, 4], { minLength: 1 })
    .chain((chosen) => fc.tuple(...chosen.map((at) => problem(who, at))))
    .map((problems) => ({
      nodes: [
        { id: 'n1', heading: '（一）生态环境方面' },
        { id: 'n2', heading: who === '甲' ? '党建方面' : '党的建设方面' },
      ],
      problems,
    }))

/** Edits made later: a text, or a measure that goes. */
const edits = (who: string) =>
  fc
    .array(fc.record({ problem: fc.nat(4), what: fc.constantFrom('target', 'details', 'measure', 'remove'), n: fc.nat(99) }), {
      maxLength: 5,
    })
    .map((made) => made.map((edit) => ({ ...edit, text: `${who}后来写的${edit.n}` })))

const edit = (pc: TypingPc, made: readonly { problem: number; what: string; text: string }[]): void => {
  for (const { problem: at, what, text } of made) {
    const file = pc.side.ledger.problems[at]
    if (!file) continue
    const key = documentKey('problem', file.problem.id)
    const isOpen = pc.conflicts.some(({ document }) => document === key)
    const measure = file.measures[0]
    if (isOpen) continue
    if (what === 'target' || what === 'details') pc.edit(key, set(fieldKey(entityKey('problem', file.problem.id), what), text))
    else if (measure && what === 'measure') pc.edit(key, set(`measure:${measure.id}/result` as FieldKey, text))
    else if (measure) pc.edit(key, { type: 'remove', entity: entityKey('measure', measure.id) })
  }
}

/** Every text of problems that a person typed and that stands; headings and settings of theirs are counted, not taken. */
const textsOf = ({ records }: Ledger): ReadonlySet<string> =>
  new Set(
    RECORD_KINDS.filter((kind) => !['ledger', 'inspection', 'outlineNode', 'notice'].includes(kind)).flatMap((kind) =>
      records[kind].flatMap((record) =>
        fieldShapes(kind).flatMap(({ name, type }) => {
          const value = (record as unknown as Readonly<Record<string, unknown>>)[name]
          return (type === 'text' || type === 'date') && typeof value === 'string' && value !== '' ? [value] : []
        }),
      ),
    ),
  )

/** What stands, and what stands in a conflict. */
const foundIn = (pc: TypingPc): ReadonlySet<unknown> =>
  new Set([...textsOf(pc.side.ledger), ...pc.conflicts.flatMap(({ values }) => values.map(({ value }) => value))])

const expectNoneTwice = (pc: TypingPc): void => {
  for (const { measures } of pc.side.ledger.problems) {
    const said = measures.map(({ text }) => saidText(text))
    expect(new Set(said).size, said.join(' ')).toBe(said.length)
  }
}

const expectSecondChangesNothing = (a: TypingPc, b: TypingPc): void => {
  const before = a.heads
  expect(a.relate(b).told).toMatchObject({ packages: ['same'], documents: [] })
  expect(a.heads).toEqual(before)
}

describe('two ledgers typed apart from one feedback', () => {
  test('become one in which no word of either is missing and nothing stands twice; once settled it stays settled', () => {
    fc.assert(
      fc.property(
        ledgerOf('甲'),
        ledgerOf('乙'),
        edits('甲'),
        edits('乙'),
        edits('甲再'),
        edits('乙再'),
        (mine, theirs, first, second, third, fourth) => {
          const [a, b] = [new TypingPc('甲', mine), new TypingPc('乙', theirs)]
          edit(a, first)
          edit(b, second)
          const texts = [...textsOf(a.side.ledger), ...textsOf(b.side.ledger)]
          const { report } = a.relate(b)
          const found = foundIn(a)
          expect(texts.filter((text) => !found.has(text))).toEqual([])
          expect(report.pairs.length + report.added.length).toBe(b.side.ledger.problems.length)
          expectNoneTwice(a)
          expectSecondChangesNothing(a, b)
          a.resolveAll()
          expect(a.conflicts).toEqual([])
          expectSecondChangesNothing(a, b)
          const findings = checkIntegrity(readRaw(a.engine, a.documents), day('2024-07-01'))
          expect(findings.filter(({ rule }) => BROKEN.has(rule))).toEqual([])

          edit(a, third)
          const known = textsOf(b.side.ledger)
          edit(b, fourth)
          const news = [...textsOf(b.side.ledger)].filter((text) => !known.has(text))
          const standing = textsOf(a.side.ledger)
          a.relate(b)
          const after = foundIn(a)
          expect(news.filter((text) => !after.has(text))).toEqual([])
          expect([...standing].filter((text) => text.startsWith('甲再') && !after.has(text))).toEqual([])
          a.resolveAll()
          expect(a.conflicts).toEqual([])
          expectSecondChangesNothing(a, b)
        },
      ),
      { seed: 20_261_124, numRuns: 60 },
    )
  })
})

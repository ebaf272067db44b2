import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printMark } from '../../shared/domain/numbering.ts'
import { addSplit, changeSplit, moveSplit, removeSplit, takeSplit } from '../../shared/intake/feedback/edit-splits.ts'
import { readFeedback } from '../../shared/intake/feedback/read-feedback.ts'
import { applySplits, type FeedbackEntry, PIECE_ROLES, piecesOf, type Split } from '../../shared/intake/feedback/splits.ts'
import { suggestFromFeedback } from '../../shared/intake/feedback/suggest-feedback.ts'
import { suggestFromText } from '../../shared/intake/suggest-text.ts'
import { countingIds, day } from '../support/ports.ts'

const deps = { ids: countingIds(), today: day('2026-11-22') }

/** A feedback as a structure, and the text a clerk would be given. */
interface Aspect {
  readonly name: string
  readonly groups: readonly Group[]
}
interface Group {
  readonly name: string
  readonly style: 'ordinal' | 'numbered' | 'list' | 'some'
  readonly parts: readonly string[]
}

const SUBJECTS = ['档案管理', '资金使用', '项目建设', '会议记录', '民情走访', '物资采购', '值班值守', '合同审核', '教育培训']
const FAULTS = ['不规范', '不到位', '不及时', '不严格', '薄弱', '流于形式', '缺失', '走过场', '滞后']
const part = fc.tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...FAULTS)).map(([subject, fault]) => subject + fault)
const group: fc.Arbitrary<Group> = fc.record({
  name: part,
  style: fc.constantFrom('ordinal', 'numbered', 'list', 'some'),
  parts: fc.array(part, { minLength: 2, maxLength: 5 }),
})
const feedback: fc.Arbitrary<readonly Aspect[]> = fc.array(
  fc.record({
    name: fc.constantFrom('政治建设方面', '为民服务方面', '作风建设方面', '队伍建设方面'),
    groups: fc.array(group, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
)

const ORDINALS = ['一是', '二是', '三是', '四是', '五是']
const SOMES = ['有的', '个别', '有的', '少数', '部分']
const stopped = (parts: readonly string[]): readonly string[] =>
  parts.map((words, i) => words + (i === parts.length - 1 ? '。' : '；'))

const printGroup = ({ name, style, parts }: Group, mark: string): string => {
  switch (style) {
    case 'ordinal':
      return `${mark}${name}。${stopped(parts)
        .map((words, i) => `${ORDINALS[i]}${words}`)
        .join('')}`
    case 'numbered':
      return [mark + name, ...parts.map((words, i) => `${printMark('arabic-dot', i + 1)}${words}。`)].join('\n')
    case 'list':
      return `${mark}${name}，主要表现在：${stopped(parts).join('')}`
    case 'some':
      return `${mark}${name}。${stopped(parts)
        .map((words, i) => `${SOMES[i]}单位${words}`)
        .join('')}`
  }
}

const print = (aspects: readonly Aspect[]): string =>
  [
    '关于巡察某局党组的反馈意见',
    '现将巡察情况反馈如下。',
    ...aspects.flatMap(({ name, groups }, i) => [
      printMark('cjk-dun', i + 1) + name,
      ...groups.map((one, k) => printGroup(one, printMark('cjk-paren', k + 1))),
    ]),
    `${printMark('cjk-dun', aspects.length + 1)}意见建议`,
    '（一）加强领导。',
    '县委第一巡察组',
    '2024年5月6日',
  ].join('\n')

const bare = (words: string): string => words.replace(/[。；，]$/, '')

/** Problems with their 具体表现, as the structure means them. */
const meant = (aspects: readonly Aspect[]): unknown =>
  aspects.map(({ name, groups }) => [
    name,
    ...groups.map(({ name: lead, style, parts }) => {
      if (style === 'ordinal' || style === 'numbered') return [lead, ...parts.map((words) => [words])]
      if (style === 'list') return [lead, parts.map((words, i) => (i === 0 ? `主要表现在：${words}` : words))]
      return [lead, parts.map((words, i) => `${SOMES[i]}单位${words}`)]
    }),
  ])

const readBack = (entry: FeedbackEntry): unknown =>
  entry.type === 'node'
    ? [bare(entry.heading), ...entry.children.map(readBack)]
    : [bare(entry.statement), ...(entry.details.length > 0 ? [entry.details.map(bare)] : [])]

const whole = (text: string, splits: readonly Split[]): string =>
  piecesOf(text, splits)
    .map(({ at, to }) => text.slice(at, to))
    .join('')

/** Every letter of what the outline says, in its order: nothing said twice, nothing left out. */
const lettersOf = (text: string, splits: readonly Split[]): number => {
  const { entries, asides } = applySplits(text, splits)
  const count = (words: string | null): number => (words ?? '').replace(/[\s；;、，,]/g, '').length
  const of = (entry: FeedbackEntry): number =>
    count(entry.sourceNumber) +
    (entry.type === 'node'
      ? count(entry.heading) +
        entry.notes.reduce((sum, note) => sum + count(note), 0) +
        entry.children.reduce((sum, c) => sum + of(c), 0)
      : count(entry.statement) + entry.details.reduce((sum, detail) => sum + count(detail), 0))
  return [...entries.map(of), ...asides.map(({ text: words }) => count(words))].reduce((sum, n) => sum + n, 0)
}

const pieceOfText = fc.constantFrom(
  ...[
    '一、',
    '（一）',
    '1.',
    '(1)',
    '1-1',
    '①',
    '一是',
    '二是',
    '三是',
    '主要表现在：',
    '主要是',
    '存在以下问题：',
    '有的',
    '个别',
    '等方面',
  ],
  ...[
    '学习不深入',
    '把关不严',
    '甲',
    '、',
    '；',
    '。',
    '，',
    '：',
    '“',
    '”',
    '（',
    '）',
    '\n',
    '\n',
    ' ',
    '　',
    '意见建议',
    '请认真整改',
  ],
  ...['问题线索已移交', '县委第一巡察组', '2024年5月6日', '方面', '𠮷', '附件：1.'],
)
const anyText = fc.oneof(
  fc.array(pieceOfText, { maxLength: 80 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)
const anySplits = (text: string): fc.Arbitrary<readonly Split[]> =>
  fc.array(
    fc.record({
      at: fc.integer({ min: -2, max: text.length + 2 }),
      kind: fc.constant('hand' as const),
      role: fc.constantFrom(...PIECE_ROLES),
      level: fc.integer({ min: 0, max: 5 }),
      confidence: fc.constant(1),
      isTaken: fc.boolean(),
    }),
    { maxLength: 12 },
  )

describe('a feedback', () => {
  test('made of a structure is read back to that structure', () => {
    fc.assert(
      fc.property(feedback, (aspects) => {
        const text = print(aspects)
        expect(applySplits(text, readFeedback(text).splits).entries.map(readBack)).toEqual(meant(aspects))
      }),
      { seed: 61, numRuns: 300 },
    )
  })

  test('of any text never throws, and no character is lost', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { splits } = readFeedback(text)
        expect(whole(text, splits)).toBe(text)
        expect(lettersOf(text, splits)).toBe(text.replace(/[\s；;、，,]/g, '').length)
        for (const asKind of ['feedback', 'notice', null] as const)
          expect(suggestFromText(text, deps, { asKind })).toHaveProperty('ok')
      }),
      { seed: 62, numRuns: 600 },
    )
  })

  test('split in any way is the text again, and makes a ledger', () => {
    fc.assert(
      fc.property(
        anyText.chain((text) => fc.tuple(fc.constant(text), anySplits(text))),
        ([text, splits]) => {
          expect(whole(text, splits)).toBe(text)
          expect(lettersOf(text, splits)).toBe(text.replace(/[\s；;、，,]/g, '').length)
          expect(suggestFromFeedback(text, deps, splits)).toHaveProperty('ok')
        },
      ),
      { seed: 63, numRuns: 400 },
    )
  })

  test('changed by hand in any order is still the text, one point at a place', () => {
    const act = fc.tuple(fc.nat(4), fc.nat(400), fc.nat(400), fc.constantFrom(...PIECE_ROLES))
    fc.assert(
      fc.property(feedback, fc.array(act, { maxLength: 20 }), (aspects, acts) => {
        const text = print(aspects)
        const after = acts.reduce<readonly Split[]>((splits, [what, first, second, role]) => {
          const at = splits[first % Math.max(1, splits.length)]?.at ?? 0
          const changes = [
            () => addSplit(text, splits, first, role),
            () => removeSplit(splits, at),
            () => takeSplit(splits, at),
            () => moveSplit(text, splits, at, second),
            () => changeSplit(splits, at, { role, level: second % 5 }),
          ]
          return changes[what]?.() ?? splits
        }, readFeedback(text).splits)
        expect(whole(text, after)).toBe(text)
        expect(new Set(after.map(({ at }) => at)).size).toBe(after.length)
      }),
      { seed: 64, numRuns: 200 },
    )
  })
})

describe('a text of a megabyte is read in seconds', () => {
  const million = (unit: string): string => unit.repeat(Math.ceil(1_000_000 / unit.length))
  test.each([
    [
      'paragraphs',
      million('（一）学习贯彻不深入。一是学习不系统；二是研讨不充分，有的走过场。\n1.把关不严，主要表现在：甲；乙。\n'),
    ],
    ['one line of ordinals', million('一是甲，二是乙，')],
    ['one line of lists', million('主要是')],
    ['one line of lists with colons', million('主要表现在：甲')],
    ['one line of 有的', million('有的')],
    ['one line of 顿号', million('甲、')],
    ['one line of 等方面', million('甲、乙、丙等方面')],
    ['open brackets', million('（')],
    ['brackets in each other', `${'（'.repeat(500_000)}${'）'.repeat(500_000)}`],
    ['blanks', million(' 　')],
    ['marks', million('1.\n')],
    ['numbers', million('1-1-')],
    ['line feeds and stops', million('。\n')],
    ['words of shortcomings', million('不严格')],
    ['以 without 代', million('以')],
  ])('%s', { timeout: 60_000 }, (_, text) => {
    const began = performance.now()
    const { splits } = readFeedback(text)
    expect(applySplits(text, splits).entries.length).toBeGreaterThanOrEqual(0)
    expect(whole(text, splits).length).toBe(text.length)
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

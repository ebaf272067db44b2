import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composed, suggested, textOf } from '../support/suggested.ts'

/** Writes sentences with running words. */
class Words {
  private next = 0
  readonly all: string[] = []
  word(): string {
    const word = `句${++this.next}句`
    this.all.push(word)
    return word
  }
  sentence(): string {
    return `${this.word()}抓好落实。`
  }
}

const CJK = ['一', '二', '三', '四', '五', '六', '七', '八']

/** Shapes are drawn first and written afterwards, so that words run in reading order. */
type Line = (words: Words) => string
type Shape = (words: Words) => readonly string[]

const seq =
  (shapes: readonly Shape[]): Shape =>
  (words) =>
    shapes.flatMap((shape) => shape(words))
const line =
  (write: Line): Shape =>
  (words) => [write(words)]

const paragraph: Shape = line((w) => w.sentence())
const enumeration: Line = (w) => `一是${w.word()}；二是${w.word()}；三是${w.word()}。`
const account: Line = (w) => w.sentence() + w.sentence()

const answerLabels = fc.constantFrom('整改情况：', '整改措施及成效：', '【整改情况】')
const statusPhrases = fc.constantFrom('', '已完成整改。', '完成整改并长期坚持。', '正在整改中，按计划于2024年9月底前完成。')

/** What stands under a problem, in the order of the genre. */
const answer: fc.Arbitrary<Shape> = fc
  .record({
    label: answerLabels,
    alone: fc.boolean(),
    more: fc.nat(2),
    inner: fc.boolean(),
    status: statusPhrases,
    shorts: fc.subarray(['责任领导：何启明', '牵头单位：县水利局；责任单位：县财政局、县审计局', '完成时限：2024年6月底前']),
  })
  .map(({ label, alone, more, inner, status, shorts }) =>
    seq([
      ...(alone ? [line(() => label), line((w) => account(w))] : [line((w) => label + account(w))]),
      ...Array.from({ length: more }, () => paragraph),
      ...(inner ? [line((w) => `①${w.sentence()}`), line((w) => `②${w.sentence()}`)] : []),
      ...(status === '' ? [] : [line((w) => `${w.sentence()}${status}`)]),
      ...shorts.map((short) => line(() => short)),
    ]),
  )

const measures: fc.Arbitrary<Shape> = fc
  .subarray(['measures', 'progress', 'result'], { minLength: 2 })
  .map((kinds) =>
    seq(
      kinds.map((kind) =>
        line((w) =>
          kind === 'measures'
            ? `整改措施：${enumeration(w)}`
            : kind === 'progress'
              ? `整改进展：2024年1月18日，${w.sentence()}2024年3月5日，${w.sentence()}`
              : `整改成效：${w.sentence()}`,
        ),
      ),
    ),
  )

const problems = (mark: (n: number) => string): fc.Arbitrary<Shape> =>
  fc
    .array(fc.tuple(fc.boolean(), fc.oneof({ weight: 3, arbitrary: answer }, measures)), { minLength: 1, maxLength: 4 })
    .map((list) =>
      seq(list.flatMap(([isLong, under], i) => [line((w) => mark(i + 1) + w.sentence() + (isLong ? w.sentence() : '')), under])),
    )

const textSection = fc
  .array(fc.constantFrom<'paragraph' | 'run-in' | 'dot'>('paragraph', 'run-in', 'dot'), { minLength: 1, maxLength: 4 })
  .map(
    (kinds): Shape =>
      (words) => {
        let [runIns, dots] = [0, 0]
        return kinds.map((kind) => {
          if (kind === 'paragraph') return words.sentence()
          if (kind === 'run-in') dots = 0
          return kind === 'run-in'
            ? `（${CJK[runIns++]}）${words.word()}。${words.sentence()}`
            : `${++dots}.${words.word()}。${words.sentence()}`
        })
      },
  )

const labelledSection = fc
  .array(
    fc.array(
      problems((n) => `（${n}）`),
      { minLength: 1, maxLength: 2 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(
    (categories): Shape =>
      (words) =>
        categories.flatMap((aspects, c) => [
          `（${CJK[c]}）${words.word()}方面`,
          ...aspects.flatMap((list, a) => [`${a + 1}.${words.word()}不到位`, ...list(words)]),
        ]),
  )

const headedSection = fc.record({ items: fc.nat(3), more: fc.nat(1), quoted: fc.boolean() }).map(
  ({ items, more, quoted }): Shape =>
    (words) => {
      const heading = quoted ? `关于“${words.word()}”问题的整改情况` : `关于${words.word()}问题的整改情况`
      const body = items === 0 ? [words.sentence()] : []
      return [
        heading,
        ...body,
        ...Array.from({ length: items }, (_, i) => [
          `（${CJK[i]}）${words.word()}。${account(words)}`,
          ...Array.from({ length: more }, () => words.sentence()),
        ]).flat(),
      ]
    },
)

const notice = (
  sections: fc.Arbitrary<readonly { readonly heading: Line | null; readonly shape: Shape }[]>,
): fc.Arbitrary<{ text: string; words: readonly string[] }> =>
  fc
    .record({ sections, opening: fc.integer({ min: 1, max: 3 }), closing: fc.boolean() })
    .map(({ sections: list, opening, closing }) => {
      const words = new Words()
      const lines = ['中共青梧县委关于巡察整改进展情况的通报']
      for (let i = 0; i < opening; i++) lines.push(`2023年9月1日，市委巡察组对青梧县开展了巡察，${words.sentence()}`)
      list.forEach(({ heading, shape }, i) => {
        const written = shape(words)
        lines.push(
          ...(heading ? [`${CJK[i]}、${heading(words)}`, ...written] : [`${CJK[i]}、${written[0]}`, ...written.slice(1)]),
        )
      })
      if (closing) lines.push(`下一步，县委将${words.sentence()}`)
      lines.push(`欢迎监督，${words.word()}联系电话：0000-0000000。`, '中共青梧县委', '2024年7月5日')
      return { text: lines.join('\n'), words: words.all }
    })

const text = (name: string) => textSection.map((shape) => ({ heading: (() => name) as Line, shape }))

const labelledNotice = notice(
  fc.tuple(
    text('整改工作组织推动情况'),
    labelledSection.map((shape) => ({ heading: (() => '反馈问题整改情况') as Line, shape })),
    text('下一步工作打算'),
  ),
)
const headedNotice = notice(
  fc.array(
    headedSection.map((shape) => ({ heading: null, shape })),
    { minLength: 1, maxLength: 6 },
  ),
)

const comesBack = ({ text: source, words }: { readonly text: string; readonly words: readonly string[] }): void => {
  const output = textOf(composed(suggested(source).ledger)).join('\n')
  for (const word of words) expect(output.split(word), `${word} in\n${source}\n---\n${output}`).toHaveLength(2)
  const found = [...output.matchAll(/句\d+句/g)].map(([word]) => word)
  expect([...found].sort()).toEqual([...words].sort())
}

/**
 * Whatever a notice is built of, each of its sentences comes out again, once. Every sentence carries a word of its own (句17句), so that a
 * lost or doubled one is seen.
 */
describe('nothing of a text is lost on the way to the ledger and back', () => {
  test.each([1, 2, 3])('问题逐条式, seed %i', (seed) => {
    fc.assert(fc.property(labelledNotice, comesBack), { seed, numRuns: 120 })
  })

  test.each([1, 2, 3])('方面—事项式, seed %i', (seed) => {
    fc.assert(fc.property(headedNotice, comesBack), { seed, numRuns: 120 })
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderNoticeDocx } from '../../shared/documents/render/notice-docx.ts'
import { composeProblem } from '../../shared/notice/compose.ts'
import { aLedger, type LedgerSketch, PROBLEMS_BLOCK } from '../support/a-ledger.ts'
import { docxParts } from '../support/docx-text.ts'
import { day } from '../support/ports.ts'
import { composed, noticeOf } from '../support/suggested.ts'

const surname = fc.constantFrom('王', '何', '沈', '欧阳', '司马', '陆', '麻')
const given_ = fc.stringMatching(/^[建国栋启明思远素梅]{1,2}$/)
const name = fc.tuple(surname, given_).map((parts) => parts.join(''))
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 5 })

/** A text that names some of these, run together, spaced out or behind an office. */
const textOf = (people: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...people),
        fc.constantFrom(...people).map((person) => [...person].join(' ')),
        fc.constantFrom('，', '。', '县长', '约谈', '同志', '王', '明', '一是', '；二是', '⟦problems.total⟧', '\n', '(', ')'),
      ),
      { maxLength: 14 },
    )
    .map((words) => words.join(''))

const anySketch = names.chain((people) =>
  fc.record({
    people: fc.constant(people),
    sketch: fc.record({
      nodes: fc.tuple(textOf(people), textOf(people)).map(([heading, text]) => [{ id: 'n', heading, text }]),
      problems: fc.array(
        fc.record({
          nodeId: fc.constantFrom('n', null),
          statement: textOf(people),
          details: textOf(people),
          account: textOf(people),
          status: fc.constantFrom('done', 'inProgress'),
          statusWords: textOf(people),
          measures: fc.array(fc.record({ title: textOf(people), account: textOf(people), text: textOf(people) }), {
            maxLength: 2,
          }),
          responsibilities: fc.array(fc.record({ role: fc.constant('leader'), name: fc.constantFrom(...people) }), {
            maxLength: 2,
          }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      notice: fc.record({
        names: fc.constant('public'),
        title: textOf(people),
        signature: textOf(people),
        template: fc.constantFrom('aspect-items', 'problem-situation', 'progress-report', 'own'),
        itemLines: fc.constantFrom(null, 'account:整改情况|leader:责任领导|status:完成情况'),
      }),
      blocks: fc
        .tuple(textOf(people), textOf(people), textOf(people), textOf(people))
        .map(([head, opening, heading, annotation]) => [
          { part: 'head', text: head },
          { part: 'opening', text: opening },
          { part: 'arrangement', form: 'run-in', mark: 'cjk-dun', heading, text: opening },
          PROBLEMS_BLOCK,
          { part: 'remaining', form: 'remaining', status: 'inProgress' },
          { part: 'annotation', text: annotation },
        ]),
      more: fc.constant({
        leader: people.slice(0, 2).map((person) => ({ name: person })),
        noticeTemplate: [{ id: 'own', title: '甲', sameSurname: 'apart', levels: 'cjk-dun', itemLines: 'account:情况' }],
      }),
      accountabilities: fc.constant([{ category: 'party', measure: '警告', people: people.join('、') }]),
    }),
  }),
) as fc.Arbitrary<{ readonly people: readonly string[]; readonly sketch: LedgerSketch }>

/** Every text of a value, without the spaces between its characters. */
const wordsIn = (value: unknown): string => JSON.stringify(value).replace(/[ \u00a0\u3000]/g, '')

test('a name of the ledger stands nowhere in an edition that masks names', () =>
  fc.assert(
    fc.property(anySketch, ({ people, sketch }) => {
      const ledger = aLedger(sketch)
      const model = wordsIn(composed(ledger, { edition: 'public' }))
      const problem = wordsIn(composeProblem(ledger, noticeOf(ledger), 'p1', { edition: 'public', today: day('2024-07-05') }))
      for (const person of people) {
        expect(model).not.toContain(person)
        expect(problem).not.toContain(person)
      }
    }),
    { seed: 40, numRuns: 300 },
  ))

test('nor in any part of its file: document, properties, settings', async () => {
  await fc.assert(
    fc.asyncProperty(anySketch, async ({ people, sketch }) => {
      const model = composed(aLedger(sketch), { edition: 'public' })
      const parts = docxParts(await renderNoticeDocx(model, { profile: 'word' }))
      for (const [part, xml] of parts) {
        const words = xml.replace(/<[^>]*>|\s/g, '')
        for (const person of people) expect(words, part).not.toContain(person)
      }
    }),
    { seed: 41, numRuns: 12 },
  )
})

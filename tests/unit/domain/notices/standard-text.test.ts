import { expect, test } from 'vitest'
import { NOTICE_TEMPLATES } from '../../../../shared/domain/notices/built-in-templates.ts'
import { defaultBlocks, titleFor } from '../../../../shared/domain/notices/default-blocks.ts'
import { fillStandard, inspectionFacts } from '../../../../shared/domain/notices/standard-text.ts'
import { fillStatusWords } from '../../../../shared/domain/notices/status-words.ts'
import { aLedger } from '../../../support/a-ledger.ts'
import { day } from '../../../support/ports.ts'

const told = aLedger({
  inspection: {
    kind: '常规巡察',
    team: '市委第二巡察组',
    inspectedParty: '青梧县',
    periodFrom: day('2023-09-11'),
    periodTo: day('2024-01-10'),
    feedbackOn: day('2024-02-01'),
  },
})

test('a standard paragraph speaks of this inspection', () => {
  expect(
    fillStandard('{period}，{team}对{inspected}开展了{kind}{xun}。{feedbackOn}，{party}收到反馈。', inspectionFacts(told)),
  ).toBe('2023年9月11日至2024年1月10日，市委第二巡察组对青梧县开展了常规巡察。2024年2月1日，中共青梧县委收到反馈。')
})

test('what nobody knows is left out with its sentence, and a day before one with its comma', () => {
  const bare = inspectionFacts(aLedger())
  expect(fillStandard('{period}，{team}来过。于{feedbackOn}反馈。{party}整改。', bare)).toBe('巡察组来过。中共青梧县委整改。')
  expect(fillStandard('{party}整改。', inspectionFacts(aLedger({ inspection: { rectifyingParty: null } })))).toBe(
    '〔待填〕整改。',
  )
})

test.each([
  ['', false, '正在整改中。'],
  ['2024年6月底前', false, '正在整改中，按计划于2024年6月底前完成。'],
  ['2024年6月底前', true, '正在整改中，按计划于2024年6月底前完成并长期坚持。'],
])('a status phrase with the deadline %j and 长期坚持 %s: %s', (deadline, sustained, phrase) => {
  expect(fillStatusWords('正在整改中【时限：，按计划于{deadline}完成】【长期：并长期坚持】。', deadline, sustained)).toBe(phrase)
})

test.each(NOTICE_TEMPLATES)('a new document of $id has a title, its sections and no slot left open', (template) => {
  const blocks = defaultBlocks(template, told)
  const text = [titleFor(template, told), ...blocks.flatMap(({ heading, text }) => [heading, text])].join('\n')
  expect(text).not.toMatch(/[{}]/)
  expect(titleFor(template, told)).toMatch(/^中共青梧县委关于市委第二巡察组反馈意见.*(?:通报|报告|方案)$/)
  expect(blocks.filter(({ form }) => form === 'problems')).toHaveLength(1)
  for (const { part, section } of template.parts)
    if (section !== null && blocks.some((block) => block.part === part))
      expect(blocks.find((block) => block.part === part)).toMatchObject({ form: 'section', heading: section })
})

test('only what is published says that it may be', () => {
  const [template] = NOTICE_TEMPLATES
  const said = (edition: 'public' | 'party') =>
    template &&
    defaultBlocks(template, told, edition)
      .map(({ text }) => text)
      .join()
  expect(said('public')).toContain('此件公开发布')
  expect(said('party')).not.toContain('此件公开发布')
})

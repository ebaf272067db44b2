import { expect, test } from 'vitest'
import { proofReportModel } from '../../../shared/documents/proof-report.ts'
import { renderNoticeDocx } from '../../../shared/documents/render/notice-docx.ts'
import { noticeFontsOf } from '../../../shared/documents/render/notice-fonts.ts'
import { fingerprintOf, withDecisions } from '../../../shared/proof/decisions.ts'
import { proofText } from '../../../shared/proof/proof.ts'
import { docxText } from '../../support/docx-text.ts'
import { day } from '../../support/ports.ts'

const text = '共处理3人（警告1人、记过1人）。移交线索9件，办结8件，办结率88.8%。'
const proof = proofText(text)
const [first] = proof.findings
if (!first) throw new Error('the sum is wrong')
const saying = { id: 'd', order: 'a0', ...fingerprintOf(first, text), verdict: 'dismissed', reason: '另有1人' } as const
const report = (decided = withDecisions(proof.findings, text, [saying])) =>
  proofReportModel({ subject: '关于整改情况的通报', on: day('2026-11-23'), by: '县委办 何某', against: null, proof, decided })

test('the report says what was checked, what was found and what a person decided', () => {
  const model = report()
  const words = model.lines.map((line) => line.text).join('\n')
  expect(words).toContain(`共核对数字和用语关系${proof.checked}处，相符${proof.passed}处`)
  expect(words).toContain('发现必改2处、存疑0处、建议0处')
  expect(words).toContain('经核对无误、不改的1处')
  expect(words).toContain('还有1处必改问题没有改正')
  expect(words).toContain('没有对照台账')
  expect(model.paper?.attachments.map(({ title }) => title)).toEqual(['检查发现一览表', '检查项目一览表'])
  const [table] = model.paper?.attachments ?? []
  if (!table || !('rows' in table.content)) throw new Error('the first attachment is a table')
  expect(table.content.rows.map((row) => row[4])).toEqual(['核对无误，不改：另有1人', ''])
})

test('a text without fault is ready', () => {
  const clean = proofText('现将整改情况予以公布。')
  const model = proofReportModel({ subject: '', on: day('2026-11-23'), by: '', against: null, proof: clean, decided: [] })
  expect(model.lines.map((line) => line.text).join('\n')).toContain('没有还要改的必改问题，可以送审')
  expect(model.paper?.attachments.map(({ title }) => title)).toEqual(['检查项目一览表'])
})

test('it is written as a Word file with its tables', async () => {
  const bytes = await renderNoticeDocx(report(), { profile: 'word', fonts: noticeFontsOf(null, null), comments: [] })
  const written = await docxText(bytes)
  expect(written).toContain('送审前体检报告')
  expect(written).toContain('比率写作88.8%')
  expect(written).toContain('检查人（签字）')
})

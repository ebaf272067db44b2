import { describe, expect, test } from 'vitest'
import type { NoticeModel } from '../../../shared/notice/model.ts'
import { findingPlaces } from '../../../shared/notice/notice-comments.ts'
import { noticeFinding } from '../../../shared/notice/notice-findings.ts'
import type { TypedFigure } from '../../../shared/notice/typed-figures.ts'
import { day } from '../../support/ports.ts'

const model: NoticeModel = {
  head: [],
  title: '通报',
  edition: 'public',
  cutoff: day('2024-07-05'),
  lines: [
    { kind: 'paragraph', text: '共收到移交信访件85件。' },
    { kind: 'run-in', level: 2, heading: '（一）联系方式：〔待填〕。', text: '联系人何启明同志。' },
  ],
  signature: null,
  signedOn: null,
  annotations: [],
  missingFigures: [],
  unnamedProblems: [],
}

const typed = (agrees: boolean): TypedFigure => ({
  line: 0,
  start: 8,
  end: 10,
  blockId: 'b1',
  figureId: 'leads.letter.received',
  label: '信访件',
  stated: '85',
  value: '86',
  agrees,
})

describe('findings beside the words they speak of', () => {
  test('a typed number that differs stands at its place, one that agrees nowhere', () => {
    const [place, ...others] = findingPlaces(model, [], [typed(false), { ...typed(true), start: 0, end: 1 }])
    expect(place).toMatchObject({ line: 0, of: 'text', start: 8, end: 10, message: '必改：信访件写作 85，台账是 86' })
    expect(others).toEqual([])
  })

  test('quoted words are found in headings and texts; what quotes none stands at the beginning', () => {
    const named = noticeFinding('notice.name-likely', '何启明', '联系人何启明同志')
    const unsigned = noticeFinding('notice.signature-missing')
    expect(findingPlaces(model, [named, unsigned], [])).toMatchObject([
      { line: 1, of: 'text', start: 0, end: 8 },
      { line: 0, of: 'text', start: 0, end: 0, message: unsigned.message.replace(/^/, '存疑：') },
    ])
    const heading = noticeFinding('notice.to-fill', '联系方式：')
    expect(findingPlaces(model, [heading], [])).toMatchObject([{ line: 1, of: 'heading', start: 3, end: 8 }])
  })

  test('words that are kept from the public are not told in the comments of its file', () => {
    const lost = noticeFinding('notice.withheld-lost', '移交线索三件')
    const messages = (edition: 'public' | 'report') =>
      findingPlaces({ ...model, edition }, [lost], []).map(({ message }) => message)
    expect(messages('public').join()).not.toContain('移交线索三件')
    expect(messages('report').join()).toContain('移交线索三件')
  })

  test('nor that problems were left out, and how many', () => {
    const left = noticeFinding('notice.problems-withheld', '3', '40')
    const rules = (edition: 'public' | 'report') => findingPlaces({ ...model, edition }, [left], []).map(({ message }) => message)
    expect(rules('public').join()).not.toMatch(/没有列入|3个/)
    expect(rules('report').join()).toContain('没有列入3个')
  })

  test('a notice without any line has no place for them', () => {
    expect(findingPlaces({ ...model, lines: [] }, [noticeFinding('notice.title-missing')], [])).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../../shared/domain/ledger.ts'
import { NOTICE_TEMPLATES } from '../../../shared/domain/notices/built-in-templates.ts'
import { composeSheet } from '../../../shared/notice/compose.ts'
import { fillText } from '../../../shared/notice/filled-text.ts'
import type { Figures } from '../../../shared/notice/notice-figures.ts'
import type { SheetLine } from '../../../shared/notice/sheet.ts'
import { type Piece, printedWords, type Words } from '../../../shared/notice/words.ts'
import { aLedger, PROBLEMS_BLOCK } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'
import { composed, noticeOf, suggested } from '../../support/suggested.ts'
import { TWINS } from '../../support/texts.ts'

const TODAY = { today: day('2024-07-05') }
const sheetOf = (ledger: Ledger, choices = {}) => composeSheet(ledger, noticeOf(ledger), { ...TODAY, ...choices })

/** As it is printed, but for quotation marks inside quotation marks and the stop of a heading. */
const printed = (line: SheetLine, figures: Figures): string =>
  fillText(printedWords([...line.heading, ...line.text]), figures).text
const alike = (text: string): string => text.replace(/[“”‘’]/g, '').replace(/[。；;]/g, '')

const piecesOf = (lines: readonly SheetLine[]): readonly Piece[] => lines.flatMap(({ heading, text }) => [...heading, ...text])

describe.each(TWINS.map(({ name, text }) => [name, text] as const))('the sheet of %s', (_name, text) => {
  const { ledger } = suggested(text)
  test.each(NOTICE_TEMPLATES.map((template) => [template.title, template] as const))('shows what %s prints', (_, template) => {
    const sheet = sheetOf(ledger, { template })
    const body = sheet.lines.filter(({ kind }) => kind === 'heading' || kind === 'run-in' || kind === 'paragraph')
    const lines = body.map((line) => alike(printed(line, sheet.figures))).filter((text) => text !== '')
    const model = composed(ledger, { ...TODAY, template })
    expect(lines).toEqual(
      model.lines
        .map((line) => alike(line.kind === 'run-in' ? line.heading + line.text : line.text))
        .filter((text) => text !== ''),
    )
  })

  test('names for every word of a record the field it stands in', () => {
    const records = ledger.records as unknown as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
    const sheet = sheetOf(ledger)
    const lost = piecesOf(sheet.lines).filter(({ text, source }) => {
      if (source === null || source.isDraft) return false
      const record = records[source.kind]?.find(({ id }) => id === source.id)
      return !String(record?.[source.field] ?? '').includes(text)
    })
    expect(lost).toEqual([])
    expect(piecesOf(sheet.lines).filter(({ source }) => source !== null).length).toBeGreaterThan(20)
  })
})

describe('what can be written where', () => {
  const words = (all: Words) => all.map(({ text, source }) => (source === null ? text : `<${source.field}:${text}>`)).join('')
  const problems = [{ statement: '会议记录“不规范”。', status: 'done' }] as const
  const blocks = [PROBLEMS_BLOCK]

  test('the statement inside the words of a pattern, and an account nobody has written', () => {
    const ledger = aLedger({
      problems,
      blocks,
      notice: { template: 'aspect-items', problemHeading: '关于“{statement}”问题的整改情况' },
    })
    const [heading, account] = sheetOf(ledger).lines.filter(({ problemId }) => problemId !== undefined)
    expect(words(heading?.heading ?? [])).toBe('一、关于“<statement:会议记录“不规范”。>”问题的整改情况')
    expect(words(account?.text ?? [])).toBe('<account:>')
    expect(account?.text[0]?.source).toMatchObject({ isDraft: true, kind: 'problem' })
  })

  test('an account composed from measures is a draft, one that was written is not', () => {
    const measures = [{ text: '建立台账' }, { text: '逐月核对' }]
    const ledger = aLedger({ problems: [{ ...problems[0], measures }], blocks, notice: { itemLines: 'account+status:整改情况' } })
    const line = sheetOf(ledger).lines.find(({ text }) => text.some(({ source }) => source?.field === 'account'))
    expect(words(line?.text ?? [])).toMatch(/^整改情况：<account:一是建立台账；二是逐月核对。>/)
  })

  test('words that are 拟不公开 and problems the edition leaves out stand there as well', () => {
    const ledger = aLedger({ problems: [{ ...problems[0], office: { withheld: true } }], blocks })
    const sheet = sheetOf(ledger, { edition: 'public' })
    expect(piecesOf(sheet.lines).some(({ text }) => text.includes('会议记录'))).toBe(true)
    expect(sheet.leftOut.size).toBe(1)
  })
})

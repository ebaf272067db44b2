import { describe, expect, test } from 'vitest'
import { type FormSetting, formDocument } from '../../../shared/documents/forms/form-document.ts'
import { FORM_KEYS, type FormKey, formSubjects } from '../../../shared/documents/forms/form-keys.ts'
import { beginOf, previousRecord } from '../../../shared/documents/forms/work-report.ts'
import { TIMES_IN_WORD } from '../../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../../shared/documents/pages/lay-out-pages.ts'
import type { PaperDocument } from '../../../shared/documents/paper-document.ts'
import { renderPaperDocx } from '../../../shared/documents/render/notice-docx.ts'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import { snapshotOf } from '../../../shared/domain/snapshot.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { docxParts, docxText } from '../../support/docx-text.ts'
import { papersLedger } from '../../support/papers-ledger.ts'
import { day } from '../../support/ports.ts'

const ledger = papersLedger()
const date = day('2024-07-10')
const setting: FormSetting = {
  date,
  issuer: '青梧县委巡察整改办',
  previous: { title: '6月期报', snapshot: snapshotOf(ledger, day('2024-06-25')) },
}

const paper = (key: FormKey, subjectId = ledger.ledger.id, own = setting): PaperDocument => {
  const found = formDocument(ledger, key, subjectId, own)
  if (!found) throw new Error(`no paper ${key} of ${subjectId}`)
  return found
}
const word = (document: PaperDocument) => renderPaperDocx(document, date, { profile: 'word' })
const textOf = async (document: PaperDocument): Promise<string> => docxText(await word(document))
/** Every word that the layout puts on pages, cells included. */
const laidText = (document: PaperDocument): string =>
  layOutPages(document, TIMES_IN_WORD)
    .flatMap(({ lines }) => lines.flatMap(({ set }) => set.pieces.map(({ text }) => text)))
    .join('')
const squeezed = (text: string): string => text.replace(/\s/g, '')

const EXAMPLES: readonly (readonly [FormKey, string])[] = [
  ['supervision', 's1'],
  ['supervision', 's2'],
  ['supervision', 's3'],
  ['closure', 'p1'],
  ['closure', 'p2'],
  ['extension', 'p2'],
  ['adjustment', 'p2'],
  ['problemFile', 'p1'],
  ['monthly', 'ledger'],
  ['halfMonthly', 'ledger'],
  ['immediate', 'ledger'],
  ['meeting', 'ledger'],
]

describe('papers that are signed', () => {
  test.each(EXAMPLES)('%s of %s: parts are as they were, the same on every PC', async (key, subjectId) => {
    const parts = docxParts(await word(paper(key, subjectId)))
    expect([...docxParts(await word(paper(key, subjectId)))]).toEqual([...parts])
    const document = (parts.get('word/document.xml') ?? '').replace(/></g, '>\n<')
    await expect(document).toMatchFileSnapshot(`../../golden/papers/${key}-${subjectId}.xml`)
  })

  test.each(EXAMPLES)('%s of %s: Word and the printed pages have the same words', async (key, subjectId) => {
    const document = paper(key, subjectId)
    const inWord = squeezed(await textOf(document))
    const laid = squeezed(laidText(document))
    const count = (text: string): Map<string, number> => {
      const found = new Map<string, number>()
      for (const c of text) found.set(c, (found.get(c) ?? 0) + 1)
      return found
    }
    // A heading row is printed on every page; everything else stands once.
    for (const [c, times] of count(inWord)) expect(count(laid).get(c) ?? 0, c).toBeGreaterThanOrEqual(times)
  })

  test('督办通知单 carries its number, the problem, the due day, and a 回执 with what came back', async () => {
    const text = await textOf(paper('supervision', 's1'))
    for (const words of [
      '编号：青整督〔2024〕3号',
      '第2号：村集体“三资”台账不清',
      '2024年7月10日',
      '督办通知单回执',
      '其余2个村的合同已于7月8日公开。（2024年7月9日）',
    ])
      expect(text).toContain(words)
    expect(text).toContain('青梧县委巡察整改办')
  })

  test('提示函 is a letter with its number, 警示函 without day or number leaves room for the pen', async () => {
    expect(await textOf(paper('supervision', 's2'))).toMatch(/提示函\s+青整提〔2024〕1号\s+柳塘镇：/)
    const caution = await textOf(paper('supervision', 's3'))
    expect(caution).toContain('石栈乡：')
    expect(caution).toContain('于　　年　　月　　日前')
    expect(caution).not.toMatch(/undefined|null|NaN/)
  })

  test('销号审批表 of a second attempt has its application, what was returned before, and the opinions with who and when', async () => {
    const text = await textOf(paper('closure', 'p1'))
    for (const words of [
      '检测报告已补齐，再次申请销号。',
      '2024年6月24日退回：缺少检测报告',
      '同意（钟予安　2024年6月27日）',
      '同意。经现场核查，情况属实。（陆清如　2024年6月28日）',
      '销号日期：2024年6月30日',
      '水质检测报告（6月）.pdf',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('同意。同意')
  })

  test('what happened after its day is not on it', async () => {
    const earlier = await textOf(paper('closure', 'p1', { ...setting, date: day('2024-06-25') }))
    expect(earlier).not.toContain('再次申请销号')
    expect(earlier).not.toContain('销号日期')
    expect(earlier).toContain('2024年6月24日退回')
  })

  test('a reopened problem begins the form of its next cycle', async () => {
    const reopened = aLedger({
      problems: [{ statement: '甲问题', status: 'inProgress' }],
      more: {
        closure: [
          {
            problemId: 'p1',
            cycle: 1,
            attempt: 1,
            appliedOn: day('2024-01-02'),
            application: '第一次',
            closedOn: day('2024-01-05'),
            reopenedOn: day('2024-03-01'),
          },
        ],
      },
    })
    const form = formDocument(reopened, 'closure', 'p1', setting)
    expect(form?.title).toBe('整改销号审批表（第2轮整改）')
    expect(await textOf(form as PaperDocument)).not.toContain('第一次')
  })

  test('延期审批表 has both deadlines and the reason; without an 延期 it is an open form', async () => {
    const text = await textOf(paper('extension', 'p2'))
    for (const words of ['2024年5月底前', '2024年7月15日前', '2个村的承租人外出务工']) expect(text).toContain(words)
    expect(await textOf(paper('extension', 'p1'))).toContain('申请延至')
    expect(formSubjects(ledger, 'extension', 'due').map(({ id }) => id)).toEqual(['p2'])
    expect(formSubjects(ledger, 'extension', 'all')).toHaveLength(2)
  })

  test('月报 says the figures of the ledger and what changed since the period frozen before', async () => {
    const text = await textOf(paper('monthly'))
    const figure = (id: string): string => figuresOf(ledger, date).find((one) => one.id === id)?.value ?? '?'
    expect(text).toContain(
      `反馈问题共${figure('problems.total')}个，已完成${figure('problems.done')}个，完成率${figure('problems.doneRate')}%`,
    )
    expect(text).toContain('与上期（6月期报，截至2024年6月25日）比较：新销号问题1个（第1号）')
    expect(text).toContain('已补齐3个村的合同公开。')
    expect(text).not.toContain('8名管护员全部到岗')
    expect(await textOf(paper('monthly', 'ledger', { ...setting, previous: null }))).toContain('还没有冻结过更早的期报')
  })

  test('a report compares with the last period frozen before its span', () => {
    const periods = [{ cutoff: day('2024-05-31') }, { cutoff: day('2024-06-30') }, { cutoff: day('2024-07-08') }]
    expect(previousRecord(periods, 'monthly', date)?.cutoff).toBe('2024-06-30')
    expect(previousRecord(periods, 'halfMonthly', day('2024-07-20'))?.cutoff).toBe('2024-07-08')
    // With nothing before the month, the last before the day.
    expect(previousRecord(periods.slice(2), 'monthly', date)?.cutoff).toBe('2024-07-08')
    expect(previousRecord(periods.slice(2), 'monthly', day('2024-07-08'))).toBeNull()
    expect(beginOf('halfMonthly', day('2024-07-16'))).toBe('2024-07-16')
    expect(beginOf('monthly', day('2024-07-16'))).toBe('2024-07-01')
  })

  test('会议材料 asks for what waits: an extension nobody approved', async () => {
    expect(await textOf(paper('meeting'))).toContain('申请延期：2024年5月底前延至2024年7月15日前，待批准')
  })

  test('an empty ledger gives papers that say so', async () => {
    const empty = aLedger()
    for (const key of FORM_KEYS) {
      for (const { id } of formSubjects(empty, key, 'all')) {
        const document = formDocument(empty, key, id, { ...setting, previous: null })
        expect(await textOf(document as PaperDocument), key).not.toMatch(/undefined|NaN/)
      }
    }
    expect(formDocument(empty, 'closure', 'gone', setting)).toBeNull()
  })

  test('very long words go on over pages, and a row with a place to sign stays whole', () => {
    const long = aLedger({ problems: [{ statement: '长'.repeat(2000), account: '办'.repeat(6000), status: 'done' }] })
    const document = formDocument(long, 'closure', 'p1', setting) as PaperDocument
    const pages = layOutPages(document, TIMES_IN_WORD)
    expect(pages.length).toBeGreaterThan(5)
    const text = laidText(document)
    expect([...text].filter((c) => c === '长')).toHaveLength(2000)
    expect([...text].filter((c) => c === '办').length).toBeGreaterThanOrEqual(6000)
    for (const page of pages) {
      const signs = page.lines.filter(({ set }) => set.pieces.some(({ text: words }) => words.includes('负责人')))
      const seals = page.lines.filter(({ set }) => set.pieces.some(({ text: words }) => words.includes('盖章')))
      expect(signs).toHaveLength(seals.length)
      for (const { top, set } of page.lines) expect(top + set.height).toBeLessThanOrEqual(page.block.height + 1)
    }
  })
})

import { describe, expect, test } from 'vitest'
import { fourListsWorkbook } from '../../../shared/documents/four-lists-workbook.ts'
import { renderWorkbookXlsx } from '../../../shared/documents/render/workbook-xlsx.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'
import { rulesOf } from '../../support/suggested.ts'
import { opened, rowsOf, type SheetMade, workbook } from '../../support/workbooks.ts'

const ledger: SheetMade = {
  name: '台账',
  rows: [
    ['序号', '反馈问题', '整改措施'],
    ['1', '学习不深入', '制定计划'],
  ],
}

const hidden = (name: string, rows: SheetMade['rows']): SheetMade => ({
  name,
  rows,
  touch: (sheet) => {
    sheet.state = 'hidden'
  },
})

describe('a sheet beside the ledger', () => {
  test('our own export, its choices and its ids are nothing to look at and no text', async () => {
    const date = day('2024-07-05')
    const made = aLedger({ problems: [{ statement: '学习不深入' }, { statement: '会议不规范' }] })
    const document = opened(await renderWorkbookXlsx(fourListsWorkbook(made, date), date))
    expect(rulesOf(document.findings)).toEqual([])
    expect(rulesOf(rowsOf(document).findings)).not.toContain('intake.sheet-unread')
    expect(document.text).toContain('学习不深入')
    expect(document.text).not.toContain('_zgtz')
    expect(document.text.split('\n')).not.toContain('未启动')
  })

  test.each([
    {
      name: 'hidden',
      sheet: hidden('Sheet2', [
        ['未启动', '县委办'],
        ['整改中', '县财政局'],
        ['已完成', ''],
      ]),
    },
    { name: 'named so', sheet: { name: '下拉选项', rows: [['未启动'], ['整改中']] } },
  ])('choices of drop-down lists, $name, are no warning', async ({ sheet }) => {
    const document = await workbook([ledger, sheet])
    expect(rulesOf(document.findings)).toEqual([])
    expect(rulesOf(rowsOf(document).findings)).toEqual([])
  })

  test.each([
    {
      name: 'a hidden ledger',
      sheet: hidden('旧', [
        ['序号', '反馈问题'],
        ['1', '学习不深入'],
        ['2', '会议不规范'],
      ]),
      rules: ['intake.sheets-hidden'],
    },
    {
      name: 'hidden sentences',
      sheet: hidden('说明', [['本表由县委办负责填报。'], ['每月25日前报送。']]),
      rules: ['intake.sheets-hidden', 'intake.sheet-unread'],
    },
    { name: 'names on a sheet in sight', sheet: { name: '名单', rows: [['何启'], ['秦望']] }, rules: ['intake.sheet-unread'] },
  ])('$name is said', async ({ sheet, rules }) => {
    const document = await workbook([ledger, sheet])
    const said = [...rulesOf(document.findings), ...rulesOf(rowsOf(document).findings)]
    expect(said.filter((rule) => /sheet/.test(rule))).toEqual(rules)
  })
})

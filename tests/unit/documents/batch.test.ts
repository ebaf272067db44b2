import { describe, expect, test } from 'vitest'
import { type BatchWanted, batchFiles } from '../../../shared/documents/batch/batch-files.ts'
import { distinctFileNames, nameOfFile, USUAL_PATTERN, unknownParts } from '../../../shared/documents/batch/file-names.ts'
import { FORM_KEYS } from '../../../shared/documents/forms/form-keys.ts'
import { renderBatchFile } from '../../../shared/documents/render/batch-file.ts'
import { TABLE_KEYS } from '../../../shared/documents/tables/table-keys.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { papersLedger } from '../../support/papers-ledger.ts'
import { day } from '../../support/ports.ts'

const ledger = papersLedger()
const date = day('2024-07-10')
const wanted: BatchWanted = {
  tables: [],
  books: [],
  forms: [],
  template: null,
  range: 'due',
  units: [],
  pattern: USUAL_PATTERN,
}
const names = (own: Partial<BatchWanted>): readonly string[] =>
  batchFiles(ledger, { ...wanted, ...own }, date).map(({ name, extension }) => `${name}.${extension}`)

describe('a batch', () => {
  test('names its files by the pattern, and no two alike', () => {
    expect(names({ forms: ['closure', 'monthly'] })).toEqual([
      '青梧县巡察整改台账_销号审批表_01_8座村级供水站长期无人值守，水质_2024-07-10.docx',
      '青梧县巡察整改台账_整改工作月报_2024-07-10.docx',
    ])
    expect(names({ forms: ['problemFile'], pattern: '{文种}' })).toEqual(['一问题一档.docx', '一问题一档（2）.docx'])
    expect(nameOfFile('{台账}_{对象}_{日期}', { 台账: '甲/乙:丙', 文种: '表', 对象: '', 日期: '2024-07-10' })).toBe(
      '甲_乙_丙_2024-07-10',
    )
    expect(nameOfFile('{对象}', { 台账: '甲', 文种: '表', 对象: '', 日期: '' })).toBe('表')
    expect(unknownParts('{台帐}_{文种}')).toEqual(['台帐'])
    expect(distinctFileNames(['A', 'a', 'A'])).toEqual(['A', 'a（2）', 'A（3）'])
  })

  test('of some units has what concerns them, by any of their names', () => {
    const known = aLedger({
      problems: [
        { statement: '甲', responsibilities: [{ role: 'unit', name: '县水务局' }] },
        { statement: '乙', responsibilities: [{ role: 'unit', name: '柳塘镇' }] },
      ],
      more: { unit: [{ id: 'u1', name: '县水利局', aliases: '县水务局' }] },
    })
    const files = batchFiles(known, { ...wanted, forms: ['problemFile', 'meeting'], books: ['unit'], units: ['县水利局'] }, date)
    expect(files.map(({ of }) => of)).toEqual([
      { type: 'book', by: 'unit', name: '县水利局' },
      { type: 'form', key: 'problemFile', subjectId: 'p1' },
      { type: 'form', key: 'meeting', subjectId: 'ledger' },
    ])
  })

  test('every paper there is can be made; what is gone meanwhile is none', async () => {
    const all: BatchWanted = { ...wanted, tables: TABLE_KEYS, books: ['unit', 'leader'], forms: FORM_KEYS, range: 'all' }
    const setting = { date, issuer: '整改办', previous: null, tables: {}, template: null }
    for (const file of batchFiles(ledger, all, date)) {
      const bytes = await renderBatchFile(ledger, file, setting)
      expect(bytes?.subarray(0, 2), file.name).toEqual(new Uint8Array([0x50, 0x4b]))
    }
    const gone = { name: '', extension: 'docx', of: { type: 'form', key: 'closure', subjectId: 'gone' } } as const
    expect(await renderBatchFile(ledger, gone, setting)).toBeNull()
  })
})

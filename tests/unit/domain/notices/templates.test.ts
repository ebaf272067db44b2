import { describe, expect, test } from 'vitest'
import { NOTICE_TEMPLATES } from '../../../../shared/domain/notices/built-in-templates.ts'
import { findTemplate, templatesOf } from '../../../../shared/domain/notices/find-template.ts'
import { templateFaults } from '../../../../shared/domain/notices/template-faults.ts'
import { templateOf, templateRecord } from '../../../../shared/domain/notices/template-record.ts'
import { NOTICE_PART_WORDS, type NoticePart } from '../../../../shared/domain/records/notice-records.ts'
import type { DraftOf } from '../../../../shared/domain/records/record-kinds.ts'
import { recordOf } from '../../../../shared/domain/records/record-kinds.ts'
import { templateFaultText } from '../../../../shared/messages/template-faults.ts'
import { aLedger } from '../../../support/a-ledger.ts'

const copyOf = (id: string, changes: Partial<DraftOf<'noticeTemplate'>> = {}) => {
  const template = NOTICE_TEMPLATES.find((known) => known.id === id)
  if (!template) throw new Error(id)
  return recordOf('noticeTemplate', { ...templateRecord(template, { id: 'own', title: '本县模板' }), ...changes })
}

describe('the templates of the program', () => {
  test('are the three builds of 通报, the report and the plan', () => {
    expect(NOTICE_TEMPLATES.map(({ id, genre }) => [id, genre])).toEqual([
      ['aspect-items', 'notice'],
      ['problem-situation', 'notice'],
      ['problem-measures-status', 'notice'],
      ['progress-report', 'report'],
      ['rectification-plan', 'plan'],
    ])
  })

  test.each(NOTICE_TEMPLATES)('$id as a record of the ledger says the same, and nothing is wrong with it', (template) => {
    const record = templateRecord(template, { id: template.id, title: template.title })
    expect(templateOf(record)).toEqual(template)
    expect(templateFaults(record)).toEqual([])
  })
})

test("a ledger's own template goes before one of the program of the same id, and stands behind them in a list", () => {
  const own = recordOf('noticeTemplate', { ...copyOf('aspect-items'), id: 'problem-situation' })
  const { records } = aLedger({ more: { noticeTemplate: [own] } })
  expect(findTemplate('problem-situation', records)?.title).toBe('本县模板')
  expect(findTemplate('problem-situation', aLedger().records)?.title).toBe('问题逐条“整改情况”式')
  expect(findTemplate('of-the-future', records)).toBeNull()
  expect(templatesOf(records)).toHaveLength(NOTICE_TEMPLATES.length + 1)
})

describe('what is wrong with a template is said, and the rest of it still works', () => {
  const rules = (changes: Partial<DraftOf<'noticeTemplate'>>) =>
    templateFaults(copyOf('problem-situation', changes)).map(({ rule, field, text }) => [rule, field, text])

  test.each([
    [{ title: ' ' }, 'template.untitled', 'title', ''],
    [{ problemHeading: '关于{problem}{statement}' }, 'template.slot-unknown', 'problemHeading', '{problem}'],
    [{ problemHeading: '整改情况' }, 'template.slot-missing', 'problemHeading', '{statement}'],
    [{ openingText: '{nobody}开展巡察。' }, 'template.slot-unknown', 'openingText', '{nobody}'],
    [{ doneWords: '已于{date}完成。' }, 'template.slot-unknown', 'doneWords', '{date}'],
    [{ doneWords: '已完成【长期并坚持】。' }, 'template.brackets-open', 'doneWords', '已完成【长期并坚持】。'],
    [{ doneWords: '' }, 'template.words-missing', 'doneWords', ''],
    [{ parts: 'opening|summary|problems' }, 'template.part-unknown', 'parts', 'summary'],
    [{ parts: 'opening|problems|opening=总体情况' }, 'template.part-twice', 'parts', 'opening'],
    [{ parts: 'opening|outlook' }, 'template.problems-missing', 'parts', ''],
    [{ levels: '' }, 'template.levels-missing', 'levels', ''],
    [{ levels: 'cjk-paren,roman' }, 'template.level-unknown', 'levels', 'roman'],
    [{ levels: 'arabic-dot,cjk-paren' }, 'template.level-order', 'levels', 'cjk-paren'],
    [{ levels: 'cjk-dun,cjk-paren' }, 'template.level-taken', 'levels', 'cjk-dun'],
    [{ itemLines: 'account:整改情况|cost:花费' }, 'template.line-unknown', 'itemLines', 'cost'],
    [{ itemLines: '' }, 'template.lines-missing', 'itemLines', ''],
    [{ remainingGroups: 'late=逾期事项' }, 'template.group-unknown', 'remainingGroups', 'late'],
    [{ remainingGroups: 'inProgress=甲|inProgress=乙' }, 'template.group-twice', 'remainingGroups', 'inProgress'],
  ] as const)('%j: %s', (changes, rule, field, text) => {
    expect(rules(changes)).toEqual([[rule, field, text]])
  })

  test('in the words of the field', () => {
    const [fault] = templateFaults(copyOf('problem-situation', { levels: 'roman' }))
    expect(fault && templateFaultText(fault)).toBe('层次序号：没有“roman”这种序号。')
  })

  test('a part that stands twice is used once, where it stood first', () => {
    const { parts } = templateOf(copyOf('problem-situation', { parts: 'problems=整改情况\nopening｜problems' }))
    expect(parts).toEqual([
      { part: 'problems', section: '整改情况' },
      { part: 'opening', section: null },
    ])
  })
})

test('no two parts share a name a person reads', () => {
  const words = Object.values(NOTICE_PART_WORDS) as readonly string[]
  expect(new Set(words).size).toBe((Object.keys(NOTICE_PART_WORDS) as NoticePart[]).length)
})

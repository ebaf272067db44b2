import { describe, expect, test } from 'vitest'
import { decideFreezeDraft } from '../../../../shared/domain/commands/freeze-draft.ts'
import { NOTICE_TEMPLATES } from '../../../../shared/domain/notices/built-in-templates.ts'
import { findTemplate } from '../../../../shared/domain/notices/find-template.ts'
import { restoration, trashedIn } from '../../../../shared/merge/trashed.ts'
import { composeNotice } from '../../../../shared/notice/compose.ts'
import { unshownProblems, withheldTable } from '../../../../shared/notice/withheld-table.ts'
import { aLedger, type LedgerSketch, PROBLEMS_BLOCK } from '../../../support/a-ledger.ts'
import { act, actingPc, copiedPc, ledgerAt, recordsAt, takeIn, tryAct } from '../../../support/acts.ts'
import { day } from '../../../support/ports.ts'
import { noticeOf, textOf } from '../../../support/suggested.ts'

const start = (sketch: LedgerSketch = {}) =>
  actingPc(
    aLedger({
      problems: [
        {
          statement: '甲问题。',
          details: '其一。其二。',
          account: '已换管。已罚款。',
          status: 'inProgress',
          measures: [{ text: '换管' }, { text: '罚款' }],
          progress: [{ id: 'g1', ownerId: 'p1-m2', text: '已立案。' }],
        },
        { statement: '乙问题。', account: '已办结。', status: 'done' },
      ],
      notice: { title: '关于整改情况的通报', itemLines: 'account:整改情况' },
      blocks: [
        { part: 'opening', text: '开头。' },
        { part: 'problems', form: 'section', mark: 'cjk-dun', heading: '老标题' },
        { part: 'problems', text: '说明一句。' },
        PROBLEMS_BLOCK,
        { part: 'arrangement', text: '部署。' },
      ],
      ...sketch,
    }),
  )

const printed = (pc: ReturnType<typeof start>, at = 0, edition: 'public' | 'party' = 'party') => {
  const ledger = ledgerAt(pc)
  const notice = [...ledger.records.notice].sort((a, b) => (a.order < b.order ? -1 : 1))[at] ?? noticeOf(ledger)
  return textOf(composeNotice(ledger, notice, { today: day('2024-07-05'), edition }))
}

describe('a new notice', () => {
  test.each(NOTICE_TEMPLATES)('of $id prints every problem of a ledger that no 通报 was ever read into', ({ id }) => {
    const pc = start()
    act(pc, { type: 'create-notice', template: id })
    const text = printed(pc, 1).join('\n')
    for (const statement of ['甲问题', '乙问题']) expect(text).toContain(statement)
    expect(recordsAt(pc).notice).toContainEqual(
      expect.objectContaining({ template: id, names: 'public', signature: '中共青梧县委' }),
    )
  })

  test('tells what the registers hold today, and nothing of empty ones', () => {
    const pc = start()
    act(pc, { type: 'create-notice', template: 'problem-situation' })
    expect(printed(pc, 1).join()).not.toContain('移交问题线索和问责处理情况')
    act(pc, { type: 'add-record', kind: 'lead', fields: { kind: '信访件', received: '9', closed: '8' } })
    expect(printed(pc, 1)).toEqual(
      expect.arrayContaining(['三、移交问题线索和问责处理情况', '收到移交信访件9件，办结8件，办结率88.89%。']),
    )
  })

  test('of a template nobody knows is refused', () => {
    expect(tryAct(start(), { type: 'create-notice', template: 'nothing' })).toMatchObject({
      ok: false,
      error: { type: 'no-such-template', template: 'nothing' },
    })
  })
})

describe('a copied template', () => {
  test('says what it was copied from, is a document of its own, and can be changed and used', () => {
    const pc = start()
    act(pc, { type: 'copy-template', templateId: 'problem-situation' })
    const [copy] = recordsAt(pc).noticeTemplate
    if (!copy) throw new Error('copied')
    expect(copy.title).toBe('问题逐条“整改情况”式（副本）')
    expect([...pc.documents.keys()]).toContain(`notice:${copy.id}`)
    const change = (field: string, value: string) =>
      act(pc, { type: 'set-record-field', kind: 'noticeTemplate', id: copy.id, field, value })
    change('parts', 'opening|problems=反馈问题\narrangement=组织领导')
    change('问题内容样式', 'account:落实情况')
    expect(findTemplate(copy.id, recordsAt(pc))?.parts.map(({ part }) => part)).toEqual(['opening', 'problems', 'arrangement'])
    act(pc, { type: 'apply-template', noticeId: noticeOf(ledgerAt(pc)).id, templateId: copy.id })
    expect(printed(pc)).toEqual([
      '关于整改情况的通报',
      '开头。',
      '一、反馈问题',
      '说明一句。',
      '（一）甲问题。',
      '其一。其二。',
      '落实情况：已换管。已罚款。',
      '（二）乙问题。',
      '落实情况：已办结。',
      '二、组织领导',
      '部署。',
    ])
    act(pc, { type: 'remove-record', kind: 'noticeTemplate', id: copy.id })
    expect(recordsAt(pc).noticeTemplate).toEqual([])
    const [removed] = trashedIn(pc.engine, pc.documents)
    expect(removed).toMatchObject({ what: '通报模板', title: '问题逐条“整改情况”式（副本）' })
    expect(removed && restoration(pc.engine, pc.documents, removed)).toMatchObject({
      ok: true,
      value: { intent: '恢复通报模板' },
    })
    expect(printed(pc).join()).toContain('甲问题')
  })

  test('made on one PC reaches another', () => {
    const mine = start()
    const other = copiedPc(mine, 'b')
    act(other, { type: 'copy-template', templateId: 'aspect-items', title: '乙的模板' })
    takeIn(mine, other)
    expect(recordsAt(mine).noticeTemplate.map(({ title }) => title)).toEqual(['乙的模板'])
  })
})

test('applying a template twice changes nothing the second time, and loses no word at any', () => {
  const pc = start()
  const noticeId = noticeOf(ledgerAt(pc)).id
  for (const { id } of NOTICE_TEMPLATES) {
    act(pc, { type: 'apply-template', noticeId, templateId: id })
    const before = recordsAt(pc).noticeBlock
    act(pc, { type: 'apply-template', noticeId, templateId: id })
    expect(recordsAt(pc).noticeBlock.length, id).toBe(before.length)
    const text = printed(pc).join('\n')
    for (const words of ['开头。', '说明一句。', '部署。', '甲问题', '乙问题']) expect(text, id).toContain(words)
  }
})

describe('拟不公开', () => {
  const withhold = (pc: ReturnType<typeof start>, fields: object) => act(pc, { type: 'withhold-text', ...fields })

  test('a sentence that stands there is marked where its problem is kept from units; one that does not is refused', () => {
    const pc = start()
    withhold(pc, { ownerId: 'p1', problemId: 'p1', field: 'account', sentence: '已罚款。', reason: '商业信息' })
    expect(recordsAt(pc).withheldText).toMatchObject([{ problemId: 'p1', ownerId: 'p1', sentence: '已罚款。' }])
    expect([...pc.documents.keys()]).toContain('office:p1')
    expect(printed(pc, 0, 'public').join()).not.toContain('罚款')
    for (const wrong of [
      { ownerId: 'p1', field: 'account', sentence: '没有这句。' },
      { ownerId: 'p1', field: 'order', sentence: 'a' },
      { ownerId: 'p1' },
    ])
      expect(tryAct(pc, { type: 'withhold-text', ...wrong })).toMatchObject({
        ok: false,
        error: { type: 'value-not-understood' },
      })
    expect(tryAct(pc, { type: 'withhold-text', ownerId: 'nobody' })).toMatchObject({
      ok: false,
      error: { type: 'entity-removed' },
    })
  })

  test('can be taken back', () => {
    const pc = start()
    withhold(pc, { ownerId: 'p1', field: 'account', sentence: '已罚款。' })
    const [mark] = recordsAt(pc).withheldText
    act(pc, { type: 'remove-record', kind: 'withheldText', problemId: 'p1', id: mark?.id })
    expect(printed(pc, 0, 'public').join()).toContain('罚款')
  })

  const MARKS = [
    { ownerId: 'p1', field: 'account', sentence: '已罚款。' },
    { ownerId: 'p1', field: 'details', sentence: '其二。' },
    { ownerId: 'p1-m2' },
    { ownerId: 'g1' },
  ]
  const states = (pc: ReturnType<typeof start>) =>
    withheldTable(ledgerAt(pc)).map(({ kind, content, state }) => [kind, content, state])

  test('goes with its words when problems are joined', () => {
    const pc = start()
    for (const mark of MARKS) withhold(pc, mark)
    act(pc, { type: 'join-problems', intoId: 'p2', ids: ['p1'], statement: null })
    expect(new Set(recordsAt(pc).withheldText.map(({ problemId }) => problemId))).toEqual(new Set(['p2']))
    expect(states(pc)).toEqual([
      ['sentence', '已罚款。', 'standing'],
      ['sentence', '其二。', 'standing'],
      ['record', '罚款', 'standing'],
      ['record', '已立案。', 'standing'],
    ])
    expect(printed(pc, 0, 'public').join()).not.toMatch(/罚款|其二|立案/)
  })

  test('goes with its words when a problem is split', () => {
    const pc = start()
    for (const mark of MARKS) withhold(pc, mark)
    const parts = [{ statement: '甲之二。', details: '其二。', measureIds: ['p1-m2'] }]
    act(pc, {
      type: 'split-problem',
      problemId: 'p1',
      parts,
      ...{ statement: null, details: null, copyResponsibilities: false, copyDeadline: false },
    })
    expect(states(pc)).toEqual([
      ['sentence', '已罚款。', 'standing'],
      ['sentence', '其二。', 'standing'],
      ['sentence', '其二。', 'standing'],
      ['record', '罚款', 'standing'],
      ['record', '已立案。', 'standing'],
    ])
    expect(printed(pc, 0, 'public').join()).not.toMatch(/罚款|其二|立案/)
  })

  test('goes with what a copy takes along, and not with what it leaves behind', () => {
    const pc = start()
    for (const mark of MARKS) withhold(pc, mark)
    act(pc, { type: 'duplicate-problems', ids: ['p1'] })
    const copy = recordsAt(pc).problem.find(({ id }) => id !== 'p1' && id !== 'p2')
    const own = recordsAt(pc).withheldText.filter(({ problemId }) => problemId === copy?.id)
    expect(own.map(({ field, sentence }) => [field, sentence])).toEqual([
      ['details', '其二。'],
      ['', ''],
    ])
    expect(withheldTable(ledgerAt(pc)).map(({ state }) => state)).not.toContain('lost')
    expect(unshownProblems(ledgerAt(pc))).toEqual([])
  })

  test('leaves with its problem and comes back with it', () => {
    const pc = start()
    withhold(pc, MARKS[0] ?? {})
    act(pc, { type: 'remove-problem', problemId: 'p1' })
    expect(recordsAt(pc).withheldText).toEqual([])
  })
})

test('a frozen draft is named by its number and lives with its notice', () => {
  const pc = start()
  const noticeId = noticeOf(ledgerAt(pc)).id
  const freeze = {
    noticeId,
    cutoff: day('2024-06-30'),
    edition: 'party',
    template: 'x',
    title: '',
    note: null,
    sha256: 'a'.repeat(64),
  } as const
  const decided = decideFreezeDraft(ledgerAt(pc), freeze, pc.context)
  expect(decided).toMatchObject({
    ok: true,
    value: {
      intent: '冻结通报第1稿',
      edits: [{ tagged: { kind: 'noticeDraft', record: { title: '第1稿', noticeId, takenOn: '2024-07-05' } } }],
    },
  })
  expect(decideFreezeDraft(ledgerAt(pc), { ...freeze, noticeId: 'gone' }, pc.context)).toEqual({
    ok: false,
    error: { type: 'no-notice' },
  })
})

test('a block of one’s own stands behind the one that is named, or at the end', () => {
  const pc = start()
  const [first] = recordsAt(pc).noticeBlock
  const fields = { noticeId: 'notice', part: '开头', form: '段落', text: '另起一段。' }
  act(pc, { type: 'add-record', kind: 'noticeBlock', problemId: null, afterId: first?.id ?? '', fields })
  expect(printed(pc).slice(1, 3)).toEqual(['开头。', '另起一段。'])
  act(pc, { type: 'add-record', kind: 'noticeBlock', problemId: null, afterId: 'gone', fields })
  expect(printed(pc).lastIndexOf('另起一段。')).toBeGreaterThan(printed(pc).indexOf('部署。'))
})

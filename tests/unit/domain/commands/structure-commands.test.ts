import { describe, expect, test } from 'vitest'
import { decideCommand } from '../../../../shared/domain/commands/ledger-command.ts'
import { openLedger } from '../../../../shared/domain/ledger.ts'
import { recordOf } from '../../../../shared/domain/records/record-kinds.ts'
import type { AutomergeDocument } from '../../../../shared/merge/automerge-engine.ts'
import type { DocumentKey } from '../../../../shared/merge/document-boundaries.ts'
import type { FieldEdit } from '../../../../shared/merge/engine.ts'
import { planEdits, writeEdits } from '../../../../shared/merge/ledger-documents.ts'
import { aLedger } from '../../../support/a-ledger.ts'
import { type ActingPc, act, actingPc, ledgerAt, recordsAt, tryAct } from '../../../support/acts.ts'
import { by } from '../../../support/engine-parts.ts'
import { unwrapped } from '../../../support/expect-ok.ts'
import { day } from '../../../support/ports.ts'

const start = (): ActingPc => {
  const { records } = aLedger({
    nodes: [
      { id: 'n1', heading: '党的建设方面' },
      { id: 'n2', heading: '民生方面' },
    ],
    problems: [
      {
        nodeId: 'n1',
        statement: '学习不深入。',
        details: '两次未学。',
        status: 'inProgress',
        deadlineOn: day('2024-09-30'),
        deadlineWords: '2024年9月底前',
        measures: [{ text: '定计划' }, { text: '办培训' }],
        progress: [
          { id: 'g1', text: '已定计划', ownerId: 'p1-m1' },
          { id: 'g2', text: '已布置' },
        ],
        responsibilities: [
          { role: 'leadUnit', name: '县委宣传部' },
          { role: 'unit', name: '县委党校', ownerId: 'p1-m2' },
        ],
        office: { withheld: true, withheldReason: '涉及个人', notes: '内部口径' },
      },
      {
        nodeId: 'n1',
        statement: '作风不实',
        account: '已通报。',
        status: 'done',
        measures: [{ text: '抽查' }],
        progress: [{ id: 'g3', text: '查了两次' }],
        responsibilities: [
          { role: 'leadUnit', name: '县委宣传部' },
          { role: 'unit', name: '县纪委' },
        ],
        office: { notes: '另案处理' },
      },
      { nodeId: 'n2', statement: '供水不稳。' },
    ],
    notice: {},
    leads: [{ id: 'lead', problemId: 'p2', received: 2 }],
    accountabilities: [{ id: 'acc', problemId: 'p2', count: 1, people: '某甲' }],
    outcomes: [{ id: 'out', ownerId: 'g3', kind: 'regulation', title: '抽查办法' }],
  })
  const proof = recordOf('attachment', { id: 'att', ownerId: 'g1', name: '计划.pdf' })
  const entries = ['p1', 'p2'].map((problemId, i) =>
    recordOf('noticeEntry', { id: `e${i}`, noticeId: 'notice', problemId, remainingText: `还要做${i}` }),
  )
  return actingPc(openLedger({ ...records, attachment: [proof], noticeEntry: entries }))
}

const split = {
  type: 'split-problem',
  problemId: 'p1',
  parts: [{ statement: '培训不够。', details: '', measureIds: ['p1-m2'] }],
  statement: '学习计划缺失。',
  details: null,
  copyResponsibilities: true,
  copyDeadline: true,
}
const join = { type: 'join-problems', intoId: 'p1', ids: ['p2'], statement: null }

describe('splitting', () => {
  test('a part stands right behind, knows its origin, and has the measures named for it with all that is under them', () => {
    const pc = start()
    act(pc, split)
    const { problems, records } = ledgerAt(pc)
    expect(problems.map(({ problem }) => problem.statement)).toEqual(['学习计划缺失。', '培训不够。', '作风不实', '供水不稳。'])
    const part = problems[1]
    expect(part).toMatchObject({
      problem: { originId: 'p1', nodeId: 'n1', status: 'inProgress', deadlineOn: '2024-09-30', deadlineWords: '2024年9月底前' },
      measures: [{ text: '办培训', originId: 'p1-m2' }],
      office: { withheld: true, withheldReason: '涉及个人', notes: '' },
    })
    expect(part?.responsibilities.map(({ name }) => name)).toEqual(['县委宣传部', '县委党校'])
    expect(problems[0]?.measures.map(({ id }) => id)).toEqual(['p1-m1'])
    expect(records.attachment).toMatchObject([{ id: 'att', ownerId: 'g1' }])
  })

  test('a part, what is left or a new problem without a statement is told', () => {
    const empty = { type: 'add-problem', nodeId: 'n1', afterId: null, statement: ' ' }
    const told = { advice: [{ type: 'statement-empty' }] }
    expect(act(start(), empty)).toMatchObject(told)
    expect(act(start(), { ...split, parts: [{ statement: '', details: '', measureIds: [] }] })).toMatchObject(told)
    expect(act(start(), { ...split, statement: '' })).toMatchObject(told)
    expect(act(start(), { ...split, statement: null })).toMatchObject({ advice: [] })
    expect(act(start(), { ...empty, statement: '甲' })).toMatchObject({ advice: [] })
  })

  test('what proves an entry goes with its measure', () => {
    const pc = start()
    act(pc, { ...split, parts: [{ statement: '计划', details: '', measureIds: ['p1-m1'] }] })
    const part = ledgerAt(pc).problems[1]
    expect(part?.progress.map(({ text }) => text)).toEqual(['已定计划'])
    expect(part?.attachments).toMatchObject([{ name: '计划.pdf', ownerId: part?.progress[0]?.id }])
  })

  test('a measure cannot go to two parts, and one that is not there is told', () => {
    const parts = (...measureIds: string[]) => measureIds.map((id) => ({ statement: '甲', details: '', measureIds: [id] }))
    expect(tryAct(start(), { ...split, parts: parts('p1-m1', 'p1-m1') })).toMatchObject({
      error: { type: 'value-not-understood', value: '定计划' },
    })
    expect(tryAct(start(), { ...split, parts: parts('p2-m1') })).toMatchObject({ error: { type: 'entity-removed' } })
    expect(tryAct(start(), { ...split, parts: [{ statement: '长'.repeat(20_001), details: '', measureIds: [] }] })).toMatchObject(
      {
        error: { type: 'text-too-long', what: '反馈问题' },
      },
    )
  })
})

describe('joining', () => {
  test('everything of the joined goes on under the one kept, and what named it names that', () => {
    const pc = start()
    const { advice } = act(pc, join)
    const { problems, records } = ledgerAt(pc)
    expect(problems.map(({ problem }) => problem.id)).toEqual(['p1', 'p3'])
    const [file] = problems
    expect(file?.problem).toMatchObject({ statement: '学习不深入。作风不实', account: '已通报。', status: 'inProgress' })
    expect(file?.measures.map(({ text, originId }) => [text, originId])).toEqual([
      ['定计划', null],
      ['办培训', null],
      ['抽查', 'p2-m1'],
    ])
    expect(file?.progress.map(({ text }) => text)).toEqual(['已布置', '查了两次', '已定计划'])
    expect(file?.outcomes).toMatchObject([{ title: '抽查办法', ownerId: file?.progress[1]?.id }])
    expect(file?.responsibilities.filter(({ ownerId }) => ownerId === 'p1').map(({ name }) => name)).toEqual([
      '县委宣传部',
      '县纪委',
    ])
    expect(file?.office).toMatchObject({ withheld: true, notes: '内部口径\n另案处理' })
    expect(records.lead).toMatchObject([{ id: 'lead', problemId: 'p1' }])
    expect(records.accountability).toMatchObject([{ problemId: 'p1', people: '某甲' }])
    expect(records.noticeEntry).toMatchObject([{ id: 'e0', problemId: 'p1', remainingText: '还要做0\n还要做1' }])
    expect(advice).toEqual([{ type: 'joined-statuses-differ' }])
  })

  test('is one act that can be taken back whole', () => {
    const pc = start()
    const records = recordsAt(pc)
    const { edits } = unwrapped(decideCommand(openLedger(records), join as never, pc.context))
    const planned = planEdits(pc.engine, pc.documents, records, edits)
    const joined = unwrapped(writeEdits(pc.engine, pc.documents, planned, by('王科')))
    const back = new Map<DocumentKey, readonly FieldEdit[]>()
    for (const key of planned.keys()) {
      const doc = joined.get(key) as AutomergeDocument
      back.set(key, unwrapped(pc.engine.inverse(doc, pc.engine.heads(doc)[0] ?? '', () => true)))
    }
    pc.documents = unwrapped(writeEdits(pc.engine, joined, back, by('王科')))
    const again = recordsAt(pc)
    for (const [kind, list] of Object.entries(records))
      expect(new Set(again[kind as 'problem'].map((record) => JSON.stringify(record))), kind).toEqual(
        new Set(list.map((record) => JSON.stringify(record))),
      )
  })

  test('a deadline that differs stays as it is and is told; where there is none, the joined one gives its own', () => {
    const pc = start()
    act(pc, { type: 'set-field', problemId: 'p2', measureId: null, field: 'deadline', value: '2024年12月底前' })
    expect(act(pc, join).advice).toContainEqual({ type: 'joined-deadlines-differ' })
    expect(recordsAt(pc).problem[0]).toMatchObject({ deadlineOn: '2024-09-30' })
    const other = start()
    act(other, { type: 'set-field', problemId: 'p1', measureId: null, field: 'deadline', value: '2024年10月底前' })
    act(other, { ...join, intoId: 'p3', ids: ['p1'] })
    expect(ledgerAt(other).problems.at(-1)).toMatchObject({
      problem: { id: 'p3', deadlineWords: '2024年10月底前' },
      extensions: [{ fromWords: '2024年9月底前', toWords: '2024年10月底前' }],
    })
  })

  test('a statement that is given stands as given; one that is gone is told', () => {
    const pc = start()
    act(pc, { ...join, statement: '学风作风问题。' })
    expect(recordsAt(pc).problem[0]?.statement).toBe('学风作风问题。')
    expect(tryAct(pc, join)).toMatchObject({ error: { type: 'entity-removed', entity: 'problem:p2' } })
  })
})

describe('moving and the outline', () => {
  const shown = (pc: ActingPc) =>
    ledgerAt(pc).problems.map(({ problem, path }) => `${path.map(({ id }) => id).join('/')}:${problem.id}`)

  test('problems go behind another, under another heading, in the order they are named', () => {
    const pc = start()
    act(pc, { type: 'move-problems', ids: ['p2', 'p1'], nodeId: 'n2', afterId: 'p3' })
    expect(shown(pc)).toEqual(['n2:p3', 'n2:p2', 'n2:p1'])
    act(pc, { type: 'move-problems', ids: ['p1'], nodeId: 'n2', afterId: null })
    expect(shown(pc)).toEqual(['n2:p1', 'n2:p3', 'n2:p2'])
    expect(tryAct(pc, { type: 'move-problems', ids: ['p1'], nodeId: 'n1', afterId: 'p2' })).toMatchObject({
      error: { type: 'no-such-place' },
    })
    expect(tryAct(pc, { type: 'move-problems', ids: ['p1'], nodeId: 'gone', afterId: null })).toMatchObject({
      error: { type: 'entity-removed', entity: 'outlineNode:gone' },
    })
  })

  test('a heading is added among problems, moved with what stands under it, and never under itself', () => {
    const pc = start()
    act(pc, { type: 'add-node', parentId: 'n1', afterId: 'p1', heading: '政治学习', text: '' })
    const node = recordsAt(pc).outlineNode.find(({ heading }) => heading === '政治学习')
    act(pc, { type: 'move-problems', ids: ['p3'], nodeId: node?.id, afterId: null })
    expect(shown(pc)).toEqual(['n1:p1', `n1/${node?.id}:p3`, 'n1:p2'])
    act(pc, { type: 'move-node', nodeId: node?.id, parentId: 'n2', afterId: null })
    expect(shown(pc)).toEqual(['n1:p1', 'n1:p2', `n2/${node?.id}:p3`])
    expect(tryAct(pc, { type: 'move-node', nodeId: 'n2', parentId: node?.id, afterId: null })).toMatchObject({
      error: { type: 'node-under-itself', heading: '民生方面' },
    })
  })

  test('what stood under a removed heading stands in its place', () => {
    const pc = start()
    act(pc, { type: 'add-node', parentId: null, afterId: 'n1', heading: '中间', text: '' })
    act(pc, { type: 'remove-node', nodeId: 'n1' })
    expect(shown(pc)).toEqual([':p1', ':p2', 'n2:p3'])
    expect(
      recordsAt(pc)
        .problem.map(({ nodeId }) => nodeId)
        .sort(),
    ).toEqual(['n2', null, null].sort())
  })

  test('siblings a merge left with one place are spread when something comes between them', () => {
    const { records } = aLedger({ problems: [{ statement: '甲' }, { statement: '乙' }] })
    const pc = actingPc(openLedger({ ...records, problem: records.problem.map((problem) => ({ ...problem, order: 'a0' })) }))
    act(pc, { type: 'add-problem', nodeId: null, afterId: 'p1', statement: '新' })
    expect(ledgerAt(pc).problems.map(({ problem }) => problem.statement)).toEqual(['甲', '新', '乙'])
  })
})

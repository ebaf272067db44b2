import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkIntegrity } from '../../../../shared/domain/integrity/check-integrity.ts'
import { INTEGRITY_RULES, type IntegrityRule } from '../../../../shared/domain/integrity/integrity-issue.ts'
import { type LedgerRecords, recordOf } from '../../../../shared/domain/records/record-kinds.ts'
import { byKind } from '../../../../shared/merge/record-codec.ts'
import { integrityFindings } from '../../../../shared/messages/integrity.ts'
import { aLedger, type LedgerSketch } from '../../../support/a-ledger.ts'
import { anyRecord } from '../../../support/arbitrary-record.ts'
import { day } from '../../../support/ports.ts'
import { suggested } from '../../../support/suggested.ts'
import { sampleText, TWINS } from '../../../support/texts.ts'

const TODAY = day('2024-07-05')

const found = (records: LedgerRecords, removed: readonly string[] = []) =>
  integrityFindings(checkIntegrity({ records, removed: new Set(removed) }, TODAY))
const inLedger = (sketch: LedgerSketch) => found(aLedger(sketch).records)

const apply = { cycle: 1, appliedOn: day('2024-03-01'), completedOn: day('2024-02-20') }
const closed = { ...apply, closedOn: day('2024-03-10') }
const oneProblem = (problem: NonNullable<LedgerSketch['problems']>[number], more: LedgerSketch['more'] = {}): LedgerSketch => ({
  problems: [problem],
  more,
})
const closures = (...rows: readonly object[]) => ({ closure: rows.map((row) => ({ problemId: 'p1', ...row })) })
const notice = { word: '青整督', year: 2024, number: 3 }
const onPaper = { ...notice, printedOn: day('2024-05-01') }

/** For each rule a ledger in which nothing else is wrong, and what a person reads. */
const CASES: readonly (readonly [rule: IntegrityRule, ledger: LedgerSketch, message: string])[] = [
  [
    'integrity.ledger-records',
    { more: { inspection: [{ id: 'second' }] } },
    '台账：应有1条“巡视巡察”记录，实有2条，请用合并前的备份核对。',
  ],
  [
    'integrity.id-doubled',
    oneProblem({}, { meeting: [{ id: 'm' }, { id: 'm' }] }),
    '台账：同一条“会议”记录出现在2处，列表只显示其中一处，请用合并前的备份核对。',
  ],
  [
    'integrity.orphan',
    { more: { progress: [{ ownerId: 'nobody' }, { ownerId: 'nobody' }] } },
    '台账：2条“进展”找不到所属的记录，没有显示在任何清单中；请向提供文件的人要完整的台账文件。',
  ],
  [
    'integrity.reference-missing',
    { more: { lead: [{ problemId: 'gone' }] } },
    '登记簿：“信访件和问题线索”所指的问题不在台账中，请重新选定。',
  ],
  [
    'integrity.outline-cycle',
    {
      nodes: [
        { id: 'a', heading: '甲', parentId: 'b' },
        { id: 'b', heading: '乙', parentId: 'a' },
        { id: 'c', heading: '丙', parentId: 'a' },
      ],
    },
    '类别和方面：“甲”“乙”互为上级，暂列在最上层，请重新指定其中一个的上级。',
  ],
  [
    'integrity.parent-missing',
    { problems: [{ statement: '管网漏损率高', nodeId: 'gone' }] },
    '问题1：“管网漏损率高”的上级标题已不在，暂列在最上层，请重新指定。',
  ],
  [
    'integrity.source-number-doubled',
    {
      problems: [
        { statement: '甲', sourceNumber: '(3)' },
        { statement: '乙', sourceNumber: '(3)' },
      ],
    },
    '类别和方面：原序号“(3)”重复：“甲”“乙”，请核对。',
  ],
  [
    'integrity.order-tie',
    oneProblem({
      measures: [
        { text: '甲', order: 'a1' },
        { text: '乙', order: 'a1' },
      ],
    }),
    '问题1：“甲”“乙”排在同一位置（两台电脑分别添加），请调整先后。',
  ],
  [
    'integrity.completed-before-start',
    oneProblem({ measures: [{}, { startOn: day('2024-03-01'), completedOn: day('2024-02-01') }] }),
    '问题1：第2条措施的完成日期2024-02-01早于启动时间2024-03-01，请核对。',
  ],
  [
    'integrity.deadline-before-start',
    oneProblem({ startOn: day('2024-03-01'), deadlineOn: day('2023-12-31') }),
    '问题1：时限2023-12-31早于启动时间2024-03-01，请核对。',
  ],
  [
    'integrity.closed-before-completed',
    oneProblem({ status: 'closed', completedOn: day('2024-03-20') }, closures({ ...closed, completedOn: null })),
    '问题1：销号日期2024-03-10早于完成日期2024-03-20，请更正其中之一。',
  ],
  [
    'integrity.in-the-future',
    oneProblem({ completedOn: day('2104-03-01') }),
    '问题1：完成日期2104-03-01晚于今天（2024-07-05），请核对年份。',
  ],
  [
    'integrity.inspection-dates',
    { inspection: { periodFrom: day('2024-01-01'), periodTo: day('2024-03-01'), feedbackOn: day('2024-02-01') } },
    '台账：反馈日期早于离驻日期（2024-02-01早于2024-03-01），请核对。',
  ],
  [
    'integrity.extension-chain',
    oneProblem(
      { deadlineOn: day('2024-12-31') },
      {
        extension: [
          { ownerId: 'p1', fromOn: day('2024-03-31'), toOn: day('2024-06-30') },
          { ownerId: 'p1', fromOn: day('2024-08-31'), toOn: day('2024-12-31') },
        ],
      },
    ),
    '问题1：第1次延期延到“2024年6月30日前”，与随后的时限“2024年8月31日前”接不上，请核对延期记录。',
  ],
  [
    'integrity.deadline-words',
    oneProblem({ deadlineOn: day('2024-06-30'), deadlineWords: '9月底前' }),
    '问题1：时限写作“9月底前”，日期却是2024-06-30，请重新填写。',
  ],
  [
    'integrity.closed-without-closure',
    oneProblem({ status: 'closed', completedOn: day('2024-02-20') }),
    '问题1：状态为“已销号”，却没有销号日期，请补登销号或更正状态。',
  ],
  [
    'integrity.closure-stands-open',
    oneProblem({ status: 'inProgress' }, closures(closed)),
    '问题1：已于2024-03-10销号，状态却不是“已销号”，请更正状态，或登记重新整改。',
  ],
  [
    'integrity.done-undated',
    { problems: [{ status: 'done' }, {}, { status: 'done' }] },
    '台账：2个已完成的问题没有完成日期（序号1、3），按日期统计时无从计起，可补填。',
  ],
  [
    'integrity.done-with-open-measures',
    oneProblem({ status: 'done', completedOn: day('2024-02-20'), measures: [{ status: 'inProgress' }, { status: 'done' }] }),
    '问题1：问题已完成，却还有1条措施未完成，请核对。',
  ],
  [
    'integrity.two-applications',
    oneProblem({}, closures(apply, { ...apply, cycle: 2 })),
    '问题1：有2份销号申请同时待审，请退回多余的。',
  ],
  [
    'integrity.cycle-doubled',
    oneProblem({}, closures({ ...closed, reopenedOn: day('2024-04-01') }, apply)),
    '问题1：第1轮销号有2份记录，请合并为一份。',
  ],
  ['integrity.cycle-gap', oneProblem({}, closures({ ...apply, cycle: 2 })), '问题1：缺少第1轮销号的记录，请核对轮次。'],
  [
    'integrity.name-unknown',
    oneProblem({ responsibilities: [{ role: 'leadUnit', name: '县水利局' }] }),
    '问题1：“县水利局”不在单位库中（1处），单独统计；请加入名录，或登记为别名。',
  ],
  [
    'integrity.name-twice',
    oneProblem(
      {
        responsibilities: [
          { role: 'unit', name: '县住建局' },
          { role: 'unit', name: '县住房和城乡建设局' },
        ],
      },
      { unit: [{ name: '县住建局' }] },
    ),
    '问题1：责任单位中“县住建局”“县住房和城乡建设局”重复，请删去一个。',
  ],
  [
    'integrity.two-leads',
    oneProblem(
      {
        responsibilities: [
          { role: 'leader', name: '何启明', order: 'a5' },
          { role: 'leader', name: '周望', order: 'a5' },
        ],
      },
      { leader: [{ name: '何启明' }, { name: '周望' }] },
    ),
    '问题1：责任领导由两台电脑分别填写：“何启明”“周望”，请确认是否都保留。',
  ],
  [
    'integrity.alias-doubled',
    {
      more: {
        unit: [
          { name: '县财政局', aliases: '财政' },
          { name: '县财政所', aliases: '县财所、财政' },
        ],
      },
    },
    '名录：“财政”同时指向“县财政局”“县财政所”，统计归入哪一个不确定，请改别名或并为一条。',
  ],
  [
    'integrity.joined-cycle',
    {
      more: {
        unit: [
          { id: 'u1', name: '甲局', joinedIntoId: 'u2' },
          { id: 'u2', name: '乙局', joinedIntoId: 'u1' },
        ],
      },
    },
    '名录：“甲局”“乙局”互相并入，请取消其中一个。',
  ],
  ['integrity.lead-counts', { leads: [{ received: 3, closed: 4 }] }, '登记簿：信访件办结4件，多于受理3件，请更正。'],
  [
    'integrity.measure-category',
    { accountabilities: [{ category: 'party', measure: '诫勉', count: 1 }] },
    '登记簿：“诫勉”登记为党纪处分，按规定属于诫勉，请核对类别。',
  ],
  [
    'integrity.count-units',
    {
      accountabilities: [
        { category: 'talk', count: 3 },
        { category: 'talk', count: 5, countUnit: 'personTimes' },
      ],
    },
    '登记簿：谈话提醒等既按“人”又按“人次”登记，两者不能相加，请核对计量。',
  ],
  [
    'integrity.people-count',
    { accountabilities: [{ category: 'party', measure: '警告', count: 3, people: '张某、李某' }] },
    '登记簿：党纪处分登记3人，姓名却有2个，请核对。',
  ],
  [
    'integrity.number-clash',
    { more: { supervisionNotice: [notice, onPaper] } },
    '登记簿：文号“青整督〔2024〕3号”有2份文书使用，未印发的可改编为4号。',
  ],
  [
    'integrity.number-printed-twice',
    { more: { supervisionNotice: [onPaper, onPaper] } },
    '登记簿：文号“青整督〔2024〕3号”已印发2份，请由经办人商定，作废并另发其中一份。',
  ],
  [
    'integrity.blocks-overlap',
    {
      more: {
        numberBlock: [
          { year: 2024, pc: '一号机', from: 1, to: 10 },
          { year: 2024, pc: '二号机', from: 10, to: 20 },
        ],
      },
    },
    '登记簿：号段“一号机 1—10号”“二号机 10—20号”重叠，会印出相同的文号，请改其中一段。',
  ],
]

test.each(CASES)('%s is found, and nothing else', (rule, sketch, message) => {
  expect(inLedger(sketch).map((finding) => [finding.rule, finding.message])).toEqual([[rule, message]])
})

test('every rule is shown by a ledger', () => {
  expect(INTEGRITY_RULES.filter((rule) => !CASES.some(([shown]) => shown === rule))).toEqual([])
})

describe('silence where nothing is wrong', () => {
  test('a ledger from a published text contradicts itself nowhere; at most days of completion are missing', () => {
    for (const text of [sampleText(), ...TWINS.map((twin) => twin.text)])
      for (const { rule, message } of found(suggested(text).ledger.records)) expect(rule, message).toBe('integrity.done-undated')
  })

  test('a problem that was closed, reopened, and is applied for again', () => {
    const first = { ...closed, reopenedOn: day('2024-05-01') }
    const second = { cycle: 2, appliedOn: day('2024-06-20') }
    expect(inLedger(oneProblem({ status: 'done', completedOn: day('2024-06-15') }, closures(first, second)))).toEqual([])
  })

  test('an application that was returned, and the next one', () => {
    const returned = { ...apply, returnedOn: day('2024-03-05') }
    const next = { ...apply, cycle: 2 }
    expect(inLedger(oneProblem({ status: 'done', completedOn: day('2024-02-20') }, closures(returned, next)))).toEqual([])
  })

  test('what hangs on a removed record waits with it in the 回收站', () => {
    const { records } = aLedger({ more: { progress: [{ ownerId: 'gone' }], lead: [{ problemId: 'gone' }] } })
    expect(found(records, ['gone'])).toEqual([])
    expect(found(records).map(({ rule }) => rule)).toEqual(['integrity.orphan', 'integrity.reference-missing'])
  })

  test('a deadline extended twice without a break', () => {
    const extension = [
      { ownerId: 'p1', fromOn: day('2024-03-31'), toOn: day('2024-06-30') },
      { ownerId: 'p1', fromOn: day('2024-06-30'), toWords: '长期坚持' },
    ]
    expect(inLedger(oneProblem({ deadlineWords: '长期坚持' }, { extension }))).toEqual([])
  })
})

test('the worst is said first', () => {
  const severities = inLedger({
    problems: [{ status: 'done' }],
    leads: [{ received: 1, closed: 2 }],
    more: { unit: [{ name: '甲' }, { name: '甲' }] },
  }).map(({ severity }) => severity)
  expect(severities).toEqual(['error', 'warning', 'hint'])
})

test('no records make a check throw, and each is found once however often it is looked', () => {
  // Few ids, so that references meet: rings, doubles and owners of a wrong kind.
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const tagged = anyRecord.chain((any) =>
    fc.array(ids, { minLength: 12, maxLength: 12 }).map((some) => {
      let next = 0
      const own = Object.fromEntries(
        Object.entries(any.record).map(([field, value]) => [
          field,
          /(?:^id|Id)$/.test(field) && value !== null ? some[next++ % some.length] : value,
        ]),
      )
      return { kind: any.kind, record: recordOf(any.kind, own as never) } as typeof any
    }),
  )
  fc.assert(
    fc.property(fc.array(tagged, { maxLength: 40 }), fc.array(ids), (written, removed) => {
      const raw = { records: byKind(written), removed: new Set(removed) }
      const findings = integrityFindings(checkIntegrity(raw, TODAY))
      for (const { message } of findings) expect(message).not.toMatch(/undefined|null|NaN/)
      expect(integrityFindings(checkIntegrity(raw, TODAY))).toEqual(findings)
    }),
    { seed: 41, numRuns: 400 },
  )
})

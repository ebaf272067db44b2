import type { Severity } from '../domain/finding.ts'
import type { IntegrityIssue, IntegrityPlace, IntegrityRule } from '../domain/integrity/integrity-issue.ts'
import type { RecordKind } from '../domain/records/record-kinds.ts'
import { RECORD_WORDS } from '../domain/records/record-words.ts'
import { SEVERITIES } from './findings.ts'

/** A thing that is wrong with the ledger, as a person reads it. */
export interface IntegrityFinding {
  readonly rule: IntegrityRule
  readonly severity: Severity
  /** What is wrong, where, and what to do. */
  readonly message: string
  readonly place: IntegrityPlace
  readonly records: readonly string[]
}

/** The worst first; within a severity as the checks found them, which is by display order within each check. */
export const integrityFindings = (issues: readonly IntegrityIssue[]): readonly IntegrityFinding[] =>
  SEVERITIES.flatMap((severity) =>
    issues
      .filter(({ rule }) => WORDS[rule].severity === severity)
      .map(({ rule, facts, place, records }) => ({
        rule,
        severity,
        message: whereText(place) + WORDS[rule].say(facts),
        place,
        records,
      })),
  )

/** How many of each severity. */
export const countBySeverity = (findings: readonly { readonly severity: Severity }[]): Readonly<Record<Severity, number>> => {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return { error: of('error'), warning: of('warning'), hint: of('hint') }
}

const AREA_WORDS: Readonly<Record<Exclude<IntegrityPlace['area'], 'problem'>, string>> = {
  ledger: '台账',
  outline: '类别和方面',
  directories: '名录',
  registers: '登记簿',
  notice: '通报',
}

const whereText = (place: IntegrityPlace): string =>
  place.area === 'problem' ? `问题${place.number}：` : `${AREA_WORDS[place.area]}：`

const kindWord = (kind = ''): string => (Object.hasOwn(RECORD_WORDS, kind) ? RECORD_WORDS[kind as RecordKind] : kind)

/** A text quoted in a sentence is cut: it only says which one is meant. */
const quoted = (names: readonly string[] = []): string =>
  names.map((name) => `“${name.length > 24 ? `${name.slice(0, 24)}…` : name}”`).join('')

type Facts = IntegrityIssue['facts']

interface Words {
  readonly severity: Severity
  readonly say: (facts: Facts) => string
}

const rule = (severity: Severity, say: (facts: Facts) => string): Words => ({ severity, say })

const WORDS: Readonly<Record<IntegrityRule, Words>> = {
  'integrity.ledger-records': rule(
    'error',
    ({ text, count }) => `应有1条“${kindWord(text)}”记录，实有${count ?? 0}条，请用合并前的备份核对。`,
  ),
  'integrity.id-doubled': rule(
    'error',
    ({ text, count }) => `同一条“${kindWord(text)}”记录出现在${count ?? 0}处，列表只显示其中一处，请用合并前的备份核对。`,
  ),
  'integrity.orphan': rule(
    'error',
    ({ text, count }) =>
      `${count ?? 0}条“${kindWord(text)}”找不到所属的记录，没有显示在任何清单中；请向提供文件的人要完整的台账文件。`,
  ),
  'integrity.reference-missing': rule(
    'warning',
    ({ text, stated }) => `“${kindWord(text)}”所指的${kindWord(stated)}不在台账中，请重新选定。`,
  ),
  'integrity.outline-cycle': rule('error', ({ names }) => `${quoted(names)}互为上级，暂列在最上层，请重新指定其中一个的上级。`),
  'integrity.parent-missing': rule(
    'warning',
    ({ count, names }) => `${quoted(names)}${(count ?? 0) > 3 ? `等${count}项` : ''}的上级标题已不在，暂列在最上层，请重新指定。`,
  ),
  'integrity.source-number-doubled': rule(
    'warning',
    ({ text, names }) => `原序号“${text ?? ''}”重复：${quoted(names)}，请核对。`,
  ),
  'integrity.order-tie': rule(
    'hint',
    ({ count, names }) =>
      `${quoted(names)}${(count ?? 0) > 3 ? `等${count}项` : ''}排在同一位置（两台电脑分别添加），请调整先后。`,
  ),
  'integrity.completed-before-start': rule(
    'warning',
    ({ text, stated, expected }) => `${text ?? ''}完成日期${stated ?? ''}早于启动时间${expected ?? ''}，请核对。`,
  ),
  'integrity.deadline-before-start': rule(
    'warning',
    ({ text, stated, expected }) => `${text ?? ''}时限${stated ?? ''}早于启动时间${expected ?? ''}，请核对。`,
  ),
  'integrity.closed-before-completed': rule(
    'error',
    ({ stated, expected }) => `销号日期${stated ?? ''}早于完成日期${expected ?? ''}，请更正其中之一。`,
  ),
  'integrity.in-the-future': rule(
    'warning',
    ({ text, stated, expected }) => `${text ?? ''}${stated ?? ''}晚于今天（${expected ?? ''}），请核对年份。`,
  ),
  'integrity.inspection-dates': rule(
    'warning',
    ({ text, stated, expected }) => `${text ?? ''}（${stated ?? ''}早于${expected ?? ''}），请核对。`,
  ),
  'integrity.extension-chain': rule(
    'warning',
    ({ text, stated, expected }) => `${text ?? ''}延到“${stated ?? ''}”，与随后的时限“${expected ?? ''}”接不上，请核对延期记录。`,
  ),
  'integrity.deadline-words': rule('warning', ({ text, stated, expected }) =>
    expected === undefined
      ? `${text ?? ''}时限写作“${stated ?? ''}”，却没有日期，不参加逾期计算，请重新填写。`
      : `${text ?? ''}时限写作“${stated ?? ''}”，日期却是${expected}，请重新填写。`,
  ),
  'integrity.closed-without-closure': rule('warning', () => '状态为“已销号”，却没有销号日期，请补登销号或更正状态。'),
  'integrity.closure-stands-open': rule(
    'error',
    ({ stated }) => `已于${stated ?? ''}销号，状态却不是“已销号”，请更正状态，或登记重新整改。`,
  ),
  'integrity.done-undated': rule(
    'hint',
    ({ count, names }) =>
      `${count ?? 0}个已完成的问题没有完成日期（序号${(names ?? []).join('、')}${(count ?? 0) > (names ?? []).length ? '等' : ''}），按日期统计时无从计起，可补填。`,
  ),
  'integrity.done-with-open-measures': rule('warning', ({ count }) => `问题已完成，却还有${count ?? 0}条措施未完成，请核对。`),
  'integrity.two-applications': rule('error', ({ count }) => `有${count ?? 0}份销号申请同时待审，请退回多余的。`),
  'integrity.cycle-doubled': rule('error', ({ text, count }) => `第${text ?? ''}轮销号有${count ?? 0}份记录，请合并为一份。`),
  'integrity.cycle-gap': rule('warning', ({ text }) => `缺少第${text ?? ''}轮销号的记录，请核对轮次。`),
  'integrity.name-unknown': rule(
    'hint',
    ({ text, stated, count }) =>
      `“${text ?? ''}”不在${stated === 'leader' ? '领导库' : '单位库'}中（${count ?? 0}处），单独统计；请加入名录，或登记为别名。`,
  ),
  'integrity.name-twice': rule('warning', ({ text, names }) => `${text ?? ''}中${quoted(names)}重复，请删去一个。`),
  'integrity.two-leads': rule(
    'hint',
    ({ text, names }) => `${text ?? ''}由两台电脑分别填写：${quoted(names)}，请确认是否都保留。`,
  ),
  'integrity.alias-doubled': rule(
    'warning',
    ({ text, names }) => `“${text ?? ''}”同时指向${quoted(names)}，统计归入哪一个不确定，请改别名或并为一条。`,
  ),
  'integrity.joined-cycle': rule('error', ({ names }) => `${quoted(names)}互相并入，请取消其中一个。`),
  'integrity.lead-counts': rule(
    'error',
    ({ text, stated, expected }) => `${text ?? ''}办结${stated ?? ''}件，多于受理${expected ?? ''}件，请更正。`,
  ),
  'integrity.measure-category': rule(
    'warning',
    ({ text, stated, expected }) => `“${text ?? ''}”登记为${stated ?? ''}，按规定属于${expected ?? ''}，请核对类别。`,
  ),
  'integrity.count-units': rule(
    'hint',
    ({ text, names }) => `${text ?? ''}既按“${(names ?? []).join('”又按“')}”登记，两者不能相加，请核对计量。`,
  ),
  'integrity.people-count': rule(
    'hint',
    ({ text, stated, expected }) => `${text ?? ''}登记${stated ?? ''}人，姓名却有${expected ?? ''}个，请核对。`,
  ),
  'integrity.number-clash': rule('warning', ({ text, count, names }) => {
    const proposals = (names ?? []).join('、')
    return `文号“${text ?? ''}”有${count ?? 0}份文书使用，${proposals === '' ? '请改编其中之一' : `未印发的可改编为${proposals}`}。`
  }),
  'integrity.number-printed-twice': rule(
    'error',
    ({ text, count }) => `文号“${text ?? ''}”已印发${count ?? 0}份，请由经办人商定，作废并另发其中一份。`,
  ),
  'integrity.blocks-overlap': rule('warning', ({ names }) => `号段${quoted(names)}重叠，会印出相同的文号，请改其中一段。`),
}

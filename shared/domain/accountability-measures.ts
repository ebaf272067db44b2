import type { AccountabilityCategory } from './records/register-records.ts'

/**
 * The measures of 问责处理 as notices word them, and the code a figure carries. Sources: 中国共产党纪律处分条例 第八条 (党纪),
 * 公职人员政务处分法 第七条 (政务), 关于组织处理规定（试行）第七条 (组织处理). 诫勉 and 谈话类 are no 处分.
 */
const MEASURES: Readonly<Record<AccountabilityCategory, readonly (readonly [code: string, ...words: string[]])[]>> = {
  party: [
    ['warning', '警告', '党内警告'],
    ['seriousWarning', '严重警告', '党内严重警告'],
    ['removedFromPost', '撤销党内职务'],
    ['probation', '留党察看'],
    ['expelled', '开除党籍'],
  ],
  government: [
    ['warning', '警告', '政务警告'],
    ['demerit', '记过', '政务记过'],
    ['majorDemerit', '记大过', '政务记大过'],
    ['demoted', '降级', '政务降级'],
    ['dismissed', '撤职', '政务撤职'],
    ['discharged', '开除', '开除公职', '政务开除'],
  ],
  combined: [
    ['party', '党纪处分'],
    ['government', '政务处分', '政纪处分'],
  ],
  organisational: [
    ['transferred', '调离岗位', '调整岗位', '调整职务'],
    ['orderedToResign', '责令辞职'],
    ['removed', '免职'],
    ['demotedRank', '降职'],
    ['suspended', '停职检查', '停职'],
    ['membershipRevoked', '取消党员资格', '党员除名'],
    ['other', '其他', '其它'],
  ],
  admonition: [['admonition', '诫勉', '诫勉谈话', '诫勉处理']],
  talk: [
    ['educated', '教育谈话', '谈话教育'],
    ['reminded', '提醒谈话', '谈话提醒'],
    ['admonished', '教育提醒', '提醒教育'],
    ['criticised', '批评教育'],
    ['selfExamination', '责令检查', '责令作出检查'],
    ['circulated', '通报批评'],
    ['summoned', '约谈'],
  ],
  judicial: [['transferred', '移送司法机关', '移送司法', '移送检察机关']],
}

/** The measures of a category in their usual words, to be chosen from. */
export const usualMeasures = (category: AccountabilityCategory): readonly string[] =>
  MEASURES[category].map(([, usual]) => usual ?? '').filter((words) => words !== '')

/** The code of a measure within its category: 党内严重警告 → `seriousWarning`; words that are not in the table are their own code. */
export const measureCode = (category: AccountabilityCategory, words: string): string =>
  MEASURES[category].find(([, ...known]) => known.includes(words))?.[0] ?? words

/** The category a measure belongs to when it stands alone in a text, or null: 诫勉 → admonition, 警告 → null (party or government). */
export const categoryOfMeasure = (words: string): AccountabilityCategory | null =>
  (['admonition', 'talk', 'judicial', 'organisational'] as const).find((category) =>
    MEASURES[category].some(([, ...known]) => known.includes(words)),
  ) ?? null

/** Every category that knows a measure by these words: 警告 → party and government; none for words that are not in the table. */
export const categoriesOfMeasure = (words: string): readonly AccountabilityCategory[] =>
  (Object.keys(MEASURES) as AccountabilityCategory[]).filter((category) =>
    MEASURES[category].some(([, ...known]) => known.includes(words)),
  )

/** Every wording of the categories that a text names without a category before it, longest first. */
export const STANDALONE_MEASURES: readonly string[] = [...MEASURES.admonition, ...MEASURES.talk, ...MEASURES.judicial]
  .flatMap(([, ...words]) => words)
  .sort((a, b) => b.length - a.length)

import { datePartsOf, type PlainDate } from '../base/plain-date.ts'
import { readDate } from '../base/read-date.ts'

/** What the opening of a notice tells about the inspection; null where it does not. */
export interface InspectionFacts {
  readonly level: string | null
  readonly kind: string | null
  readonly team: string | null
  readonly inspectedParty: string | null
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly feedbackOn: PlainDate | null
}

/** Reads the opening paragraphs (folded). */
export const readInspectionFacts = (folded: string): InspectionFacts => {
  const period = PERIOD.exec(folded)
  const periodFrom = period ? readDate(period[1] ?? '') : null
  const year = periodFrom ? datePartsOf(periodFrom).year : null
  const to = period?.[2] ?? ''
  const team = TEAM.exec(folded)?.[0] ?? null
  const target = TARGET.exec(folded) ?? TARGET_AS_OBJECT.exec(folded)
  return {
    level: team === null ? null : (/^(中央|省委|自治区党委|市委|县委|区委)/.exec(team)?.[1] ?? null),
    kind: target === null || target[3] === '' ? null : `${target[2] ?? ''}${target[3] ?? ''}`,
    team,
    inspectedParty: target?.[1] ?? null,
    periodFrom,
    periodTo: period ? readDate(/^\d{4}年/.test(to) ? to : `${year ?? ''}年${to}`) : null,
    feedbackOn: readDate(FEEDBACK.exec(folded)?.[1] ?? ''),
  }
}

const DATE = '\\d{4}年\\d{1,2}月\\d{1,2}日'
const PERIOD = new RegExp(`(${DATE})\\s*(?:至|-|—|–|~|到)+\\s*((?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)`)
const TEAM =
  /(?:中央|省委|自治区党委|市委|县委|区委)第?[一二三四五六七八九十]{0,3}(?:巡[视察]|专项巡[视察])[一二三四五六七八九十]{0,2}组/
const TARGET =
  /对([^,。;:]{2,30}?)(?:开展|进行)了?(?:为期[^,。]{1,8}的)?(常规|专项|机动|提级|交叉|“回头看”)?(巡视|巡察|督察|审计)/
/** 巡视了某区: the party follows the verb. Groups as in TARGET, the kind last. */
const TARGET_AS_OBJECT = /(?:巡[视察]|督察|审计)了([^,。;:]{2,30}?)()(?=[,。;])()/
const FEEDBACK = new RegExp(`(${DATE})(?:(?!${DATE})[^。]){0,60}?(?:反馈|通报了?巡[视察]意见)`)

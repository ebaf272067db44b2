import type { PlainDate } from '../../base/plain-date.ts'
import { readDate } from '../../base/read-date.ts'
import { foldWidth } from '../../base/text.ts'
import type { TextWithEnding } from '../ending.ts'
import { type InspectionFacts, readInspectionFacts } from '../inspection-facts.ts'
import type { SourceLine } from '../lines.ts'
import { isDateLine } from '../shell.ts'

/** What a feedback tells of the inspection. */
export interface FeedbackFacts extends InspectionFacts {
  /** Who has to rectify: whom the feedback is given to. */
  readonly rectifyingParty: string | null
}

/** Reads title, opening and signature. The date below the text is the day of the feedback unless the opening says another. */
export const readFeedbackFacts = (title: string | null, body: readonly SourceLine[], ending: TextWithEnding): FeedbackFacts => {
  const opening = body
    .slice(0, OPENING_LINES)
    .map((line) => line.folded)
    .join('\n')
  // 现将巡察情况反馈如下 is what the text does, not when it was done.
  const facts = readInspectionFacts(opening.replace(/现(?:[将就把][^。\n]{0,60})?反馈/g, ''))
  const named = PARTY_IN_TITLE.exec(foldWidth(title ?? ''))
  const addressed = body.slice(0, ADDRESS_LINES).find((line) => ADDRESS.test(line.folded))
  const signer = ending.signature?.split('\n').find((party) => TEAM.test(party)) ?? null
  const team = facts.team ?? signer ?? TEAM_OF.exec(opening)?.[0] ?? TEAM.exec(foldWidth(title ?? ''))?.[0] ?? null
  const address = addressed === undefined ? null : addressed.text.slice(0, -1).trim()
  return {
    ...facts,
    level: facts.level ?? /^(?:中共)?(中央|省委|自治区党委|市委|县委|区委)/.exec(team ?? '')?.[1] ?? null,
    kind: facts.kind ?? (named ? `${KIND.exec(opening)?.[0] ?? ''}${named[1] ?? ''}` : null),
    team,
    inspectedParty: facts.inspectedParty ?? named?.[2] ?? address,
    feedbackOn: facts.feedbackOn ?? ending.signedOn ?? dateBelowTitle(body),
    rectifyingParty: address ?? named?.[2] ?? facts.inspectedParty,
  }
}

const dateBelowTitle = (body: readonly SourceLine[]): PlainDate | null => {
  const line = body.slice(0, ADDRESS_LINES).find(({ folded }) => isDateLine(folded))
  return line ? readDate(line.folded) : null
}

const OPENING_LINES = 4
const ADDRESS_LINES = 3
const PARTY_IN_TITLE =
  /(?:关于)?(?:(?:常规|专项|机动|提级|交叉|“回头看”)*)(巡[视察])([^,。;:]{3,30}?)(?:的)?(?:(?:有关)?情况的?)?反馈/
const ADDRESS = /^(?:中共)?[^,。;:]{2,30}(?:党组|党委|工委|党支部|党总支|委员会|[省市县区]委):$/
const TEAM = /[^,。;:\s]{0,8}?第?[一二三四五六七八九十]{0,3}(?:专项)?巡[视察][一二三四五六七八九十]{0,2}组/
const TEAM_OF = /[省市县区]委第?[一二三四五六七八九十]{0,3}(?:专项)?巡[视察][一二三四五六七八九十]{0,2}组/
const KIND = /常规|专项|机动|提级|交叉|“回头看”/

import { nameFinder, textsOf } from './mask-names.ts'
import type { NoticeModel } from './model.ts'
import type { Person } from './persons.ts'
import { isSurname, surnameOf } from './surnames.ts'

/** A name left in an edition. `known`: of a person of the ledger, 必改; otherwise it only looks like one, 存疑. */
export interface ResidualName {
  readonly name: string
  readonly known: boolean
  /** Some words around it. */
  readonly quote: string
}

/**
 * Names in the final texts of an edition: those of persons the ledger knows, anywhere in the model and in `beside` (properties, names and
 * texts of attachments), and what looks like a name behind an office (县委书记…) or before 同志. Each once for each place.
 */
export const residualNames = (
  model: NoticeModel,
  persons: readonly Person[],
  beside: readonly string[] = [],
): readonly ResidualName[] => {
  const finder = nameFinder(persons)
  return [...textsOf(model), ...beside].flatMap((text) => {
    const known = finder(text).map(({ from, to }) => ({ from, to, known: true }))
    const likely = likelyNames(text)
      .filter(({ from }) => !known.some((name) => from >= name.from && from < name.to))
      .map((place) => ({ ...place, known: false }))
    return [...known, ...likely].map(({ from, to, known: isKnown }) => ({
      name: text.slice(from, to),
      known: isKnown,
      quote: text.slice(Math.max(0, from - 12), to + 12),
    }))
  })
}

const OFFICES =
  '书记|县长|市长|区长|镇长|乡长|局长|主任|部长|组长|校长|院长|所长|站长|科长|处长|厅长|司长|会长|主席|行长|董事长|总经理|经理|队长|庭长|检察长|总监|委员|干部|村民|群众|党员|民警|职工'

/** What may follow a name. */
const FOLLOWS =
  '$|[，。、；：！？（）“”《》\\s]|同志|任|主持|带队|率|作|对|为|到|在|出席|参加|因|被|等|受|涉嫌|违反|利用|带领|担任|指出|强调|牵头|负责'

const BEHIND_OFFICE = new RegExp(`(?:${OFFICES})([\\u3400-\\u9fff]{2,4}?)(?=${FOLLOWS})`, 'g')
const BEFORE_COMRADE = /([\u3400-\u9fff]{2,4})(?=同志(?:[^们之为]|$))/g

/** Words that begin like a surname and are none: 任组长, 高度, 全县. */
const NO_NAME =
  /某|^(?:任[组务职何副]|高[度质效标]|方[面案式]|常[委态务规]|安[全排置]|严[格肃重]|明[确显]|包[括保联抓案]|成[立员效果]|管[理好住]|全[县市区面部体程国省镇乡]|和[各有相]|于|时|分管|负责|会议|对|等|应[当急该]|有[关的些]|关[于心键]|相关|经[济常]|公[开共安室]|计[划]|强[化调]|单位|双|连[续]|能|都|从|向|与|通[报过知]|广大|利[用益]|年|国|海|文件|居[民住]|农[村民业]|平[台时均]|水|东|越|别|代表|步|满意|曾|何|干部|纪[律委检]|廉[洁政]|充[实分]|权[益力]|包[组片]|管负)/

const likelyNames = (text: string): readonly { readonly from: number; readonly to: number }[] => {
  const behind = [...text.matchAll(BEHIND_OFFICE)].flatMap((match) => {
    const name = match[1] ?? ''
    return isLikely(name) ? [{ from: match.index + match[0].length - name.length, to: match.index + match[0].length }] : []
  })
  const before = [...text.matchAll(BEFORE_COMRADE)].flatMap((match) => {
    // The regular expression takes as much as it can: the name is what is left behind the office.
    const words = match[1] ?? ''
    const name = [3, 2, 4].map((length) => words.slice(-length)).find((tail) => isLikely(tail) && tail.length <= words.length)
    return name === undefined ? [] : [{ from: match.index + words.length - name.length, to: match.index + words.length }]
  })
  return [...behind, ...before.filter(({ to }) => !behind.some((name) => name.to === to))]
}

const isLikely = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 4 &&
  !NO_NAME.test(name) &&
  isSurname(surnameOf(name)) &&
  (name.length < 4 || surnameOf(name).length === 2)

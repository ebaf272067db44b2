import { inOrder } from '../domain/arrangement.ts'
import { canonicalPersonName } from '../domain/directory.ts'
import type { LedgerRecords } from '../domain/records/record-kinds.ts'
import { splitNames } from '../domain/unit-names.ts'
import { isSurname, surnameOf } from './surnames.ts'

/** A person the ledger names, with every name it gives him. The first is the one he is known by. */
export interface Person {
  readonly names: readonly string[]
}

/**
 * Everybody the ledger names, in a fixed order: 领导库, responsibilities, 问责处理, and who chairs, reviews, approves or is to be asked. What
 * only stands where a name is expected (县委常委会, 待定) is no name; the directory and 问责处理 are believed for rare surnames too.
 */
export const personsOf = (records: LedgerRecords): readonly Person[] => {
  const alone = (name: string): readonly string[] => [name]
  const told: readonly (readonly string[])[] = [
    ...inOrder(records.leader).map(({ name, aliases }) => [...listed(name), ...listed(aliases)]),
    ...inOrder(records.accountability).flatMap(({ people }) => listed(people).map(alone)),
    ...[
      ...inOrder(records.responsibility).flatMap(({ role, name }) => (PERSONAL.has(role) ? listed(name) : [])),
      ...inOrder(records.unit).flatMap(({ contact }) => listed(contact)),
      ...inOrder(records.meeting).flatMap(({ chair }) => listed(chair)),
      ...inOrder(records.review).flatMap(({ by }) => listed(by)),
      ...inOrder(records.extension).flatMap(({ approvedBy }) => listed(approvedBy)),
    ]
      .filter((name) => isSurname(surnameOf(name)))
      .map(alone),
  ]
  const persons: Set<string>[] = []
  const known = new Map<string, Set<string>>()
  for (const names of told) {
    const person = names.map((name) => known.get(name)).find((found) => found !== undefined) ?? new Set<string>()
    if (person.size === 0 && names.length > 0) persons.push(person)
    for (const name of names) {
      person.add(name)
      known.set(name, person)
    }
  }
  return persons.map((names) => ({ names: [...names] }))
}

const PERSONAL: ReadonlySet<string> = new Set(['leader', 'person', 'contact'])

/** The names in a field of names: 何启明（副县长）、沈国栋 陆思远和原镇长周勇等4人 → four. What is no name is left out. */
const listed = (names: string | null): readonly string[] =>
  names === null ? [] : splitNames(names).flatMap(spaced).flatMap(joinedByAnd).flatMap(nameIn)

/** 沈国栋 陆思远 are two; 何 启 is one, spaced out. */
const spaced = (text: string): readonly string[] => {
  const words = text.split(/\s+/).filter((word) => word !== '')
  return words.every((word) => word.length > 1) ? words : [canonicalPersonName(text)]
}

const joinedByAnd = (text: string): readonly string[] => {
  const [before = '', after = '', ...more] = text.split(/[和及与]/)
  const areBoth = more.length === 0 && nameIn(before).length > 0 && nameIn(after).some((name) => isSurname(surnameOf(name)))
  return areBoth ? [before, after] : [text]
}

/** The name a text is, without what stands in brackets behind it, 同志 or 等3人; or the one it ends in, behind an office or a body. */
const nameIn = (text: string): readonly string[] => {
  const bare = text
    .replace(/[（(].*$/, '')
    .replace(/等(?:[\d一二三四五六七八九十]+[人名].*)?$/, '')
    .replace(/同志$/, '')
  const name = BEHIND_OFFICE.exec(bare)?.[1] ?? ''
  if (isName(name) && isSurname(surnameOf(name)) && bare.length > 4) return [name]
  return isName(bare) ? [bare] : []
}

const BEHIND_OFFICE =
  /(?:书记|主任|经理|委员|干部|[县市区镇乡局部组校院所站科处厅司会行队庭]长|[局委办组部院站所室处厅镇乡村])([\u3400-\u9fff]{2,4}?)$/

/** Two to four Han characters, or parts joined by ·, that name no office and no body. */
const isName = (text: string): boolean =>
  /^(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,10}(?:[·•][\u3400-\u9fff]{1,10})+)$/.test(text) &&
  !NO_NAME.test(text) &&
  (isSurname(surnameOf(text)) || !PLACE.test(text))

const NO_NAME =
  /(?:[局委办组部院站所室处厅队]|委员会|常委会|工会|协会|理事会|书记|县长|市长|区长|镇长|乡长|局长|主任|部长|组长|校长|院长|所长|站长|科长|处长|经理|领导|干部|人员|待定|待填|某某?|单位|中心|党委|党组|政府|负责人)$/

/** Endings of places and bodies that are given names too (建科, 学会). */
const PLACE = /[会科镇乡村区县市省]$/

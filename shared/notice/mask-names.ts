import type { NoticeTemplate } from '../domain/notices/notice-template.ts'
import type { Edition } from '../domain/records/notice-records.ts'
import type { Notice } from '../domain/records/record-kinds.ts'
import type { FigureSpan, NoticeLine, NoticeModel } from './model.ts'
import type { Person } from './persons.ts'
import { surnameOf } from './surnames.ts'

/** Does this edition of the notice mask names? */
export const masksNames = (notice: Pick<Notice, 'names'>, edition: Edition): boolean =>
  (notice.names === 'public' && edition === 'public') || (notice.names === 'outside' && edition !== 'report')

/**
 * The notice with every name of these persons masked: 王某某, 欧阳某某; 王某甲 and 王某乙, as they appear, where the template tells persons of
 * one surname apart. Every text of the model is gone through, whatever holds it, so that a name stands in no part of it.
 */
export const maskNames = (
  model: NoticeModel,
  persons: readonly Person[],
  sameSurname: NoticeTemplate['sameSurname'],
): NoticeModel => {
  const finder = nameFinder(persons)
  const masks = masksFor(persons, sameSurname === 'apart' ? appearing(model, finder) : [])
  const mask = (text: string): Masked => maskText(text, finder, masks)
  const { lines, ...rest } = model
  return { ...inAllTexts(rest, (text) => mask(text).text), lines: lines.map((line) => maskedLine(line, mask)) }
}

interface Masked {
  readonly text: string
  readonly placeOf: (at: number) => number
}

/** A name of a person where it stands in a text. */
export interface FoundName {
  readonly person: Person
  readonly from: number
  readonly to: number
}

export type NameFinder = (text: string) => readonly FoundName[]

/** Finds names from left to right, the longest where several begin, spaced out (何 启) or not. */
export const nameFinder = (persons: readonly Person[]): NameFinder => {
  const byFirst = new Map<string, { readonly name: string; readonly person: Person }[]>()
  for (const person of persons)
    for (const name of person.names) {
      const own = byFirst.get(name.charAt(0)) ?? []
      own.push({ name, person })
      byFirst.set(name.charAt(0), own)
    }
  for (const own of byFirst.values()) own.sort((a, b) => b.name.length - a.name.length)
  return (text) => {
    const found: FoundName[] = []
    let at = 0
    while (at < text.length) {
      let next = at + 1
      for (const { name, person } of byFirst.get(text.charAt(at)) ?? []) {
        const to = endOf(text, at, name)
        if (to === null) continue
        found.push({ person, from: at, to })
        next = to
        break
      }
      at = next
    }
    return found
  }
}

/** Where a name that begins here ends, spaces between its characters passed over; null when it does not stand here. */
const endOf = (text: string, from: number, name: string): number | null => {
  let at = from
  for (let i = 0; i < name.length; i++) {
    if (i > 0) while (/[ \u00a0\u3000]/.test(text.charAt(at))) at++
    if (text.charAt(at) !== name.charAt(i)) return null
    at++
  }
  return at
}

/** Persons in the order the notice names them. */
const appearing = (model: NoticeModel, finder: NameFinder): readonly Person[] => [
  ...new Set(textsOf(model).flatMap((text) => finder(text).map(({ person }) => person))),
]

const STEMS = '甲乙丙丁戊己庚辛壬癸'

const masksFor = (persons: readonly Person[], toldApart: readonly Person[]): ReadonlyMap<Person, string> => {
  const nameOf = ({ names }: Person): string => names[0] ?? ''
  return new Map(
    persons.map((person) => {
      const surname = surnameOf(nameOf(person))
      const same = toldApart.filter((other) => surnameOf(nameOf(other)) === surname)
      const place = same.indexOf(person)
      return [person, same.length > 1 && place >= 0 ? `${surname}某${STEMS[place] ?? place + 1}` : `${surname}某某`]
    }),
  )
}

const maskText = (text: string, finder: NameFinder, masks: ReadonlyMap<Person, string>): Masked => {
  const found = finder(text).map((name) => ({ ...name, mask: masks.get(name.person) ?? '某某' }))
  if (found.length === 0) return { text, placeOf: (at) => at }
  let [masked, read] = ['', 0]
  for (const { from, to, mask } of found) {
    masked += text.slice(read, from) + mask
    read = to
  }
  return {
    text: masked + text.slice(read),
    placeOf: (at) =>
      found.filter(({ to }) => to <= at).reduce((place, { from, to, mask }) => place + mask.length - (to - from), at),
  }
}

const maskedLine = (line: NoticeLine, mask: (text: string) => Masked): NoticeLine => {
  const { spans, ...rest } = line
  const texts = { text: mask(line.text), heading: mask(line.kind === 'run-in' ? line.heading : '') }
  const moved = spans?.map((span): FigureSpan => {
    const { placeOf } = texts[span.of]
    return { ...inAllTexts(span, (text) => mask(text).text), start: placeOf(span.start), end: placeOf(span.end) }
  })
  return { ...inAllTexts(rest, (text) => mask(text).text), ...(moved ? { spans: moved } : {}) }
}

/** Every text in a model, in printing order as far as the model has one. */
export const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** The same plain data with every text in it changed. */
const inAllTexts = <T>(value: T, change: (text: string) => string): T => {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((item) => inAllTexts(item, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inAllTexts(item, change)])) as T
}

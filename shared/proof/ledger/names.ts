import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { isSurname, surnameOf } from '../../notice/surnames.ts'
import { findingAt } from '../finding.ts'
import type { Reading } from '../reading.ts'
import type { ProofFinding, RuleResult } from '../rule.ts'
import type { LedgerFacts } from './ledger-facts.ts'

/**
 * Names that differ from the directories by one character, by two that changed places, or are told by an alias beside the name itself; and
 * a post of the directory with another person's name behind it.
 */
export const namesResult = (reading: Reading, facts: LedgerFacts): RuleResult => {
  const known = new Set(facts.units.flatMap(({ name, aliases }) => [name, ...aliases]))
  const findings: ProofFinding[] = []
  let checked = 0
  for (const { reading: paragraph, start } of reading.paragraphs) {
    const { text } = paragraph
    if (text.length < SHORTEST) continue
    const say = (from: number, length: number, message: string, expected: string, severity: 'warning' | 'hint'): void => {
      const place = { start: from, end: from + length }
      const found = findingAt('name.unit', severity, text, place, { expected, message, fix: expected })
      findings.push({
        ...found,
        start: from + start,
        end: from + length + start,
        fix: found.fix && { ...found.fix, start: from + start, end: from + length + start },
      })
    }
    for (const { name } of facts.units) {
      if (name.length < SHORTEST) continue
      checked += text.split(name).length - 1
      for (const at of nearlyIn(text, name, known)) {
        checked += 1
        const stated = text.slice(at, at + name.length)
        say(at, name.length, PROOF_SENTENCES.unitName(stated, name), name, 'warning')
      }
    }
    for (const { name, post } of postsOf(facts)) {
      for (const found of personBehind(text, post)) {
        checked += 1
        if (found.name === name || facts.leaders.some((other) => other.name === found.name && other.post === post)) continue
        say(found.at, found.name.length, PROOF_SENTENCES.leaderName(found.name, post, name), name, 'warning')
      }
    }
  }
  return { checked, findings: [...findings, ...aliases(reading, facts, known)] }
}

const SHORTEST = 5

/** Places where all but one character of a name stand in their order, or two neighbours changed places; numerals and levels (县, 市) make other units. */
const nearlyIn = (text: string, name: string, known: ReadonlySet<string>): readonly number[] => {
  const half = Math.floor(name.length / 2)
  const starts = new Set<number>()
  for (const [part, offset] of [
    [name.slice(0, half), 0],
    [name.slice(half), half],
  ] as const) {
    if (part.length < 2) continue
    for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) starts.add(at - offset)
  }
  return [...starts].filter((at) => {
    if (at < 0) return false
    const words = text.slice(at, at + name.length)
    if (words.length < name.length || words === name || known.has(words) || !/^[\u4e00-\u9fff]+$/.test(words)) return false
    const off = [...words].flatMap((c, i) => (c === name[i] ? [] : [i]))
    const [a, b] = off
    if (a === undefined) return false
    if (off.length === 2 && b === a + 1) return words[a] === name[b] && words[b] === name[a]
    if (off.length !== 1 || a === 0) return false
    return a < name.length - 1 && !isOther(words[a] ?? '', name[a] ?? '')
  })
}

/** 县 and 市, 一 and 二, 东 and 西: another unit, not a slip. */
const isOther = (a: string, b: string): boolean => OTHERS.some((kind) => kind.includes(a) && kind.includes(b))

const OTHERS = ['一二三四五六七八九十', '东西南北中', '上下', '大小', '新老', '省市县区镇乡街', '局委办处科部厅']

/** Posts that one person holds, and are told in enough words to be one. */
const postsOf = ({ leaders }: LedgerFacts): LedgerFacts['leaders'] =>
  leaders.filter(({ post }) => post.length >= 4 && leaders.filter((other) => other.post === post).length === 1)

const personBehind = (text: string, post: string): readonly { readonly at: number; readonly name: string }[] =>
  [...text.matchAll(new RegExp(`${escaped(post)}([\\u4e00-\\u9fff]{2,4}?)(?=同志|[，、。；：）]|$)`, 'g'))].flatMap((match) => {
    const name = match[1] ?? ''
    const isName = name.length <= 4 && isSurname(surnameOf(name)) && !/[的了任为主负组召会议办局委]/.test(name)
    return isName ? [{ at: match.index + post.length, name }] : []
  })

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A unit that is called by its name and by an alias in one text. */
const aliases = (reading: Reading, { units }: LedgerFacts, known: ReadonlySet<string>): readonly ProofFinding[] =>
  units.flatMap(({ name, aliases: others }) => {
    if (others.length === 0 || !reading.text.includes(name)) return []
    return others.flatMap((alias): readonly ProofFinding[] => {
      if (alias.length < 3 || name.includes(alias)) return []
      const at = reading.text.indexOf(alias)
      if (at === -1 || [...known].some((other) => other !== alias && other.includes(alias) && reading.text.includes(other)))
        return []
      const message = PROOF_SENTENCES.unitAlias(alias, name)
      return [
        findingAt(
          'name.unit',
          'hint',
          reading.text,
          { start: at, end: at + alias.length },
          { expected: name, message, fix: name },
        ),
      ]
    })
  })

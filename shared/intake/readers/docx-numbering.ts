import { levelOf, type WordStyles } from './docx-styles.ts'
import { formatNumber } from './number-formats.ts'
import { childOf, elementsOf, isOn, propertyOf, type XmlElement } from './xml-tree.ts'

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly suffix: string
  /** 1-based; 0 never, null after any level above. */
  readonly restart: number | null
  readonly isLegal: boolean
  readonly style: string | null
}

interface Num {
  readonly abstractId: string
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, Level>
}

interface Abstract {
  readonly levels: ReadonlyMap<number, Level>
  readonly styleLink: string | null
}

/** Gives each paragraph its automatic number, in reading order; it counts as it goes. */
export interface Numbering {
  /** The number as a reader sees it, with what parts it from the text; empty where there is none. */
  readonly next: (properties: XmlElement | undefined, styleId: string | null) => string
}

export const createNumbering = (root: XmlElement | null, styles: WordStyles): Numbering => {
  const { nums, abstracts } = readDefinitions(root)
  const counters = new Map<string, (number | null)[]>()
  const restarted = new Set<string>()

  /** The list itself; a link through a numbering style leads to another list. */
  const resolved = (numId: string): { readonly num: Num; readonly id: string; readonly levels: Abstract['levels'] } | null => {
    const num = nums.get(numId)
    let id = num?.abstractId ?? ''
    for (let hops = 0; hops < 10; hops += 1) {
      const link = abstracts.get(id)?.styleLink
      const target = link == null ? undefined : nums.get(styles.chain(link)[0]?.numId ?? '')
      if (!target || target.abstractId === id) break
      id = target.abstractId
    }
    const abstract = abstracts.get(id)
    return num && abstract ? { num, id, levels: abstract.levels } : null
  }

  const place = (properties: XmlElement | undefined, styleId: string | null) => {
    const direct = childOf(properties, 'w:numPr')
    const chain = styles.chain(styleId)
    const own = propertyOf(direct, 'w:numId')
    const owner = chain.findIndex(({ numId }) => numId !== null)
    const numId = own ?? chain[owner]?.numId ?? null
    if (numId === null || numId === '0') return null
    const list = resolved(numId)
    if (!list) return null
    const stated = levelOf(propertyOf(direct, 'w:ilvl'))
    if (stated !== null || own !== undefined) return { ...list, numId, level: stated ?? 0 }
    // A style is tied to its level from the side of the list; what the style says of the level is passed over by Word.
    for (const { id } of chain.slice(0, owner + 1))
      for (const [level, { style }] of list.levels) if (style === id) return { ...list, numId, level }
    return { ...list, numId, level: chain.find((style) => style.level !== null)?.level ?? 0 }
  }

  return {
    next: (properties, styleId) => {
      const found = place(properties, styleId)
      if (!found) return ''
      const { num, id, levels, numId, level } = found
      const at = (index: number): Level | undefined => num.levels.get(index) ?? levels.get(index)
      const definition = at(level)
      if (!definition) return ''
      const counts = counters.get(id) ?? Array.from({ length: 9 }, () => null)
      counters.set(id, counts)
      for (const [index, start] of num.starts)
        if (index <= level && !restarted.has(`${numId}:${index}`)) {
          restarted.add(`${numId}:${index}`)
          counts[index] = start - 1
        }
      const before = counts[level] ?? null
      counts[level] = before === null ? definition.start : before + 1
      for (let deeper = level + 1; deeper < 9; deeper += 1) {
        const restart = at(deeper)?.restart ?? null
        if (restart === null || (restart > 0 && level < restart))
          counts[deeper] = num.starts.has(deeper) ? (num.starts.get(deeper) ?? 1) - 1 : null
      }
      const text = definition.text.replace(/%([1-9])/g, (_, digit: string) => {
        const index = Number(digit) - 1
        const shown = at(index)
        const value = counts[index] ?? shown?.start ?? 1
        return formatNumber(Math.max(value, 0), definition.isLegal ? 'decimal' : (shown?.format ?? 'decimal'))
      })
      // Bullets of symbol fonts are private characters that nobody can read.
      const readable = text.replace(/[\ue000-\uf8ff]/g, '')
      return readable === '' ? '' : `${readable}${suffixOf(definition.suffix, readable)}`
    },
  }
}

/** A tab only makes room: behind 、 or ） nothing is needed for a reader, behind a bare number a space is. */
const suffixOf = (suffix: string, number: string): string =>
  suffix === 'nothing' ? '' : suffix === 'space' ? ' ' : /[\p{L}\p{N}]$/u.test(number) && !/[①-⓿㉑-㊿]$/.test(number) ? ' ' : ''

const readDefinitions = (root: XmlElement | null) => {
  const nums = new Map<string, Num>()
  const abstracts = new Map<string, Abstract>()
  for (const element of root ? elementsOf(root) : []) {
    if (element.name === 'w:abstractNum')
      abstracts.set(element.attributes.get('abstractNumId') ?? '', {
        levels: levelsOf(element),
        styleLink: propertyOf(element, 'w:numStyleLink') ?? null,
      })
    if (element.name !== 'w:num') continue
    const starts = new Map<number, number>()
    const levels = new Map<number, Level>()
    for (const override of elementsOf(element).filter(({ name }) => name === 'w:lvlOverride')) {
      const level = levelOf(override.attributes.get('ilvl'))
      if (level === null) continue
      const start = propertyOf(override, 'w:startOverride')
      if (start !== undefined) starts.set(level, whole(start, 1))
      for (const [, definition] of levelsOf(override)) levels.set(level, definition)
    }
    nums.set(element.attributes.get('numId') ?? '', { abstractId: propertyOf(element, 'w:abstractNumId') ?? '', starts, levels })
  }
  return { nums, abstracts }
}

const levelsOf = (element: XmlElement): ReadonlyMap<number, Level> =>
  new Map(
    elementsOf(element)
      .filter(({ name }) => name === 'w:lvl')
      .flatMap((level): [number, Level][] => {
        const index = levelOf(level.attributes.get('ilvl'))
        const restart = propertyOf(level, 'w:lvlRestart')
        const definition: Level = {
          start: whole(propertyOf(level, 'w:start'), 0),
          format: formatOf(level),
          text: propertyOf(level, 'w:lvlText') ?? '',
          suffix: propertyOf(level, 'w:suff') ?? 'tab',
          restart: restart === undefined ? null : whole(restart, 0),
          isLegal: isOn(level, 'w:isLgl'),
          style: propertyOf(level, 'w:pStyle') ?? null,
        }
        return index === null ? [] : [[index, definition]]
      }),
  )

/** A newer format stands in a choice with an older one as fallback. */
const formatOf = (level: XmlElement): string => {
  const choice = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Choice')
  const fallback = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Fallback')
  return propertyOf(level, 'w:numFmt') ?? propertyOf(fallback, 'w:numFmt') ?? propertyOf(choice, 'w:numFmt') ?? 'decimal'
}

const whole = (value: string | undefined, otherwise: number): number => {
  const number = Number(value)
  return value !== undefined && Number.isInteger(number) && number >= 0 ? number : otherwise
}

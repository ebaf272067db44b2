import { childOf, elementsOf, isOn, propertyOf, type XmlElement } from './xml-tree.ts'

export interface WordStyle {
  readonly id: string
  readonly name: string
  readonly basedOn: string | null
  readonly numId: string | null
  readonly level: number | null
  /** undefined where the style does not say. */
  readonly isHidden: boolean | undefined
}

export interface WordStyles {
  /** The style of a paragraph (null: the default one) and what it is based on, nearest first; a circle ends. */
  readonly chain: (id: string | null) => readonly WordStyle[]
}

export const readStyles = (root: XmlElement | null): WordStyles => {
  const byId = new Map<string, WordStyle>()
  let usual: string | null = null
  for (const style of root ? elementsOf(root).filter(({ name }) => name === 'w:style') : []) {
    const id = style.attributes.get('styleId') ?? ''
    const numbering = childOf(childOf(style, 'w:pPr'), 'w:numPr')
    const run = childOf(style, 'w:rPr')
    byId.set(id, {
      id,
      name: propertyOf(style, 'w:name') ?? '',
      basedOn: propertyOf(style, 'w:basedOn') ?? null,
      numId: propertyOf(numbering, 'w:numId') ?? null,
      level: levelOf(propertyOf(numbering, 'w:ilvl')),
      isHidden: childOf(run, 'w:vanish') ? isOn(run, 'w:vanish') : undefined,
    })
    if (style.attributes.get('type') === 'paragraph' && ['1', 'true', 'on'].includes(style.attributes.get('default') ?? ''))
      usual = id
  }
  return {
    chain: (id) => {
      const chain: WordStyle[] = []
      let next = byId.get(id ?? usual ?? '')
      while (next && !chain.includes(next)) {
        chain.push(next)
        next = next.basedOn === null ? undefined : byId.get(next.basedOn)
      }
      return chain
    },
  }
}

export const levelOf = (value: string | undefined): number | null => {
  const level = Number(value)
  return value !== undefined && Number.isInteger(level) && level >= 0 && level <= 8 ? level : null
}

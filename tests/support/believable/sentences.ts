import type { County } from './places.ts'
import type { RandomSource } from './random-source.ts'
import { CLOSINGS, OPENINGS, type Topic } from './topics.ts'

/** Writes sentences of one topic about one county; no two problems read the same. */
export const sentencesOf = (random: RandomSource, county: County, topic: Topic) => {
  const slots: Readonly<Record<string, () => string>> = {
    n: () => String(random.whole(2, 12)),
    m: () => String(random.whole(13, 480)),
    w: () => moneyOf(random),
    u: () => random.pick(county.departments).name,
    t: () => random.pick(county.towns).name,
    c: () => county.name,
  }
  const filled = (phrase: string): string => phrase.replace(/\{(\w)\}/g, (slot, name: string) => slots[name]?.() ?? slot)
  const one = (phrases: readonly string[]): string => filled(random.pick(phrases))
  return {
    statement: () => `${one(topic.statements)}。`,
    details: () => random.several(topic.details, random.whole(1, 2)).map(filled).join('\n'),
    target: () => `${one(topic.targets)}。`,
    measure: () => `${one(topic.measures)}。`,
    /** 40–150 characters. */
    progress: () => {
      const clauses = random.several(topic.done, random.whole(1, 2)).map(filled).join('；')
      return `${random.pick(OPENINGS)}，${clauses}${random.pick(CLOSINGS)}`
    },
    account: () => `${random.several(topic.done, 3).map(filled).join('；')}。`,
    result: () => `${one(topic.results)}。`,
    regulation: () => `《${county.name}${random.pick(topic.regulations)}》`,
  }
}

export type Sentences = ReturnType<typeof sentencesOf>

/** 万元, canonical: no trailing zeros. */
export const moneyOf = (random: RandomSource): string => String(random.whole(21, 39_999) / 100)

import { type Figure, newRandom, type Random, type Relation } from './relations.ts'
import { SENTENCES } from './sentences.ts'

/** A whole notice of an invented county whose figures are all true, and the relations they stand in. */
export interface GeneratedNotice {
  readonly text: string
  readonly relations: readonly Relation[]
}

/** One figure of one relation changed, so that the relation does not hold any more. */
export interface Mutation {
  readonly text: string
  readonly relation: Relation
  readonly from: string
  readonly to: string
}

const HEADINGS = ['组织领导到位', '责任落实不够有力', '资金管理不够规范', '服务群众存在短板', '基层基础较为薄弱']

/** The same notice for the same seed. */
export const generatedNotice = (seed: number): GeneratedNotice => {
  const random = newRandom(seed)
  const relations: Relation[] = []
  let text =
    '中共云川县委关于巡察整改进展情况的通报\n2023年3月1日至5月12日，市委第二巡察组对云川县开展了巡察。2023年6月20日，市委第二巡察组反馈了巡察意见。现将整改进展情况予以公布。\n'
  const numerals = ['一', '二', '三', '四', '五']
  const builders = random.shuffled(SENTENCES)
  HEADINGS.forEach((heading, i) => {
    text += `${numerals[i]}、关于“${heading}”问题的整改情况\n`
    const own = builders.filter((_, at) => at % HEADINGS.length === i)
    for (const build of own) {
      const { words, relations: told } = build(random)
      const start = text.length
      text += `${words}\n`
      for (const relation of told)
        relations.push({
          ...relation,
          figures: relation.figures.map((figure) => ({ ...figure, start: figure.start + start, end: figure.end + start })),
        })
    }
  })
  return { text: `${text}中共云川县委\n2023年12月28日`, relations }
}

/** Changes of single figures, each of which a careful reader could see from the text alone. */
export const mutationsOf = ({ text, relations }: GeneratedNotice, seed: number, howMany: number): readonly Mutation[] => {
  const random = newRandom(seed)
  return Array.from({ length: howMany }).flatMap((): readonly Mutation[] => {
    const relation = random.one(relations)
    const at = random.below(relation.figures.length)
    const figure = relation.figures[at]
    if (!figure) return []
    const to = changed(figure, random)
    const values = relation.figures.map((other, i) => (i === at ? to : other.text))
    if (to === figure.text || relation.holdsWith(values)) return []
    const moved = text.slice(0, figure.start) + to + text.slice(figure.end)
    const by = to.length - figure.text.length
    const figures = relation.figures.map((other) =>
      other.start > figure.start
        ? { ...other, start: other.start + by, end: other.end + by }
        : other === figure
          ? { ...other, end: other.end + by, text: to }
          : other,
    )
    return [{ text: moved, relation: { ...relation, figures }, from: figure.text, to }]
  })
}

/** One or two more or less, two digits swapped, ten more, the last digit another. */
const changed = ({ text }: Figure, random: Random): string => {
  const digits = text.split('.')[1]?.length ?? 0
  const unit = digits === 0 ? 1 : 1 / 10 ** digits
  const value = Number(text)
  const kind = random.below(5)
  if (kind === 0 && /\d\d/.test(text)) {
    const places = [...text].flatMap((c, i) => (/\d/.test(c) && /\d/.test(text[i + 1] ?? '') && c !== text[i + 1] ? [i] : []))
    const at = places[random.below(Math.max(1, places.length))]
    if (at !== undefined) {
      const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
      if (!swapped.startsWith('0')) return swapped
    }
  }
  const by = kind <= 2 ? unit * (1 + random.below(2)) : kind === 3 ? 10 * unit : -unit * (1 + random.below(2))
  const next = value + by
  return next <= 0 ? (value + unit).toFixed(digits) : next.toFixed(digits)
}

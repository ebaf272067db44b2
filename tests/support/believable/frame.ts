import { orderKeys } from '../../../shared/base/order.ts'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { day } from '../ports.ts'
import { type County, inventCounty } from './places.ts'
import type { RandomSource } from './random-source.ts'
import { placeIn, type RecordWriter } from './record-writer.ts'
import { TOPICS, type Topic } from './topics.ts'

/** What stands round the problems: who was inspected and when, the outline, the directories. */
export interface Frame {
  readonly county: County
  readonly feedbackOn: PlainDate
  /** The day the ledger is looked at; nothing in it is later but deadlines. */
  readonly today: PlainDate
  readonly units: readonly DirectoryEntry[]
  readonly leaders: readonly DirectoryEntry[]
  /** 方面, with what its problems are about. */
  readonly aspects: readonly Aspect[]
}

export interface DirectoryEntry {
  readonly id: string
  /** The name, and the spellings that turn up beside it. */
  readonly names: readonly string[]
}

export interface Aspect {
  readonly nodeId: string
  readonly topic: Topic
}

/** 10–15 方面 up to a hundred problems, and one more for each further hundred. */
const aspectsFor = (random: RandomSource, problems: number): number =>
  Math.max(1, Math.min(problems, random.whole(10, 15)) + Math.floor(Math.max(0, problems - 100) / 100))

export const writeFrame = (random: RandomSource, writer: RecordWriter, problems: number): Frame => {
  const county = inventCounty(random)
  const feedbackOn = day('2023-09-15')
  writer.add('ledger', {
    id: random.id(),
    title: `${county.city}委巡察组巡察${county.name}反馈意见整改台账`,
    createdOn: day('2023-09-20'),
    greenDays: 20,
    yellowDays: 10,
  })
  writer.add('inspection', {
    id: random.id(),
    level: '市委',
    kind: '常规巡察',
    team: `${county.city.slice(0, -1)}市委第${random.pick(['一', '二', '三', '四'])}巡察组`,
    inspectedParty: `${county.name}委`,
    rectifyingParty: `中共${county.name}委`,
    periodFrom: day('2023-04-10'),
    periodTo: day('2023-06-28'),
    feedbackOn,
  })
  return {
    county,
    feedbackOn,
    today: day('2024-07-05'),
    units: writeUnits(random, writer, county),
    leaders: writeLeaders(random, writer, county),
    aspects: writeOutline(random, writer, aspectsFor(random, problems)),
  }
}

const writeUnits = (random: RandomSource, writer: RecordWriter, county: County): readonly DirectoryEntry[] => {
  const offices = [...county.departments, ...county.towns]
  const places = orderKeys(offices.length)
  return offices.map(({ name, aliases }, i) => {
    const unit = writer.add('unit', { id: random.id(), order: placeIn(places, i), name, aliases: aliases.join('、') })
    return { id: unit.id, names: [name, ...aliases] }
  })
}

const writeLeaders = (random: RandomSource, writer: RecordWriter, county: County): readonly DirectoryEntry[] => {
  const places = orderKeys(county.leaders.length)
  return county.leaders.map(({ name, post }, i) => {
    // A leader is written down with the name alone and with 同志 behind it.
    const alias = `${name}同志`
    const leader = writer.add('leader', { id: random.id(), order: placeIn(places, i), name, post, aliases: alias })
    return { id: leader.id, names: [name, alias] }
  })
}

/** 类别 in the order of the topics, each with its share of 方面; a ledger of three 类别 leaves the last topic out. */
const writeOutline = (random: RandomSource, writer: RecordWriter, count: number): readonly Aspect[] => {
  const topics = TOPICS.slice(0, Math.min(count, random.whole(3, TOPICS.length)))
  const places = orderKeys(topics.length)
  return topics.flatMap((topic, i) => {
    const category = writer.add('outlineNode', { id: random.id(), order: placeIn(places, i), heading: topic.category })
    const own = Math.floor(count / topics.length) + (i < count % topics.length ? 1 : 0)
    const inner = orderKeys(own)
    return inner.map((order, k) => {
      const heading = topic.aspects[k % topic.aspects.length] ?? topic.category
      const round = Math.floor(k / topic.aspects.length)
      const node = writer.add('outlineNode', {
        id: random.id(),
        parentId: category.id,
        order,
        heading: round === 0 ? heading : `${heading}（其${round + 1}）`,
      })
      return { nodeId: node.id, topic }
    })
  })
}

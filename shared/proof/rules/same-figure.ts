import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import type { NumberInText } from '../numbers.ts'
import { isWithin, type ParagraphReading, piecesBy, type Reading } from '../reading.ts'
import type { ProofFinding, ProofRule } from '../rule.ts'

/**
 * The same words with another number: 25项整改任务已完成17项 at the top, 已完成18项 below. Where one of the numbers is the same the two speak of one
 * thing for certain; where all differ they may not.
 */
export const sameFigure: ProofRule = {
  id: 'figure.same',
  title: '同一数字前后一致',
  source: '通报最常见的错漏：开头与正文的统计数不一致',
  severity: 'error',
  examples: {
    wrong: '反馈的25项整改任务已完成17项。\n25项整改任务已完成18项。',
    right: '反馈的25项整改任务已完成18项。\n25项整改任务已完成18项。',
  },
  check: ({ paragraphs }: Reading) => {
    const findings: ProofFinding[] = []
    const known = new Map<string, Told>()
    let checked = 0
    for (const { reading, start } of paragraphs)
      for (const told of toldIn(reading)) {
        const before = known.get(told.key)
        if (!before) {
          known.set(told.key, told)
          continue
        }
        // What is told of one day need not be so on another.
        if (before.day !== '' && told.day !== '' && before.day !== told.day) continue
        checked += 1
        const differing = told.numbers.filter((number, i) => number.value !== before.numbers[i]?.value)
        const [first] = differing
        if (!first) continue
        const other = before.numbers[told.numbers.indexOf(first)]
        if (!other) continue
        const isOne = differing.length < told.numbers.length
        const message = PROOF_SENTENCES.same(
          reading.text.slice(first.start, first.unitEnd),
          before.text.slice(other.start, other.unitEnd),
          before.words,
        )
        const found = findingAt(
          'figure.same',
          isOne ? 'error' : 'warning',
          reading.text,
          { start: first.start, end: first.unitEnd },
          {
            expected: other.value,
            message,
          },
        )
        findings.push({ ...found, start: found.start + start, end: found.end + start })
      }
    return { checked, findings: [...findings, ...swappedNear(paragraphs)] }
  },
}

interface Told {
  readonly key: string
  /** 截至5月底; empty where its sentence names no day. */
  readonly day: string
  readonly text: string
  readonly words: string
  readonly numbers: readonly NumberInText[]
}

const kept = new WeakMap<ParagraphReading, readonly Told[]>()

const toldIn = (paragraph: ParagraphReading): readonly Told[] => {
  const before = kept.get(paragraph)
  if (before) return before
  const told = [...skeletons(paragraph), ...named(paragraph)]
  kept.set(paragraph, told)
  return told
}

/** How many characters beside the numbers make a clause one of its kind. */
const TELLING = 9

/** Clauses with their numbers taken out. */
const skeletons = (paragraph: ParagraphReading): readonly Told[] =>
  piecesBy(paragraph.folded, /[,。;!?]/g).flatMap(({ start, end }): readonly Told[] => {
    const numbers = paragraph.numbers.filter(
      (number) => number.start >= start && number.unitEnd <= end && number.unit !== '' && !number.isAbout,
    )
    if (numbers.length === 0) return []
    let [key, from] = ['', start]
    for (const number of numbers) {
      key += `${paragraph.folded.slice(from, number.start)}#`
      from = number.end
    }
    key = (key + paragraph.folded.slice(from, end)).replace(/[\s,。;]/g, '').replace(LEADS, '')
    // Clauses that only compare (同比提高#个百分点) and those of one number that say little are told of many things.
    const words = key.replace(/#/g, '').length
    if (words < TELLING || (numbers.length === 1 && words < TELLING + 3) || /同比|比增|百分点/.test(key)) return []
    const day = cutoffBefore(paragraph, start)
    return [{ key, day, text: paragraph.text, words: paragraph.text.slice(start, end).trim(), numbers }]
  })

/** 截至5月底: what is told of one day is not told of another. */
const cutoffBefore = ({ folded, sentences }: ParagraphReading, at: number): string => {
  const sentence = sentences.find((piece) => isWithin(at, piece))
  return /截至((?:\d{4}年)?\d{1,2}月(?:底|\d{1,2}日)?)/.exec(folded.slice(sentence?.start ?? 0, at + 12))?.[1] ?? ''
}

const LEADS =
  /^(?:截至目前|截止目前|目前|截至|其中|同时|经统计|据统计|巡察反馈的|巡视反馈的|反馈的|市委|县委|省委|区委|共|累计|已|先后|期间)+/

const N = '(\\d+(?:\\.\\d+)?)'

interface NamedFigure {
  readonly key: string
  readonly pattern: RegExp
  /** The sentence must say that it tells of the whole. */
  readonly needsScope: boolean
  /** Smaller numbers are those of single problems. */
  readonly atLeast: number
}

const figure = (key: string, pattern: string, needsScope = false, atLeast = 1): NamedFigure => ({
  key,
  pattern: new RegExp(pattern, 'g'),
  needsScope,
  atLeast,
})

/** Figures of which a notice has one, and in what words they are told. */
const NAMED: readonly NamedFigure[] = [
  figure('问题总数', `(?:反馈|指出|提出)的?[^,。;\\d]{0,10}${N}(?:个|项|条)(?:方面)?(?:具体)?(?:问题|整改任务|整改事项|任务)`),
  figure(
    '问题总数',
    `(?:对|将|推动|围绕|针对|聚焦|确保)(?:反馈的|这)?${N}(?:个|项|条)(?:反馈|整改)?问题(?:明确|实行|细化|全面|进行分解|分解|逐条明确)`,
    false,
    5,
  ),
  figure(
    '问题总数',
    `(?<=^|[,。;日前\\s])${N}(?:个|项|条)(?:反馈|整改)?问题(?:,)?(?:中,?)?(?:目前|现|均|全部|虽|已按期)?已(?:按期|如期|全部)?完成整改`,
    false,
    5,
  ),
  figure('整改任务总数', `${N}(?:项|个|条)(?:整改)?任务(?!清单)`, false, 5),
  figure('已完成数', `(?:问题|任务|事项)[,虽均现]?(?:目前)?已(?:按期|如期|全部)?完成(?:整改)?${N}(?:个|项|条)`, false, 3),
  figure('已完成数', `\\d(?:个|项|条)(?:整改)?(?:问题|任务|事项)[,中]{1,2}${N}(?:个|项|条)已(?:全部)?完成`, false, 3),
  figure('未完成数', `尚未(?:完成|整改到位)(?:整改)?的${N}(?:个|项|条)(?:问题|任务|事项)`),
  figure('未完成数', `(?:仍|还|尚)有${N}(?:个|项|条)(?:问题|任务|事项)?(?:尚)?未(?:完成|到|整改)`),
  figure(
    '未完成数',
    `(?:完成|完成整改)\\d+(?:个|项|条),(?:未到整改时限|正在整改)(?:、正在整改)?(?:事项)?${N}(?:个|项|条)(?!,未启动)`,
  ),
  figure('移交信访件', `(?:收到|受理)(?:巡[视察]组)?(?:移交)?(?:的)?信访件?${N}件`, true),
  figure('移交信访件', `(?:移交|转交|交办|转办)(?:的|了|我[县市区])?[^,。;\\d]{0,10}信访[^,。;\\d]{0,4}${N}件`),
  figure('移交信访件', `(?:移交|转交|交办|转办)(?:的|了)?[^,。;\\d]{0,10}${N}件信访`),
  figure('移交问题线索', `(?:移交|转交|交办)(?:的|了)?[^,。;\\d]{0,10}(?:问题)?线索${N}(?:件|条)`),
  figure('移交问题线索', `(?:移交|转交|交办)(?:的|了)?[^,。;\\d]{0,10}${N}(?:件|条)(?:问题)?线索`),
  figure('整改措施', `(?:整改[^,。;\\d]{0,6}|细化)(?:措施|举措)${N}(?:条|项)`, false, 15),
  figure('整改措施', `${N}(?:条|项)(?:具体)?整改(?:细化)?(?:具体)?(?:措施|举措)`, false, 15),
  figure('制度', `(?:建立|制定|修订|完善|新建|出台|健全)[^,。;\\d]{0,10}制度${N}(?:项|个)`, true),
  figure('制度', `(?:建立|制定|修订|完善|新建|出台|健全)[^,。;\\d]{0,8}${N}(?:项|个)制度`, true),
]

/** So many are told of the whole, whatever the sentence says. */
const MANY = 15

const SCOPE = /共|巡[视察]期间|累计|先后|整改(?:期间|以来|工作中)|全[县区市镇]|截至|巡[察视]整改/

/** Without one of these words no figure of the whole is named. */
const MAY_NAME = /问题|任务|事项|信访|线索|措施|举措|制度|未/

const named = (paragraph: ParagraphReading): readonly Told[] =>
  (MAY_NAME.test(paragraph.folded) && paragraph.numbers.length > 0 ? NAMED : []).flatMap(
    ({ key, pattern, needsScope, atLeast }) =>
      [...paragraph.folded.matchAll(pattern)].flatMap((match): readonly Told[] => {
        const at = match.index + match[0].lastIndexOf(match[1] ?? '')
        const number = paragraph.numbers.find(({ start }) => start === at)
        const sentence = paragraph.sentences.find((piece) => isWithin(at, piece))
        const before = sentence ? paragraph.folded.slice(sentence.start, at) : ''
        if (!number || Number(number.value) < atLeast) return []
        if (needsScope && !SCOPE.test(before) && Number(number.value) < MANY) return []
        return [{ key, day: cutoffBefore(paragraph, match.index), text: paragraph.text, words: match[0], numbers: [number] }]
      }),
  )

/** Digits that changed places between a problem and its answer: 17.63万元, 17.36万元. Further apart two such numbers may be chance. */
const swappedNear = (paragraphs: Reading['paragraphs']): readonly ProofFinding[] => {
  const full = paragraphs.filter(({ reading }) => reading.text.trim() !== '')
  return full.flatMap(({ reading, start }, i) =>
    reading.numbers.flatMap((number): readonly ProofFinding[] => {
      const other = full
        .slice(Math.max(0, i - 2), i)
        .flatMap((before) => before.reading.numbers.map((known) => ({ known, text: before.reading.text })))
        .find(({ known }) => known.unit === number.unit && isSwapped(known.value, number.value))
      if (!other || number.unit === '' || number.isAbout) return []
      const before = other.text.slice(other.known.start, other.known.unitEnd)
      const message = PROOF_SENTENCES.swapped(reading.text.slice(number.start, number.unitEnd), before)
      const place = { start: number.start, end: number.unitEnd }
      const found = findingAt('figure.same', 'warning', reading.text, place, { expected: other.known.value, message })
      return [{ ...found, start: found.start + start, end: found.end + start }]
    }),
  )
}

/** The same digits but for two neighbours that changed places, in a number of four digits or more. */
const isSwapped = (a: string, b: string): boolean => {
  const [x, y] = [a.replace('.', ''), b.replace('.', '')]
  if (x.length < 4 || x.length !== y.length || a.indexOf('.') !== b.indexOf('.') || x === y) return false
  const at = [...x].findIndex((c, i) => c !== y[i])
  return x[at] === y[at + 1] && x[at + 1] === y[at] && x.slice(at + 2) === y.slice(at + 2)
}

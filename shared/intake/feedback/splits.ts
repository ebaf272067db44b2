import { readPieceMark } from './piece-marks.ts'

/**
 * How a split point was seen: `numbered` 1. （1） ① 1-1, `ordinal` 一是…二是…, `list` 主要表现在：甲；乙, `some` 有的…有的…个别…, `pause` 在甲、乙、丙等方面,
 * `lead` behind a sentence that names the whole, `line` a paragraph of its own, `hand` set by a person.
 */
export const SPLIT_KINDS = ['numbered', 'ordinal', 'list', 'some', 'pause', 'lead', 'line', 'hand'] as const
export type SplitKind = (typeof SPLIT_KINDS)[number]

/**
 * What a piece of the text is: `heading` 类别 or 方面, `problem` 反馈问题, `detail` 具体表现 of the problem before it, `note` words under a heading,
 * `advice` 意见建议 and 整改要求, `leads` words about leads and letters passed on, `other` title, opening, praise, signature.
 */
export const PIECE_ROLES = ['heading', 'problem', 'detail', 'note', 'advice', 'leads', 'other'] as const
export type PieceRole = (typeof PIECE_ROLES)[number]

/** Here a piece begins; it ends where the next one that is taken begins. Data a person can change. */
export interface Split {
  /** UTF-16 offset into the text as it was read. */
  readonly at: number
  readonly kind: SplitKind
  readonly role: PieceRole
  /** Depth in the outline, from 1: a heading or a problem stands under the last heading of a smaller level. */
  readonly level: number
  /** From 0 to 1. */
  readonly confidence: number
  /** False: offered, and not carried out until a person takes it. */
  readonly isTaken: boolean
}

/** Notes a split point; `isTaken` false only offers it. */
export type Emit = (at: number, kind: SplitKind, role: PieceRole, level: number, confidence: number, isTaken?: boolean) => void

/** A split that is carried out, with where its piece ends. All pieces put together are the text. */
export interface Piece extends Split {
  readonly to: number
}

export interface FeedbackNode {
  readonly type: 'node'
  readonly level: number
  readonly from: number
  readonly to: number
  readonly sourceNumber: string | null
  readonly heading: string
  /** What stands under the heading before its first problem, one piece a line. */
  readonly notes: readonly string[]
  readonly children: readonly FeedbackEntry[]
}

export interface FeedbackProblem {
  readonly type: 'problem'
  readonly level: number
  readonly from: number
  readonly to: number
  /** 1. or （一） or 一是: the mark the piece begins with; it is not repeated in the statement. */
  readonly sourceNumber: string | null
  /** In the words of the text, without the ；、， that only join it to the next piece. */
  readonly statement: string
  /** 具体表现, one piece each, in the words of the text. */
  readonly details: readonly string[]
}

export type FeedbackEntry = FeedbackNode | FeedbackProblem

export interface FeedbackAside {
  readonly role: PieceRole
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What a text is when it is split so. */
export interface FeedbackOutline {
  readonly entries: readonly FeedbackEntry[]
  /** The problems among the entries, in the order of the text. */
  readonly problems: readonly FeedbackProblem[]
  readonly asides: readonly FeedbackAside[]
}

/** The pieces of a text, from its first character to its last. */
export const piecesOf = (text: string, splits: readonly Split[]): readonly Piece[] => {
  const taken = inOrder(text, splits).filter(({ isTaken }) => isTaken)
  const all = taken[0]?.at === 0 ? taken : [BEGINNING, ...taken]
  return all.map((split, i) => ({ ...split, to: all[i + 1]?.at ?? text.length }))
}

/** The outline and problems of a text that is split so. Any splits of any text give an outline; no character is lost. */
export const applySplits = (text: string, splits: readonly Split[]): FeedbackOutline => {
  const entries: FeedbackEntry[] = []
  const problems: OpenProblem[] = []
  const asides: FeedbackAside[] = []
  const open: OpenNode[] = []
  let problem: OpenProblem | null = null
  for (const { at, to, role, level: stated } of piecesOf(text, splits)) {
    const level = Math.max(1, stated)
    const whole = text.slice(at, to).trim()
    if (whole === '') continue
    const { sourceNumber, rest } = readPieceMark(whole)
    if (role === 'heading' || role === 'problem') {
      while ((open.at(-1)?.level ?? 0) >= level) open.pop()
      const home = open.at(-1)?.children ?? entries
      if (role === 'heading') {
        const node: OpenNode = { type: 'node', level, from: at, to, sourceNumber, heading: rest, notes: [], children: [] }
        home.push(node)
        open.push(node)
        problem = null
      } else {
        problem = { type: 'problem', level, from: at, to, sourceNumber, statement: withoutJoint(rest), details: [] }
        home.push(problem)
        problems.push(problem)
      }
    } else if (role === 'detail' && problem) {
      problem.details.push(whole)
      problem.to = to
    } else {
      const node = role === 'detail' || role === 'note' ? open.at(-1) : undefined
      if (node) node.notes.push(whole)
      else asides.push({ role, from: at, to, text: whole })
    }
  }
  return { entries, problems, asides }
}

/** Splits by where they stand, one at each place (the last one given), none outside the text. */
export const inOrder = (text: string, splits: readonly Split[]): readonly Split[] => {
  const byPlace = new Map(splits.map((split) => [placeIn(text, split.at), split]))
  return [...byPlace]
    .filter(([at]) => at < text.length)
    .sort(([a], [b]) => a - b)
    .map(([at, split]) => (at === split.at ? split : { ...split, at }))
}

/** A place between two characters: never inside one that takes two UTF-16 units. */
const placeIn = (text: string, at: number): number => {
  const place = Math.min(Math.max(0, Math.trunc(at) || 0), text.length)
  const isInside = /[\ud800-\udbff]/.test(text.charAt(place - 1)) && /[\udc00-\udfff]/.test(text.charAt(place))
  return isInside ? place - 1 : place
}

const withoutJoint = (text: string): string => (/^[；;、，,]+$/.test(text) ? text : text.replace(/[；;、，,]$/, ''))

const BEGINNING: Split = { at: 0, kind: 'line', role: 'other', level: 0, confidence: 1, isTaken: true }

interface OpenNode extends FeedbackNode {
  readonly notes: string[]
  readonly children: FeedbackEntry[]
}

interface OpenProblem extends FeedbackProblem {
  to: number
  readonly details: string[]
}

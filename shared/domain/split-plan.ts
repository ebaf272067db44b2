import type { ProblemFile } from './ledger.ts'

/** A sentence or a measure that can go to another problem when one is split. */
export interface SplitPiece {
  readonly key: string
  readonly of: 'statement' | 'details' | 'measure'
  readonly text: string
  /** Of a measure. */
  readonly measureId: string | null
}

/** What a problem can be split into: every sentence of 反馈问题 and 具体表现 with its end, every measure. Put together they are the texts again. */
export const splitPieces = ({ problem, measures }: ProblemFile): readonly SplitPiece[] => [
  ...sentencesOf(problem.statement).map((text, i) => ({ key: `s${i}`, of: 'statement' as const, text, measureId: null })),
  ...sentencesOf(problem.details).map((text, i) => ({ key: `d${i}`, of: 'details' as const, text, measureId: null })),
  ...measures.map(({ id, title, text }) => ({ key: id, of: 'measure' as const, text: title || text, measureId: id })),
]

/** One problem after the split, as the pieces that go to it make it. */
export interface SplitPart {
  readonly statement: string
  readonly details: string
  readonly measureIds: readonly string[]
}

/** `placeOf` says where a piece goes: 0 stays, 1 the first new problem. The first of the answer is what stays. */
export const splitParts = (
  pieces: readonly SplitPiece[],
  placeOf: (key: string) => number,
  count: number,
): readonly SplitPart[] =>
  Array.from({ length: count + 1 }, (_, part) => {
    const own = pieces.filter(({ key }) => placeOf(key) === part)
    const words = (of: SplitPiece['of']) =>
      own
        .filter((piece) => piece.of === of)
        .map(({ text }) => text)
        .join('')
        .trim()
    return {
      statement: words('statement'),
      details: words('details'),
      measureIds: own.flatMap(({ measureId }) => measureId ?? []),
    }
  })

/** What a person typed over the texts of the parts: `1/statement` is 反馈问题 of the first new problem. */
export type TypedTexts = Readonly<Record<string, string>>

/**
 * The typed texts when a piece goes from one part to another: it is taken out of the one and put behind the other, so that what was typed
 * before hides no sentence. Texts nobody typed follow by themselves.
 */
export const typedAfterMove = (typed: TypedTexts, { of, text }: SplitPiece, from: number, to: number): TypedTexts => {
  if (from === to || of === 'measure') return typed
  const [left, arrives] = [typed[`${from}/${of}`], typed[`${to}/${of}`]]
  return {
    ...typed,
    ...(left === undefined ? {} : { [`${from}/${of}`]: left.replace(text, () => '') }),
    ...(arrives === undefined ? {} : { [`${to}/${of}`]: arrives + text }),
  }
}

const sentencesOf = (text: string): readonly string[] =>
  text.match(/[^。；！？;\n]*(?:[。；！？;]|\n|$)\n*/g)?.filter((part) => part !== '') ?? []

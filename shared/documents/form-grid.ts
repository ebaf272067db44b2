import type { DocumentForm, FormCell, FormRow } from './paper-document.ts'

/** Where the columns of a form begin across a width, and the right edge of the last. */
export const edgesOf = ({ columns }: DocumentForm, width: number): readonly number[] => {
  const sum = columns.reduce((all, part) => all + part, 0)
  const edges = [0]
  let reached = 0
  for (const part of columns) {
    reached += part
    edges.push(Math.round((reached / sum) * width))
  }
  return edges
}

/** A form of four columns, label and entry twice: how most forms of the process are ruled. */
export const FOUR = [2, 5, 2, 5] as const

const cell = (role: FormCell['role'], text: string, across = 1, sign = '', down = 1): FormCell => ({
  role,
  text,
  across,
  down,
  sign,
})

export const label = (text: string, down = 1): FormCell => cell('label', text, 1, '', down)
export const mark = (text: string, across = 1): FormCell => cell('mark', text, across)
export const words = (text: string, across = 1, sign = ''): FormCell => cell('words', text, across, sign)

/** A row; `lines` is its least height. */
export const row = (cells: readonly FormCell[], lines = 1): FormRow => ({ cells, lines })

/** One label and what stands beside it to the right edge of a form of four columns. */
export const wideRow = (title: string, text: string, lines = 1, sign = ''): FormRow =>
  row([label(title), words(text, 3, sign)], lines)

/** Two labels with a short entry each. */
export const pairRow = (first: readonly [string, string], second: readonly [string, string]): FormRow =>
  row([label(first[0]), mark(first[1]), label(second[0]), mark(second[1])])

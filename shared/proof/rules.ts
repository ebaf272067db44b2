import type { ProofRule } from './rule.ts'
import { amongSums } from './rules/among-sums.ts'
import { answerFigures } from './rules/answer-figures.ts'
import { bracketSums } from './rules/bracket-sums.ts'
import { closedWithinReceived } from './rules/closed-within-received.ts'
import { dateStyle, elapsed, intent, overdue, yearless } from './rules/dates.ts'
import { documentNames } from './rules/document-names.ts'
import { genreWords } from './rules/genre-words.ts'
import { growth } from './rules/growth.ts'
import { listed } from './rules/listed.ts'
import { lostWords } from './rules/lost-words.ts'
import { pauseMark, widthMark, yearMark } from './rules/marks.ts'
import { oneToN } from './rules/one-to-n.ts'
import { outlineOrder } from './rules/outline-order.ts'
import { pairs } from './rules/pairs.ts'
import { personsAndTimes } from './rules/persons-and-times.ts'
import { points } from './rules/points.ts'
import { rates } from './rules/rates.ts'
import { sameFigure } from './rules/same-figure.ts'
import { sanctionKinds } from './rules/sanction-kinds.ts'
import { chainSums, stateSums } from './rules/state-sums.ts'
import { statusWording } from './rules/status-wording.ts'

/** Every rule that needs the text and nothing else, in the order a report names them. */
export const PROOF_RULES: readonly ProofRule[] = [
  bracketSums,
  amongSums,
  stateSums,
  chainSums,
  rates,
  points,
  growth,
  oneToN,
  sameFigure,
  listed,
  closedWithinReceived,
  answerFigures,
  personsAndTimes,
  sanctionKinds,
  overdue,
  elapsed,
  intent,
  yearless,
  dateStyle,
  statusWording,
  outlineOrder,
  lostWords,
  pairs,
  yearMark,
  pauseMark,
  widthMark,
  genreWords,
  documentNames,
]

import { orderKeys } from '../../../shared/base/order.ts'
import type { LedgerRecords } from '../../../shared/domain/records/record-kinds.ts'
import { writeFrame } from './frame.ts'
import { problemWriter } from './problems.ts'
import { randomSource } from './random-source.ts'
import { placeIn, recordWriter } from './record-writer.ts'
import { writeNotice, writeRegisters } from './registers.ts'

export interface BelievableSize {
  readonly problems: number
  readonly seed: number
  /** Progress entries per problem on average, 0–15; one problem has up to twice as many. */
  readonly livedIn?: number
}

/**
 * The records of an invented ledger as it looks after nine months of work: every field in the words of the genre, statuses that agree with
 * measures, days and 销号. The same seed gives the same records.
 */
export const believableLedger = ({ problems, seed, livedIn = 6 }: BelievableSize): LedgerRecords => {
  const random = randomSource(seed)
  const writer = recordWriter()
  const frame = writeFrame(random, writer, problems)
  const writeProblem = problemWriter(random, writer, frame, livedIn)
  const share = Math.ceil(problems / frame.aspects.length)
  let sourceNumber = 0
  for (const aspect of frame.aspects) {
    const places = orderKeys(Math.min(share, problems - sourceNumber))
    places.forEach((_, i) => {
      sourceNumber += 1
      writeProblem({ aspect, order: placeIn(places, i), sourceNumber })
    })
  }
  writeRegisters(random, writer, frame, problems)
  writeNotice(random, writer, frame)
  return writer.records
}

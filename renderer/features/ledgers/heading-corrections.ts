import { z } from 'zod'
import { type HeadingCorrection, plainHeading } from '../../../shared/intake/table-vocabulary.ts'
import { type DeskPart, deskPart, keepOnDesk, PROGRAM_DESK } from '../../state/desk.ts'

/** What a person said a heading means, kept on this PC for every table that comes later. */
const CORRECTIONS: DeskPart<readonly HeadingCorrection[]> = {
  name: 'headings',
  schema: z.array(z.object({ heading: z.string().max(200), field: z.string().max(60).nullable() })).max(1_000),
  empty: [],
}

export const headingCorrections = (): Promise<readonly HeadingCorrection[]> => deskPart(PROGRAM_DESK, CORRECTIONS)

/** The last word about a heading counts. */
export const rememberHeading = async (correction: HeadingCorrection): Promise<readonly HeadingCorrection[]> => {
  const plain = plainHeading(correction.heading)
  const others = (await headingCorrections()).filter(({ heading }) => plainHeading(heading) !== plain)
  const next = plain === '' ? others : [...others, correction]
  await keepOnDesk(PROGRAM_DESK, CORRECTIONS, next)
  return next
}

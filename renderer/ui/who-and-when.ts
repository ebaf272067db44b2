import dayjs from 'dayjs'
import type { Author } from '../../shared/merge/engine.ts'
import { HISTORY_WORDS } from '../messages/history.ts'

/** A person at a PC, as beside every change. */
export const printAuthor = (author: Author | null): string =>
  author === null ? HISTORY_WORDS.nobody : HISTORY_WORDS.who(author.clerk, author.unit, author.pc)

/** The time the clock of that PC showed, in the zone of this one. */
export const printMoment = (at: number): string => dayjs.unix(at).format('YYYY-MM-DD HH:mm')

/** The time of day alone, where the day stands above. */
export const printTime = (at: number): string => dayjs.unix(at).format('HH:mm')

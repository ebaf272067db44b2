import type { NoticeLine } from '../../../shared/notice/model.ts'

/** A line of a notice as it is copied. */
export const lineText = (line: NoticeLine): string => (line.kind === 'run-in' ? line.heading + line.text : line.text)

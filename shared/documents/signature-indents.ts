import { emWidth } from '../base/text.ts'

/** Right indents in characters of 3 号 type. */
export interface SignatureIndents {
  readonly signature: number
  readonly date: number
}

/**
 * Where signature and date stand without a seal (GB/T 9704-2012 7.3.5.2): the signature is indented two from the right, the date's
 * first character stands two right of the signature's first. A date longer than the signature is indented two itself, and the
 * signature by so much more.
 */
export const signatureIndents = (signature: string, date: string, isSealed = false): SignatureIndents => {
  // With a seal the date is four in, and the signature stands over its middle (7.3.5.1).
  if (isSealed) return { signature: Math.max(0, 4 + (emWidth(date) - emWidth(signature)) / 2), date: 4 }
  const longer = emWidth(date) - emWidth(signature)
  return longer > 0 ? { signature: 4 + longer, date: 2 } : { signature: 2, date: -longer }
}

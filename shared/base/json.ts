/** The value of a JSON text; undefined where it is none. Whoever validates says what follows from that. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined
    throw thrown
  }
}

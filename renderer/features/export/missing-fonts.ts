/** Latin letters of very different widths in the two fonts the browser falls back to. */
const SAMPLE = 'iIlm10WwMgj'

/** The first names of fonts that this PC has under none of their names: Word takes others in their place, and lines break elsewhere. */
export const missingFonts = (fonts: readonly (readonly string[])[]): readonly string[] => {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return []
  const widthIn = (families: string): number => {
    context.font = `40px ${families}`
    return context.measureText(SAMPLE).width
  }
  // A font that is there looks the same whatever stands behind it.
  const isInstalled = (name: string): boolean =>
    widthIn(`${JSON.stringify(name)}, monospace`) === widthIn(`${JSON.stringify(name)}, serif`)
  return fonts.flatMap((names) => (names.some(isInstalled) ? [] : names.slice(0, 1)))
}

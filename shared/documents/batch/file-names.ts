/** What a name of a file may be put together from. */
export const NAME_PARTS = ['台账', '文种', '对象', '日期'] as const
export type NamePart = (typeof NAME_PARTS)[number]

export const USUAL_PATTERN = '{台账}_{文种}_{对象}_{日期}'

/** The parts a pattern names that there are not: 日子 for {日子}. */
export const unknownParts = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = '']) => (NAME_PARTS.some((part) => part === name) ? [] : [name]))

/** A file's name without its extension; a part that is empty leaves no double separator, and no name is empty. */
export const nameOfFile = (pattern: string, parts: Readonly<Record<NamePart, string>>): string => {
  const filled = pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => parts[name as NamePart] ?? '')
  const plain = safeFileName(filled.replace(/([_\-—－ ])(?:[_\-—－ ])+/g, '$1').replace(/^[_\-—－ ]+|[_\-—－ ]+$/g, ''))
  return plain || safeFileName(parts.文种) || '文件'
}

/** What Windows does not allow in a file name becomes a line; no name ends with a dot or is longer than the system takes. */
export const safeFileName = (words: string): string =>
  words
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is not allowed
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, LONGEST)

const LONGEST = 80

/** Names that differ whatever the case of their letters, in their order: a second of one name is （2）. */
export const distinctFileNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    let own = name
    for (let n = 2; taken.has(own.toLowerCase()); n += 1) own = `${name}（${n}）`
    taken.add(own.toLowerCase())
    return own
  })
}

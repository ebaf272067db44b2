import type { EditableField } from '../../../shared/domain/editable-field.ts'

/**
 * What a paste means for one cell. A cell copied in Excel or WPS comes with a line feed at its end and, where it holds line feeds, in
 * quotes with its own quotes doubled; several cells come with tabs between them. For names each cell or line is one name.
 */
export const pastedText = (clipboard: string, input: EditableField['input']): string => {
  const text = clipboard.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const quoted = /^"([\s\S]*)"$/.exec(text)?.[1]
  const plain = quoted?.includes('\n') && !LONE_QUOTE.test(quoted) ? quoted.replaceAll('""', '"') : text
  if (input === 'names')
    return plain
      .split(/[\n\t]+/)
      .filter((name) => name !== '')
      .join('、')
  return input === 'lines' ? plain.replaceAll('\t', '  ') : plain.replace(/[\n\t]+/g, ' ').trim()
}

/** A quote that is not doubled: what stands between the outer two is more than one cell. */
const LONE_QUOTE = /(?:^|[^"])"(?:"")*(?:[^"]|$)/

import { parseTsv } from '../../../shared/base/tsv.ts'
import type { EditableField } from '../../../shared/domain/editable-field.ts'

/**
 * What a paste into a cell that is being typed in means: the text of the clipboard's cells. For names each cell or line is one name.
 */
export const pastedText = (clipboard: string, input: EditableField['input']): string => {
  const matrix = parseTsv(clipboard)
  if (input === 'names')
    return matrix
      .flat()
      .flatMap((cell) => cell.split('\n'))
      .filter((name) => name !== '')
      .join('、')
  return fittingText(matrix.map((row) => row.join('\t')).join('\n'), input)
}

/** A text as a field of this kind can hold it: only paragraphs keep their line feeds. */
export const fittingText = (text: string, input: EditableField['input']): string => {
  const plain = text.replace(/\r\n?/g, '\n')
  if (input === 'names')
    return plain
      .split(/[\n\t]+/)
      .filter((name) => name !== '')
      .join('、')
  return input === 'lines' ? plain.replaceAll('\t', '  ') : plain.replace(/[\n\t]+/g, ' ').trim()
}

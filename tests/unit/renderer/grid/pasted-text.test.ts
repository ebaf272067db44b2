import { expect, test } from 'vitest'
import { pastedText } from '../../../../renderer/ui/grid/pasted-text.ts'

test.each([
  ['a cell of Excel ends with a line feed', '县水利局\r\n', 'line', '县水利局'],
  ['one with lines comes in quotes', '"第一行\n第二行"\r\n', 'lines', '第一行\n第二行'],
  ['and has its own quotes doubled', '"他说""好""\n第二行"', 'lines', '他说"好"\n第二行'],
  ['quotes that were typed stay', '"好"', 'lines', '"好"'],
  ['two quoted cells are two', '"甲\n乙"\t"丙\n丁"', 'lines', '甲\n乙  丙\n丁'],
  ['rows of names become names', '县水利局\n县财政局\n', 'names', '县水利局、县财政局'],
  ['cells of names become names', '县水利局\t县财政局', 'names', '县水利局、县财政局'],
  ['a line takes several cells as words', '2021\t9', 'line', '2021 9'],
  ['a deadline loses what stands around it', ' 2021年9月底前\n', 'deadline', '2021年9月底前'],
] as const)('%s', (_, clipboard, input, expected) => {
  expect(pastedText(clipboard, input)).toBe(expected)
})

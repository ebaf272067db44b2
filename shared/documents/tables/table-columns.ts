import type { SheetColumn } from '../workbook-model.ts'

/** Name of the list that 状态 is chosen from in a sheet. */
export const STATUS_OPTIONS = '状态选项'

/** The states a 状态 column is coloured by. */
export const STATUS_COLOURS: NonNullable<SheetColumn['colours']> = [
  { begins: '已销号', colour: 'green' },
  { begins: '已完成', colour: 'green' },
  { begins: '基本完成', colour: 'blue' },
  { begins: '整改中', colour: 'yellow' },
  { begins: '未启动', colour: 'grey' },
]

/** The words a 预警 column is coloured by. */
export const WARNING_COLOURS: NonNullable<SheetColumn['colours']> = [
  { begins: '逾期', colour: 'red' },
  { begins: '临期', colour: 'yellow' },
  { begins: '正常', colour: 'green' },
]

/** A column of words, wrapped. */
export const words = (title: string, width: number): SheetColumn => ({ title, width, align: 'left' })

/** A short column, centred: a number, a day, a mark. */
export const mark = (title: string, width: number, colours?: SheetColumn['colours']): SheetColumn => ({
  title,
  width,
  align: 'center',
  ...(colours ? { colours } : {}),
})

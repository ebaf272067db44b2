import { groupBy } from '../../base/list.ts'
import type { PlainDate } from '../../base/plain-date.ts'
import { measureCode } from '../accountability-measures.ts'
import type { Accountability } from '../records/record-kinds.ts'
import {
  ACCOUNTABILITY_CATEGORIES,
  ACCOUNTABILITY_WORDS,
  type AccountabilityCategory,
  COUNT_UNIT_WORDS,
  COUNT_UNITS,
  type CountUnit,
} from '../records/register-records.ts'
import { splitNames } from '../unit-names.ts'
import { type Figure, isBy, summedIfAny, UNDATED_COUNTS } from './figure.ts'

/** 问责处理 by category and measure, and over them all. 人 and 人次 are counted apart and never added: each has its own figures. */
export const accountabilityFigures = (register: readonly Accountability[], cutoff: PlainDate): readonly Figure[] =>
  COUNT_UNITS.flatMap((countUnit) => {
    const lines = register.filter((line) => line.countUnit === countUnit && isBy(line.on, cutoff))
    return [
      ...ACCOUNTABILITY_CATEGORIES.flatMap((category) => categoryFigures(category, countUnit, lines)),
      ...overCategories('discipline', '处分合计', DISCIPLINE, countUnit, lines),
      ...overCategories('all', '问责处理合计', ACCOUNTABILITY_CATEGORIES, countUnit, lines),
    ]
  })

/** 处分 in the proper sense: 诫勉, 谈话类 and 组织处理 are none. */
const DISCIPLINE: readonly AccountabilityCategory[] = ['party', 'government', 'combined']

const categoryFigures = (
  category: AccountabilityCategory,
  countUnit: CountUnit,
  all: readonly Accountability[],
): readonly Figure[] => {
  const lines = all.filter((line) => line.category === category)
  const unit = COUNT_UNIT_WORDS[countUnit]
  const sum = (id: string, label: string, rule: string, of: readonly Accountability[]): readonly Figure[] => {
    const formula = `登记簿“问责处理”中${label}（${unit}）合计${rule}${UNDATED_COUNTS}`
    return summedIfAny({ id: `accountability.${category}.${id}.${countUnit}`, label, unit, formula }, of, peopleOf)
  }
  const name = ACCOUNTABILITY_WORDS[category]
  const byMeasure = groupBy(
    lines.filter((line) => line.measure !== ''),
    (line) => measureCode(category, line.measure),
  )
  return [
    ...sum('total', name, WHOLE_RULE, withoutParts(lines)),
    ...[...byMeasure].flatMap(([code, of]) => sum(code, `${name}—${of[0]?.measure ?? code}`, '', of)),
  ]
}

const WHOLE_RULE = '，一个问题写有未分处理方式的总数的，其分项不再相加'

const overCategories = (
  id: string,
  label: string,
  categories: readonly AccountabilityCategory[],
  countUnit: CountUnit,
  all: readonly Accountability[],
): readonly Figure[] => {
  const unit = COUNT_UNIT_WORDS[countUnit]
  const lines = categories.flatMap((category) => withoutParts(all.filter((line) => line.category === category)))
  const names = categories.map((category) => ACCOUNTABILITY_WORDS[category]).join('、')
  const formula = `登记簿“问责处理”中${names}（${unit}）各类合计之和，同一人受几类处理的各计一次${UNDATED_COUNTS}`
  return summedIfAny({ id: `accountability.${id}.total.${countUnit}`, label, unit, formula }, lines, peopleOf)
}

/** The count of a line; one that only names its people counts them. */
export const peopleOf = (line: Accountability): number => line.count ?? splitNames(line.people ?? '').length

/**
 * A line that names no measure is the whole of its category for its problem; the measures beside it are its parts (其中) and not added. One
 * that names nobody either was only begun.
 */
const withoutParts = (lines: readonly Accountability[]): readonly Accountability[] => {
  const problemOf = (line: Accountability): string | null => line.originId ?? line.problemId
  const whole = new Set(lines.filter(isWhole).map(problemOf))
  return lines.filter((line) => isWhole(line) || !whole.has(problemOf(line)))
}

/** Is it a total that somebody wrote? */
export const isWhole = (line: Accountability): boolean => line.measure === '' && (line.count !== null || peopleOf(line) > 0)

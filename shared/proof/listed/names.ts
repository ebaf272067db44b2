import { COUNT, countNamed } from '../counted.ts'
import type { ParagraphReading } from '../reading.ts'
import { NOTHING, type RuleResult } from '../rule.ts'
import { isPair, judged, MOST_LISTED } from './listing.ts'

const NAME = '[\\u4e00-\\u9fff]{2,4}'
const PLACE = '[\\u4e00-\\u9fff]{2,12}'
const PERSONS_THEN_COUNT = new RegExp(
  `(${NAME}(?:、${NAME}){1,${MOST_LISTED}}(?:[和及]${NAME})?)(等)?${COUNT}(?:人|名(?:同志|干部|党员|责任人|人员|相关|工作|领导))(?!次)`,
  'g',
)
const UNITS_THEN_COUNT = new RegExp(
  `(${PLACE}(?:、${PLACE}){1,${MOST_LISTED}}(?:[和及]${PLACE})?)(等)?${COUNT}(?:个(?:部门|单位|乡镇|镇|乡|村|街道|社区|党组织|党支部|区县|县区|地方|科室)|家(?:单位|企业|公司)|部门|单位(?!职工))`,
  'g',
)

/** 张某、李某、王某等3人; 县委办、县府办和县财政局等3个部门. */
export const names = (paragraph: ParagraphReading): readonly RuleResult[] => {
  const { folded } = paragraph
  const persons = PERSONS_THEN_COUNT
  const units = UNITS_THEN_COUNT
  return [
    ...[...folded.matchAll(persons)].filter((match) => !NO_NAMES.test(match[1] ?? '')),
    ...[...folded.matchAll(units)].filter((match) =>
      (match[1] ?? '')
        .replace(/^[对由向在经给]|等$/g, '')
        .split('、')
        .every((name) => UNIT_NAME.test(name)),
    ),
  ].map((match) => {
    const [whole, listed = '', behind, words = ''] = match
    // The last name may have taken the 等 for its own.
    const run = listed.replace(/等$/, '')
    const open = run === listed ? behind : '等'
    const count = countNamed(words)
    if (count === null) return NOTHING
    const start = match.index + whole.indexOf(words, listed.length)
    // 和 joins two names, or stands inside one (党史和地方志研究室): either way of counting will do.
    const least = run.split('、').length
    const most = least + (isPair(run.split('、').at(-1) ?? '') ? 1 : 0)
    const shown = count === most ? most : least
    const isOpen = open !== undefined
    // A list may begin before the words that were taken for its first name.
    const isWhole = /(?:^|[,。;:(])$/.test(folded.slice(0, match.index).trimEnd())
    if (!isOpen && shown < count && !isWhole) return NOTHING
    return judged(paragraph, { start, end: start + words.length + 1, count, shown, isOpen })
  })
}

/** Names of units end so; words that merely stand before a count (违纪问题高发的3个乡镇) do not. */
const UNIT_NAME =
  /^[^的对由在被]*(?:局|委|办|部|镇|乡|村|街道|中心|公司|院|校|站|所|社区|会|厅|处|科|区|县|市|集团|银行|学校|小学|中学|医院|支队|大队|队|社|馆|室)$/

/** Verbs in a run make it no list of persons. */
const NO_NAMES =
  /加强|完善|健全|开展|推进|落实|学习|严格|处分|警告|记过|谈话|诫勉|检查|批评|免职|问责|提醒|组织(?!部)|其中|涉及|调离|降级|撤职|开除|处理|教育(?!局)|纪律|干部|党员|群众|职工|企业(?!局)/

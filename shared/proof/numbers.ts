import { parseChineseNumeral } from '../base/chinese-numerals.ts'
import { type Decimal, decimalOf, parseDecimal, productOf } from '../base/decimal.ts'
import { foldWidth } from '../base/text.ts'

/** A number as it stands in a text. */
export interface NumberInText {
  readonly value: Decimal
  /** Digits behind its point, as they are written. */
  readonly digits: number
  /** What is counted: 人, 件, 万元, %; '' for a bare number. */
  readonly unit: string
  /** Numbers of one kind can be added and compared: 万元 and 元, 亩 and 公顷, 名 and 人. */
  readonly kind: string
  /** The value in the smallest unit of its kind. */
  readonly amount: Decimal
  /** 近300人, 100余件, 50%以上: not to be computed with. */
  readonly isAbout: boolean
  /** UTF-16 offsets of the digits. */
  readonly start: number
  readonly end: number
  /** Where its unit ends. */
  readonly unitEnd: number
}

/** Units that measure the same: kind and how many of the smallest one it is. The factors of area are those of 国务院1984年法定计量单位: 1公顷 = 15亩. */
const MEASURES: Readonly<Record<string, readonly [kind: string, factor: string]>> = {
  元: ['元', '1'],
  万元: ['元', '10000'],
  亿元: ['元', '100000000'],
  亩: ['亩', '1'],
  万亩: ['亩', '10000'],
  公顷: ['亩', '15'],
  平方米: ['平方米', '1'],
  万平方米: ['平方米', '10000'],
  平方公里: ['平方米', '1000000'],
  米: ['米', '1'],
  公里: ['米', '1000'],
  千米: ['米', '1000'],
  吨: ['吨', '1'],
  万吨: ['吨', '10000'],
  人: ['人', '1'],
  名: ['人', '1'],
  位: ['人', '1'],
  万人: ['人', '10000'],
  人次: ['人次', '1'],
  名次: ['名次', '1'],
  万人次: ['人次', '10000'],
  万户: ['户', '10000'],
  户: ['户', '1'],
  次: ['次', '1'],
}

const PLAIN_UNITS =
  '件次|个次|家次|户次|场次|批次|班次|个百分点|百分点|个月|立方米|件|个|项|条|起|份|家|处|所|座|辆|套|宗|篇|期|场|岁|天|日内|%|倍|部|批|轮|类|笔|门|支|只|头|本|册|张|幅|台|间|栋|幢|株|级|届|节|课时|学时|例|款|桶|棵|段|组|枚|盏|村|镇|条次|块|幕|届|卷|页|箱|袋|瓶|面|单|票|课|孔|眼|口|艘|架|对|副|床|档|班|队|份次|千瓦|盘|座次|处次|扇|道|片|枝|匹|台次|人份|公斤|千克|斤|厘米|分钟|小时|秒|周|根|部门|户次'

const UNITS = [...new Set([...Object.keys(MEASURES), ...PLAIN_UNITS.split('|')])].sort((a, b) => b.length - a.length).join('|')

const NUMBER = new RegExp(
  `(?<![\\d.A-Za-z第+/])(?<!\\d,)(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?(?![\\d.]*\\d)\\s?(余|多|来)?(${UNITS})?(以上|以下|左右|以内|上下)?`,
  'g',
)

/** Years, days, numbers of documents, versions and ranges are no counts. */
const NO_COUNT = /^\s?(?:年(?!会|费)|月|日|号|时|点|:\\d|—|－|-|~|～|至\d|级|届|\+|\/|热线|平台|\.)/
const ABOUT_BEFORE = /(?:近|约|超|超过|逾|达到?近|不足|不少于|不低于|不超过|至少|最多|最低|最高)$/
/** The second half of 3—5个, 8月25-28日. */
const RANGE_BEFORE = /\d%?[—\-~～－]\s?$|[—\-~～－]$/

/** Every count of a text, from left to right; half-width and full-width digits alike. Offsets count in the text as it is. */
export const numbersIn = (text: string): readonly NumberInText[] => {
  const folded = foldWidth(text)
  return [...folded.matchAll(NUMBER)].flatMap((match): readonly NumberInText[] => {
    const [whole, integer = '', fraction = '', more = '', unit = '', about = ''] = match
    const end = match.index + integer.length + fraction.length
    const before = folded.slice(Math.max(0, match.index - 5), match.index)
    if (unit === '' && NO_COUNT.test(folded.slice(end, end + 4))) return []
    if (RANGE_BEFORE.test(before)) return []
    const rest = folded.slice(end, end + 3)
    if (/^[—~～－-]\d/.test(rest)) return []
    // 村 and 镇 are places, not what is counted, where a word goes on: 3村民.
    const value = parseDecimal(integer.replace(/,/g, '') + fraction)
    if (!value.ok) return []
    const [kind, factor] = MEASURES[unit] ?? [unit, '1']
    const unitEnd = match.index + whole.length - about.length
    return [
      {
        value: value.value,
        digits: Math.max(0, fraction.length - 1),
        unit,
        kind,
        amount: factor === '1' ? value.value : productOf(value.value, factor as Decimal),
        isAbout: more !== '' || about !== '' || ABOUT_BEFORE.test(before),
        start: match.index,
        end,
        unitEnd,
      },
    ]
  })
}

const CHINESE =
  /(?<![一二三四五六七八九十百第〇零两几数])([一二三四五六七八九十百两]{1,5})(个|家|件|人次|人|名|次|项|条|起|份|处|户|宗|所|类|场)(?![\u4e00-\u9fff]{0,1}(?:意识|自信|维护|责任|全面|区分|务必|清单|确立|革命|关键|优先|统一|坚持))/g

/** Counts in Chinese numerals: 十二家, 两个. One alone is a word more often than a count (一个, 四个意识): it is for the reader of a sentence to say. */
export const chineseCountsIn = (text: string): readonly NumberInText[] =>
  [...text.matchAll(CHINESE)].flatMap((match): readonly NumberInText[] => {
    const [whole, numeral = '', unit = ''] = match
    const count = numeral === '两' ? 2 : parseChineseNumeral(numeral)
    if (count === null) return []
    const value = decimalOf(count)
    const [kind] = MEASURES[unit] ?? [unit]
    const end = match.index + numeral.length
    return [
      {
        value,
        digits: 0,
        unit,
        kind,
        amount: value,
        isAbout: false,
        start: match.index,
        end,
        unitEnd: match.index + whole.length,
      },
    ]
  })

/** How many of the smallest unit one of this unit is. */
export const factorOf = (unit: string): Decimal => (MEASURES[unit]?.[1] ?? '1') as Decimal

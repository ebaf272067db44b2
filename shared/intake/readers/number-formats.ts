const DIGITS = '〇一二三四五六七八九'
const LEGAL_SIMPLIFIED = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/** One number of an automatic list as Word draws it (`w:numFmt`); formats not known are drawn as 1, 2, 3, as Word does. */
export const formatNumber = (value: number, format: string): string => {
  const n = Math.max(0, Math.min(value, 1_000_000))
  return (FORMATS[format] ?? String)(n)
}

const counted = (n: number, digits: string, units: readonly string[], zero: string): string => {
  if (n === 0) return digits[0] ?? ''
  if (n >= 10_000)
    return `${counted(Math.floor(n / 10_000), digits, units, zero)}万${n % 10_000 === 0 ? '' : belowTenThousand(n % 10_000, digits, units, zero, true)}`
  return belowTenThousand(n, digits, units, zero, false)
}

const belowTenThousand = (n: number, digits: string, units: readonly string[], zero: string, isRest: boolean): string => {
  const places = String(n).split('').map(Number)
  let words = isRest && n < 1000 ? zero : ''
  places.forEach((digit, i) => {
    const unit = units[places.length - 1 - i] ?? ''
    if (digit !== 0) words += `${digits[digit] ?? ''}${unit}`
    else if (places.slice(i + 1).some((rest) => rest !== 0) && !words.endsWith(zero)) words += zero
  })
  return words
}

/** 十一, not 一十一, at the beginning. */
const thousands = (n: number): string =>
  counted(n, DIGITS.replace('〇', '零'), ['', '十', '百', '千'], '零').replace(/^一十/, '十')

const plain = (n: number): string =>
  n < 100 ? thousands(n).replace('零', '〇') : [...String(n)].map((d) => DIGITS[Number(d)] ?? '').join('')

const cyclic =
  (row: string) =>
  (n: number): string =>
    n === 0 ? '0' : (row[(n - 1) % row.length] ?? '')

/** a … z, aa, bb: Word repeats the letter. */
const letter = (n: number, first: number): string =>
  n === 0 ? '' : String.fromCharCode(first + ((n - 1) % 26)).repeat(Math.min(30, Math.floor((n - 1) / 26) + 1))

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman = (n: number): string => {
  let left = Math.min(n, 32_767)
  let words = ''
  for (const [value, sign] of ROMAN)
    while (left >= value) {
      words += sign
      left -= value
    }
  return words
}

const sign = (n: number, first: number, last: number): string =>
  n >= 1 && n <= last ? String.fromCharCode(first + n - 1) : String(n)

/** ① to ⑳, ㉑ to ㉟, ㊱ to ㊿. */
const circled = (n: number): string =>
  n <= 20
    ? sign(n, 0x2460, 20)
    : n <= 35
      ? String.fromCharCode(0x3251 + n - 21)
      : n <= 50
        ? String.fromCharCode(0x32b1 + n - 36)
        : String(n)

const fullWidth = (n: number): string => String(n).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (n) => String(n).padStart(2, '0'),
  chineseCounting: plain,
  chineseCountingThousand: thousands,
  taiwaneseCounting: plain,
  taiwaneseCountingThousand: thousands,
  japaneseCounting: thousands,
  japaneseDigitalTenThousand: (n) => [...String(n)].map((d) => DIGITS[Number(d)] ?? '').join(''),
  taiwaneseDigital: (n) => [...String(n)].map((d) => DIGITS[Number(d)] ?? '').join(''),
  ideographDigital: (n) => [...String(n)].map((d) => DIGITS[Number(d)] ?? '').join(''),
  chineseLegalSimplified: (n) => counted(n, LEGAL_SIMPLIFIED, ['', '拾', '佰', '仟'], '零'),
  ideographLegalTraditional: (n) => counted(n, '零壹貳參肆伍陸柒捌玖', ['', '拾', '佰', '仟'], '零'),
  ideographTraditional: cyclic(STEMS),
  ideographZodiac: cyclic(BRANCHES),
  ideographZodiacTraditional: (n) => (n === 0 ? '0' : `${STEMS[(n - 1) % 10] ?? ''}${BRANCHES[(n - 1) % 12] ?? ''}`),
  ideographEnclosedCircle: (n) => sign(n, 0x3280, 10),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (n) => sign(n, 0x2488, 20),
  decimalEnclosedParen: (n) => sign(n, 0x2474, 20),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  lowerLetter: (n) => letter(n, 0x61),
  upperLetter: (n) => letter(n, 0x41),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  ordinal: (n) => `${n}.`,
}

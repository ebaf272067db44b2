/** 一 … 九千九百九十九, as outline marks and counts in running text use them. */
const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const VALUES: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 1 → 一, 12 → 十二, 1002 → 一千零二. Defined for 1–9999. */
export const printChineseNumeral = (n: number): string => {
  const thousands = Math.floor(n / 1000)
  if (thousands === 0) return belowThousand(n)
  const rest = n % 1000
  const link = rest > 0 && rest < 100 ? '零' : ''
  const spoken = rest >= 10 && rest < 20 ? `一${belowThousand(rest)}` : rest === 0 ? '' : belowThousand(rest)
  return `${DIGITS[thousands]}千${link}${spoken}`
}

const belowThousand = (n: number): string => {
  const hundreds = Math.floor(n / 100)
  const rest = n % 100
  if (hundreds > 0) {
    const head = `${DIGITS[hundreds]}百`
    if (rest === 0) return head
    return rest < 10 ? `${head}零${DIGITS[rest]}` : head + tens(rest, true)
  }
  return tens(rest, false)
}

/** 四十九 → 49, 一千零二 → 1002; null for what is no numeral below 10000. */
export const parseChineseNumeral = (text: string): number | null => {
  const thousands = /^([一二两三四五六七八九])千(.*)$/.exec(text)
  if (!thousands) return parseBelowThousand(text)
  const rest = thousands[2] ?? ''
  const below = rest === '' ? 0 : parseBelowThousand(rest)
  return below === null ? null : (VALUES[thousands[1] ?? ''] ?? 0) * 1000 + below
}

const parseBelowThousand = (text: string): number | null => {
  const match = /^(?:([一二两三四五六七八九])百)?(?:零|〇)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text)
  if (!match || text === '') return null
  const value =
    (match[1] ? (VALUES[match[1]] ?? 0) * 100 : 0) +
    (match[3] ? (match[2] ? (VALUES[match[2]] ?? 0) : 1) * 10 : 0) +
    (match[4] ? (VALUES[match[4]] ?? 0) : 0)
  return value > 0 ? value : null
}

/** 二〇二一 → 2021: digits read one by one, as in dates; null when a character is no digit. */
export const parseChineseDigits = (text: string): number | null => {
  const digits = [...text].map((c) => VALUES[c])
  return text !== '' && digits.every((d) => d !== undefined) ? Number(digits.join('')) : null
}

const tens = (n: number, afterHundred: boolean): string => {
  const ten = Math.floor(n / 10)
  const one = n % 10
  const head = ten === 0 ? '' : ten === 1 && !afterHundred ? '十' : `${DIGITS[ten]}十`
  return head + (one === 0 ? '' : DIGITS[one])
}

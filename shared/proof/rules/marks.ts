import { foldWidth, isChinese } from '../../base/text.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import { byParagraph, type ProofFinding, type ProofRule } from '../rule.ts'

/** The year of a document's number stands in 〔〕; its number has no 第 and no leading zero. */
export const yearMark: ProofRule = {
  id: 'mark.year',
  title: '发文字号写法',
  source: 'GB/T 9704-2012 7.2.5：年份标全称，用六角括号；发文顺序号不加“第”，不编虚位',
  severity: 'error',
  examples: { wrong: '（云办发[2021]12号）', right: '（云办发〔2021〕12号）' },
  check: byParagraph(({ text, folded }) => {
    const all = [...folded.matchAll(/([[【(〔])\s?((?:19|20)?\d{2})\s?年?([\]】)〕])\s?(第)?\s?(\d{1,4})\s?号/g)]
    const findings = all.flatMap((match): readonly ProofFinding[] => {
      const [whole, open, year, close, nth, number = ''] = match
      if (
        open === '〔' &&
        close === '〕' &&
        year?.length === 4 &&
        nth === undefined &&
        !/^0/.test(number) &&
        !/\s|年/.test(whole)
      )
        return []
      // （2021）闽0782民初12号 and the like are numbers of courts.
      const place = { start: match.index, end: match.index + whole.length }
      const expected = `〔${year?.length === 2 ? `20${year}` : year}〕${Number(number)}号`
      return [
        findingAt('mark.year', 'error', text, place, {
          expected,
          message: PROOF_SENTENCES.yearMark(text.slice(place.start, place.end), expected),
          fix: expected,
        }),
      ]
    })
    return { checked: all.length, findings }
  }),
}

/** Between titles and between quotations that stand side by side there is no 、; two numbers that say about how many have none either. */
export const pauseMark: ProofRule = {
  id: 'mark.pause',
  title: '顿号用法',
  source: 'GB/T 15834-2011 4.5.3.4、4.5.3.5',
  severity: 'error',
  examples: { wrong: '印发《办法》、《细则》。', right: '印发《办法》《细则》。' },
  check: byParagraph(({ text }) => {
    const between = betweenTitles(text)
    const about = [
      ...text.matchAll(
        /(?<![一二三四五六七八九十百千第、])([一二三四五六七八])、([二三四五六七八九])(?=[个名天年次人件项处家户月岁])/g,
      ),
    ].flatMap((match) => {
      const [whole, a = '', b = ''] = match
      if (DIGITS.indexOf(b) !== DIGITS.indexOf(a) + 1) return []
      const place = { start: match.index, end: match.index + whole.length }
      const expected = `${a}${b}`
      return [
        findingAt('mark.pause', 'warning', text, place, {
          expected,
          message: PROOF_SENTENCES.pauseNumbers(whole, expected),
          fix: expected,
        }),
      ]
    })
    const doubled = [...text.matchAll(/[、，。；：,;]{2,}/g)].map((match) => {
      const place = { start: match.index, end: match.index + match[0].length }
      const expected = /[。]/.test(match[0]) ? '。' : (match[0].at(-1) ?? '')
      return findingAt('mark.pause', 'error', text, place, {
        expected,
        message: PROOF_SENTENCES.doubledMark(match[0]),
        fix: expected,
      })
    })
    const findings = [...between, ...about, ...doubled]
    return { checked: [...text.matchAll(/、/g)].length + doubled.length, findings }
  }),
}

/** One finding for a paragraph, with one fix for all its places. */
const betweenTitles = (text: string): readonly ProofFinding[] => {
  const places = [...text.matchAll(/[》”]、(?=[《“])/g)].map(({ index }) => index + 1)
  const [first] = places
  const last = places.at(-1)
  if (first === undefined || last === undefined) return []
  const message = PROOF_SENTENCES.pauseBetween(text.slice(first - 1, first + 2), places.length)
  const found = findingAt('mark.pause', 'hint', text, { start: first, end: first + 1 }, { expected: '', message })
  const mended = text.slice(first, last + 1).replace(/(?<=[》”]|^)、(?=[《“]|$)/g, '')
  return [{ ...found, fix: { start: first, end: last + 1, text: mended } }]
}

const DIGITS = '一二三四五六七八九'

/** Straight quotation marks open and close by turns. */
const quoteAt = (text: string, i: number): string => ((text.slice(0, i).split('"').length - 1) % 2 === 0 ? '“' : '”')

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '"': '“',
}

/** Marks in Chinese text are full-width. One finding for a paragraph; for a text that is full of them, one for all. */
export const widthMark: ProofRule = {
  id: 'mark.width',
  title: '标点用全角',
  source: 'GB/T 15834-2011 5.1；公文排版习惯',
  severity: 'hint',
  examples: { wrong: '加强领导,压实责任。', right: '加强领导，压实责任。' },
  check: (reading) => {
    const { checked, findings } = widthOf(reading)
    const [first] = findings
    if (first === undefined || findings.length <= MOST_PARAGRAPHS) return { checked, findings }
    const count = findings.reduce(
      (sum, { start, end, fix }) => sum + (fix?.text.match(/[，：；？！（）“”]/g)?.length ?? end - start),
      0,
    )
    return { checked, findings: [{ ...first, message: PROOF_SENTENCES.halfWidthAll(count, findings.length), fix: null }] }
  },
}

const MOST_PARAGRAPHS = 5

const widthOf = byParagraph(({ text }) => {
  const at = text.split('').flatMap((c, i) => (FULL[c] !== undefined && isInChinese(text, i) ? [i] : []))
  const [first] = at
  const last = at.at(-1)
  const checked = [...foldWidth(text).matchAll(/[,:;?!()"]/g)].length
  if (first === undefined || last === undefined) return { checked, findings: [] }
  const marks = new Set(at)
  const mended = text
    .split('')
    .map((c, i) => (marks.has(i) ? (c === '"' ? quoteAt(text, i) : (FULL[c] ?? c)) : c))
    .join('')
    .slice(first, last + 1)
  const message = PROOF_SENTENCES.halfWidth(at.length)
  const expected = FULL[text[first] ?? ''] ?? null
  const found = findingAt('mark.width', 'hint', text, { start: first, end: first + 1 }, { expected, message })
  return { checked, findings: [{ ...found, fix: { start: first, end: last + 1, text: mended } }] }
})

/** Beside a Chinese character; 12:30, 1,200 and www are let be. */
const isInChinese = (text: string, i: number): boolean => {
  const [before, after] = [text[i - 1], text[i + 1]]
  if (/\d/.test(before ?? '') && /\d/.test(after ?? '')) return false
  if (text[i] === ')' && /^\s*\d{1,3}$/.test(text.slice(0, i))) return isChinese(after)
  return isChinese(before) || isChinese(after)
}

import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import { byParagraph, type ProofFinding, type ProofRule } from '../rule.ts'

const PAIRS: Readonly<Record<string, string>> = {
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '〔': '〕',
  '【': '】',
  '「': '」',
}
const CLOSING = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]))
/** Half-width and full-width brackets close each other in texts that were typed in a hurry. */
const SAME: Readonly<Record<string, string>> = { '(': '（', ')': '）' }
const alike = (c: string): string => SAME[c] ?? c

/** Quotation marks, book-title marks and brackets of a paragraph all close, and close in order (GB/T 15834-2011 4.8–4.10). */
export const pairs: ProofRule = {
  id: 'mark.unpaired',
  title: '引号、书名号、括号成对',
  source: 'GB/T 15834-2011 4.8、4.9、4.15',
  severity: 'error',
  examples: { wrong: '印发《关于整改工作的通知。', right: '印发《关于整改工作的通知》。' },
  check: (reading) => {
    const { checked, findings } = inParagraphs(reading)
    // A quotation over several paragraphs opens each of them anew and is closed at the last (GB/T 15834-2011 4.8.3.6).
    const opened = new Set(
      reading.paragraphs.flatMap(({ reading: { text }, start }, i) =>
        /^\s*[“‘]/.test(text) && /^\s*[“‘]/.test(reading.paragraphs[i + 1]?.reading.text ?? '')
          ? [start + text.search(/[“‘]/)]
          : [],
      ),
    )
    return { checked, findings: findings.filter(({ start }) => !opened.has(start)) }
  },
}

const inParagraphs = byParagraph(({ text }) => {
  const findings: ProofFinding[] = []
  const open: { readonly mark: string; readonly at: number }[] = []
  let checked = 0
  for (const [i, c] of text.split('').entries()) {
    if (PAIRS[c] !== undefined) {
      checked += 1
      open.push({ mark: c, at: i })
      continue
    }
    const opener = CLOSING.get(c)
    if (opener === undefined) continue
    const last = open.map(({ mark }) => alike(mark)).lastIndexOf(alike(opener))
    if (last === -1 && isMark(text, i)) continue
    if (last === -1) findings.push(unpaired(text, i, opener))
    else
      for (const left of open.splice(last))
        if (alike(left.mark) !== alike(opener)) findings.push(unpaired(text, left.at, PAIRS[left.mark] ?? ''))
  }
  for (const { mark, at } of open) findings.push(unpaired(text, at, PAIRS[mark] ?? ''))
  return { checked: checked + findings.filter(({ stated }) => CLOSING.has(stated)).length, findings }
})

/** 1） and 1) are marks of the outline, not the end of a bracket; a lost （一 before ） is the business of text.lost. */
const isMark = (paragraph: string, i: number): boolean =>
  /[)）]/.test(paragraph[i] ?? '') &&
  /(?:^|[:：;；。,，、\s])\s*[\d一二三四五六七八九十]{0,3}$/.test(paragraph.slice(Math.max(0, i - 5), i)) &&
  (i < 4 || /[\d一二三四五六七八九十]/.test(paragraph[i - 1] ?? ''))

const unpaired = (text: string, at: number, other: string): ProofFinding =>
  findingAt(
    'mark.unpaired',
    'error',
    text,
    { start: at, end: at + 1 },
    {
      expected: other,
      message: PROOF_SENTENCES.unpaired(text[at] ?? '', other),
    },
  )

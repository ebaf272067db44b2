import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import type { Reading } from '../reading.ts'
import type { ProofFinding, ProofRule } from '../rule.ts'

/** One document is quoted by one title: 《关于加强作风建设的通知》 is not 《加强作风建设的通知》 elsewhere. */
export const documentNames: ProofRule = {
  id: 'name.document',
  title: '同一文件前后名称一致',
  source: 'GB/T 9704-2012 7.3.3：引用公文应当先引标题',
  severity: 'warning',
  examples: {
    wrong: '印发《关于加强作风建设的通知》。按照《加强作风建设的通知》要求执行。',
    right: '印发《关于加强作风建设的通知》。按照《关于加强作风建设的通知》要求执行。',
  },
  check: ({ paragraphs }: Reading) => {
    const titles = paragraphs.flatMap(({ reading, start }) =>
      [...reading.text.matchAll(/《([^《》]{5,80}(?:《[^《》]*》[^《》]*)*)》/g)].map((match) => ({
        text: reading.text,
        at: match.index,
        start,
        title: match[1] ?? '',
      })),
    )
    // Only titles with the same figures can be one document.
    const firsts = new Map<string, { readonly title: string; readonly core: string }[]>()
    const seen = new Set<string>()
    const findings: ProofFinding[] = []
    for (const { text, at, start, title } of titles) {
      if (seen.has(title)) continue
      seen.add(title)
      const core = coreOf(title)
      const figures = digitsOf(core)
      const neighbours = firsts.get(figures) ?? []
      const like = neighbours.find((first) => isLike(first.core, core))
      neighbours.push({ title, core })
      firsts.set(figures, neighbours)
      if (!like) continue
      const place = { start: at, end: at + title.length + 2 }
      const isTrial = trialless(like.title) === trialless(title)
      const message = PROOF_SENTENCES.documentNames(`《${title}》`, `《${like.title}》`)
      const found = findingAt('name.document', isTrial ? 'hint' : 'warning', text, place, {
        expected: `《${like.title}》`,
        message,
      })
      findings.push({ ...found, start: place.start + start, end: place.end + start })
    }
    return { checked: titles.length, findings }
  },
}

const trialless = (title: string): string => title.replace(/[（(](?:试行|暂行|修订|修订稿|征求意见稿|草案)[）)]$/, '')

/** Titles are compared without 关于, 的, 印发 and trailing brackets. */
const coreOf = (title: string): string =>
  trialless(title)
    .replace(/[“”‘’"'\s〈〉<>]/g, '')
    .replace(/^.{0,20}?关于/, '')
    .replace(/^印发/, '')
    .replace(/的(?=通知$|意见$|办法$|方案$|规定$)/, '')

/** The same words, or one or two characters of a long title different. */
const isLike = (a: string, b: string): boolean => {
  if (a === b) return true
  if (a.length < 9 || b.length < 9 || Math.abs(a.length - b.length) > 2) return false
  return distanceUpTo(a, b, 2) <= (Math.min(a.length, b.length) >= 14 ? 2 : 1)
}

/** Numbers and years that differ make another document. */
const digitsOf = (words: string): string => words.replace(/[^\d一二三四五六七八九十上下]/g, '')

/** How many characters must be put in, left out or changed; more than `most` is told as `most + 1`. */
export const distanceUpTo = (a: string, b: string, most: number): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > most) return most + 1
    row = next
  }
  return row[b.length] ?? most + 1
}

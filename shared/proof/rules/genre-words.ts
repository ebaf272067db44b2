import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import { ANY_WORD, DOUBLED, GENRE_WORDS, isReduplication } from '../genre-words.ts'
import { byParagraph, NOTHING, type ProofRule } from '../rule.ts'

/** Words that are mistyped, misused or doubled in texts of this genre. */
export const genreWords: ProofRule = {
  id: 'word.genre',
  title: '常用词语没有错写、重复',
  source: '历年通报的常见错漏（shared/proof/genre-words.ts）；“截至”与“截止”、“账”与“帐”见《现代汉语词典》第7版',
  severity: 'error',
  examples: { wrong: '截止目前，已完成25项。', right: '截至目前，已完成25项。' },
  check: byParagraph(({ text, folded }) => {
    if (!ANY_WORD.test(text) && folded.search(DOUBLED) === -1) return NOTHING
    const known = GENRE_WORDS.flatMap(({ wrong, right, severity }) =>
      [...text.matchAll(wrong)].map((match) => {
        const place = { start: match.index, end: match.index + match[0].length }
        const fix = severity === 'error' ? { fix: right } : {}
        return findingAt('word.genre', severity, text, place, {
          expected: right,
          message: PROOF_SENTENCES.word(match[0], right),
          ...fix,
        })
      }),
    )
    const places = new Set(known.map(({ start }) => start))
    const doubled = [...folded.matchAll(DOUBLED)]
      .filter((match) => !isReduplication(match[1] ?? '') && !places.has(match.index))
      .map((match) => {
        const place = { start: match.index, end: match.index + match[0].length }
        return findingAt('word.genre', 'warning', text, place, {
          expected: match[1] ?? null,
          message: PROOF_SENTENCES.doubledWord(match[0]),
          ...(match[1] ? { fix: match[1] } : {}),
        })
      })
    return { checked: known.length + doubled.length, findings: [...known, ...doubled] }
  }),
}

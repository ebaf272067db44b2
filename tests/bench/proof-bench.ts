import { proofText } from '../../shared/proof/proof.ts'
import type { KnownParagraphs } from '../../shared/proof/reading.ts'
import { generatedNotice } from '../support/proof/mutation/generated-notices.ts'

/** How long the number and wording check takes: a notice of 30,000 characters whole, and one of its sentences typed anew. Nothing fails here. */
const CHARACTERS = 30_000
const ROUNDS = 40

const notices: string[] = []
for (let seed = 1; notices.join('\n').length < CHARACTERS; seed += 1) notices.push(generatedNotice(seed).text)
const text = notices.join('\n').slice(0, CHARACTERS)

const timed = (act: () => void): number => {
  const began = performance.now()
  act()
  return performance.now() - began
}
const spread = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(1)} ms, of ${times.length}`
}

const whole = Array.from({ length: ROUNDS }, () => timed(() => proofText(text)))
process.stdout.write(
  `${`${text.length} characters whole`.padEnd(34)} first ${whole[0]?.toFixed(1)} ms, ${spread(whole.slice(1))}   [100 ms]\n`,
)

const known: KnownParagraphs = new Map()
proofText(text, null, known)
const lines = text.split('\n')
const retyped = Array.from({ length: ROUNDS }, (_, i) => {
  const at = (i * 37) % lines.length
  const changed = lines.map((line, n) => (n === at ? `${line}经核查，补发${i + 2}万元。` : line)).join('\n')
  return timed(() => proofText(changed, null, known))
})
process.stdout.write(`${'one sentence typed anew'.padEnd(34)} ${spread(retyped)}   [10 ms]\n`)

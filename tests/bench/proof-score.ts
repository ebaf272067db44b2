import { APART, LABELLED } from '../support/proof/labelled.ts'
import { mutationScore } from '../support/proof/mutation/score.ts'
import { type Score, scoreOf, totalOf } from '../support/proof/score.ts'

const [SEEDS, MUTATIONS] = [60, 40]

/** Prints how well the number and wording check does on the labelled texts: `npm run proof:score`. */
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)}%`)

const line = (name: string, { wrong, told, errors, rightErrors, warnings, rightWarnings }: Score): string =>
  [
    name.padEnd(18),
    `recall ${told}/${wrong}`.padEnd(16),
    percent(told, wrong).padEnd(8),
    `必改 ${rightErrors}/${errors}`.padEnd(14),
    percent(rightErrors, errors).padEnd(8),
    `存疑 ${rightWarnings}/${warnings}`.padEnd(14),
    percent(rightWarnings, warnings),
  ].join('')

const all = LABELLED.flatMap(({ file, texts }) => {
  const ignored = new Set(file === 'words-and-marks.json' ? [] : ['mark.width'])
  return [scoreOf(texts, ignored)]
})
const scores = new Map<string, Score>()
for (const { scores: own } of all)
  for (const [rule, score] of own)
    scores.set(
      rule,
      totalOf(
        new Map([
          ['a', scores.get(rule) ?? totalOf(new Map())],
          ['b', score],
        ]),
      ),
    )

for (const [rule, score] of [...scores].sort(([a], [b]) => (a < b ? -1 : 1))) process.stdout.write(`${line(rule, score)}\n`)
process.stdout.write(`${line('all', totalOf(scores))}\n`)
const apart = scoreOf(APART, new Set(['mark.width']))
process.stdout.write(`${line('written apart', totalOf(apart.scores))}\n`)
if (process.argv.includes('--misses'))
  for (const { misses } of [...all, apart])
    for (const { id, what, rule, words } of misses) process.stdout.write(`${what}  ${id}  ${rule}  ${words}\n`)

const mutation = mutationScore(SEEDS, MUTATIONS)
for (const [rule, { changed, told }] of [...mutation.byRule].sort(([a], [b]) => (a < b ? -1 : 1)))
  process.stdout.write(`changed ${rule.padEnd(18)}${`${told}/${changed}`.padEnd(12)}${percent(told, changed)}\n`)
process.stdout.write(
  `changed ${'all'.padEnd(18)}${`${mutation.told}/${mutation.changed}`.padEnd(12)}${percent(mutation.told, mutation.changed)}   said of true notices: ${mutation.saidOfTrue}\n`,
)

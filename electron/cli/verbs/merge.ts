import type { z } from 'zod'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { takeIn } from '../../../shared/exchange/take-in.ts'
import type { DocumentKey } from '../../../shared/merge/document-boundaries.ts'
import { readDocuments } from '../../../shared/merge/ledger-documents.ts'
import { mergeOutput } from '../contract.ts'
import { writeLedgerFile } from '../ledger-file.ts'
import { newFindings, planFiles } from '../planned-merge.ts'
import { stampOf } from '../stamp.ts'
import { authorOf, done, misused, option, refused, type Verb } from '../verb.ts'

const USUAL_REASON = '合并时未采用'

export const mergeVerb: Verb = {
  name: 'merge',
  usage:
    "merge LEDGER P.zgtz… --out L [--accept all|NUMBER|KEY]… [--reject NUMBER|KEY]… [--reason WHY] [--as 'clerk/unit/pc'] [--passphrase-file FILE]…",
  summary: 'takes in other copies of the ledger; what is rejected is written back as it was, with the reason, and conflicts stay',
  positionals: { least: 2 },
  options: {
    out: { type: 'string' },
    accept: { type: 'string', multiple: true },
    reject: { type: 'string', multiple: true },
    reason: { type: 'string' },
    as: { type: 'string' },
  },
  required: ['out'],
  output: mergeOutput,
  run: async (given, ports) => {
    const planned = await planFiles(given.positionals, ports)
    if (!planned.ok) return refused(planned.error)
    const { engine, opened, plan, told, files } = planned.value
    const keysOf = (named: string): readonly DocumentKey[] =>
      told.items
        .filter(({ key, problem }) => named === 'all' || key === named || String(problem?.number ?? '') === named)
        .map(({ key }) => key as DocumentKey)
    const named = [...(given.options['accept'] ?? []), ...(given.options['reject'] ?? [])]
    const unknown = named.find((name) => name !== 'all' && keysOf(name).length === 0)
    if (unknown !== undefined) return misused(`计划里没有“${unknown}”，请先用 plan 查看`)
    const accepted = new Set((given.options['accept'] ?? ['all']).flatMap(keysOf))
    const refusedKeys = new Set((given.options['reject'] ?? []).flatMap(keysOf))
    const rejected = told.items.map(({ key }) => key as DocumentKey).filter((key) => refusedKeys.has(key) || !accepted.has(key))
    const reason = option(given, 'reason') ?? USUAL_REASON
    const author = authorOf(option(given, 'as'))
    const rejections = new Map(rejected.map((key) => [key, { reason, items: 'all' as const }]))
    const documents = takeIn(engine, opened.documents, plan, rejections, (why) => stampOf(ports, author, `不采用：${why}`))
    const ledger = openLedger(readDocuments(engine, documents).records)
    const written = await writeLedgerFile(option(given, 'out') ?? '', documents, ledger, author, ports, {
      filesByHash: files,
      unknown: opened.unknown,
    })
    if (!written.ok) return refused(written.error)
    const conflicts = [...documents.values()].reduce((sum, doc) => sum + engine.conflicts(doc).length, 0)
    const output: z.infer<typeof mergeOutput> = {
      out: written.value,
      taken: told.items.map(({ key }) => key).filter((key) => !rejected.includes(key as DocumentKey)),
      rejected: [...rejected],
      conflicts,
      findings: newFindings(engine, opened.documents, documents, ports),
    }
    return done(output, [
      `合并结果已写入：${written.value}`,
      ...(conflicts === 0 ? [] : [`还有 ${conflicts} 处冲突，用 conflicts 查看、resolve 处理`]),
    ])
  },
}

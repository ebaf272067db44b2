import type { z } from 'zod'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { encodePackage } from '../../../shared/exchange/package.ts'
import { problemsOfUnit, sliceDocuments } from '../../../shared/exchange/slice.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { readDocuments } from '../../../shared/merge/ledger-documents.ts'
import { writeFileAtomically } from '../../files/atomic-write.ts'
import { sliceOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { lockedForSending } from '../package-file.ts'
import { stampOf } from '../stamp.ts'
import { authorOf, done, option, refused, type Verb } from '../verb.ts'

export const sliceVerb: Verb = {
  name: 'slice',
  usage: "slice LEDGER --unit NAME [--as 'clerk/unit/pc'] [--passphrase-file FILE] --out P.zgtz",
  summary:
    'writes the part of the ledger that goes to a unit: its problems as they stand today, without history, 名录, registers and 办内信息',
  positionals: 1,
  options: { unit: { type: 'string' }, as: { type: 'string' }, out: { type: 'string' } },
  required: ['unit', 'out'],
  output: sliceOutput,
  run: async (given, ports) => {
    const opened = await readLedgerFile(given.positionals[0] ?? '', ports)
    if (!opened.ok) return refused(opened.error)
    const { ledger, documents } = opened.value
    const unit = option(given, 'unit') ?? ''
    const files = problemsOfUnit(ledger, unit)
    if (files.length === 0) return refused({ type: 'no-such-unit', unit })
    const engine = automergeEngine(ports.ids)
    const author = authorOf(option(given, 'as'))
    const facts = { id: ports.ids.id(), unit, on: ports.clock.today() }
    const slice = sliceDocuments(engine, ledger, documents, facts, stampOf(ports, author, `分发给${unit}`, 'whole'))
    const { ledger: own } = openLedger(readDocuments(engine, slice).records)
    const bytes = encodePackage(engine, slice, {
      ledger: { id: own.id, title: own.title },
      sender: author,
      writtenAt: ports.clock.now(),
      programVersion: ports.programVersion,
      purpose: 'slice',
    })
    const sent = await lockedForSending(bytes, ports)
    if (!sent.ok) return refused(sent.error)
    const written = await writeFileAtomically(option(given, 'out') ?? '', sent.value.bytes)
    if (!written.ok) return refused(written.error)
    const output: z.infer<typeof sliceOutput> = {
      out: written.value,
      unit,
      problems: files.map(({ number }) => number),
      bytes: sent.value.bytes.length,
    }
    return done(output, [`“${unit}”的 ${files.length} 个问题已写入：${written.value}${sent.value.how}`])
  },
}

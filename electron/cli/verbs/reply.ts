import type { z } from 'zod'
import { replyOf } from '../../../shared/exchange/reply.ts'
import { encodeReply } from '../../../shared/exchange/reply-package.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { writeFileAtomically } from '../../files/atomic-write.ts'
import { replyOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { lockedForSending } from '../package-file.ts'
import { authorOf, done, option, refused, type Verb } from '../verb.ts'

export const replyVerb: Verb = {
  name: 'reply',
  usage: "reply LEDGER [--as 'clerk/unit/pc'] [--passphrase-file FILE] --out P.zgtz",
  summary: 'writes what a unit changed in the part it was handed: its changes with who and when, to be taken in by `merge`',
  positionals: 1,
  options: { as: { type: 'string' }, out: { type: 'string' } },
  required: ['out'],
  output: replyOutput,
  run: async (given, ports) => {
    const opened = await readLedgerFile(given.positionals[0] ?? '', ports)
    if (!opened.ok) return refused(opened.error)
    const { ledger, documents } = opened.value
    const engine = automergeEngine(ports.ids)
    const reply = replyOf(engine, ledger.records, documents)
    if (reply === null) return refused({ type: 'not-a-slice' })
    const bytes = encodeReply(reply, {
      title: ledger.ledger.title,
      sender: authorOf(option(given, 'as')),
      writtenAt: ports.clock.now(),
      programVersion: ports.programVersion,
    })
    const sent = await lockedForSending(bytes, ports)
    if (!sent.ok) return refused(sent.error)
    const written = await writeFileAtomically(option(given, 'out') ?? '', sent.value.bytes)
    if (!written.ok) return refused(written.error)
    const changes = reply.documents.reduce((sum, { changes: own }) => sum + own.length, 0)
    const output: z.infer<typeof replyOutput> = {
      out: written.value,
      unit: reply.unit,
      problems: reply.documents.length,
      changes,
      bytes: sent.value.bytes.length,
    }
    return done(output, [
      `“${reply.unit}”改动的 ${reply.documents.length} 个问题、${changes} 次修改已写入：${written.value}${sent.value.how}`,
    ])
  },
}

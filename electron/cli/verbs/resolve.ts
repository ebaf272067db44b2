import type { z } from 'zod'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { fieldShapes } from '../../../shared/domain/records/field-shape.ts'
import { isRecordKind } from '../../../shared/domain/records/record-kinds.ts'
import { readTyped } from '../../../shared/domain/typed-value.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { ALIVE, type FieldKey, parseFieldKey, type Scalar } from '../../../shared/merge/flat-map.ts'
import { readDocuments } from '../../../shared/merge/ledger-documents.ts'
import { resolveOutput } from '../contract.ts'
import { readLedgerFile, writeLedgerFile } from '../ledger-file.ts'
import { stampOf } from '../stamp.ts'
import { authorOf, done, misused, option, refused, type Verb } from '../verb.ts'

export const resolveVerb: Verb = {
  name: 'resolve',
  usage: "resolve LEDGER --set KEY=TEXT… [--as 'clerk/unit/pc'] --out L",
  summary:
    'ends conflicts: each field gets the text that is said, a record that was removed elsewhere is kept or goes (保留, 删除)',
  positionals: 1,
  options: { set: { type: 'string', multiple: true }, as: { type: 'string' }, out: { type: 'string' } },
  required: ['set', 'out'],
  output: resolveOutput,
  run: async (given, ports) => {
    const opened = await readLedgerFile(given.positionals[0] ?? '', ports)
    if (!opened.ok) return refused(opened.error)
    const engine = automergeEngine(ports.ids)
    const author = authorOf(option(given, 'as'))
    const stamp = stampOf(ports, author, '处理合并冲突')
    const documents = new Map(opened.value.documents)
    const wanted = given.options['set'] ?? []
    for (const words of wanted) {
      const at = words.indexOf('=')
      const key = words.slice(0, at) as FieldKey
      const parts = at === -1 ? null : parseFieldKey(key)
      if (parts === null) return misused(`--set 应写作 KEY=TEXT，KEY 取自 conflicts，读不懂“${words}”`)
      const home = [...documents].find(([, doc]) => engine.conflicts(doc).some((conflict) => conflict.key === key))
      if (!home) return refused({ type: 'no-such-conflict', key })
      const text = words.slice(at + 1)
      let value: Scalar
      if (parts.field === ALIVE) {
        if (text !== '保留' && text !== '删除') return misused(`“${key}”应写“保留”或“删除”`)
        value = text === '保留' ? true : null
      } else {
        const shape = isRecordKind(parts.kind) ? fieldShapes(parts.kind).find(({ name }) => name === parts.field) : undefined
        if (!shape) return refused({ type: 'no-such-conflict', key })
        const read = readTyped(shape, text)
        if (!read.ok) return refused(read.error)
        value = read.value
      }
      documents.set(home[0], engine.resolve(home[1], key, value, stamp))
    }
    const ledger = openLedger(readDocuments(engine, documents).records)
    const written = await writeLedgerFile(option(given, 'out') ?? '', documents, ledger, author, ports, opened.value)
    if (!written.ok) return refused(written.error)
    const left = [...documents.values()].reduce((sum, doc) => sum + engine.conflicts(doc).length, 0)
    const output: z.infer<typeof resolveOutput> = { out: written.value, resolved: wanted.length, left }
    return done(output, [`已处理 ${wanted.length} 处冲突，还有 ${left} 处`])
  },
}

import 'fake-indexeddb/auto'
import { aLedger } from '../support/a-ledger.ts'
import { aPc } from '../support/a-store.ts'
import { unwrapped } from '../support/expect-ok.ts'

/**
 * A plan of many changed problems, as the worker makes it, beside the same number of loads of a document: what it cannot be faster than.
 * Says what a reply and a copy weigh. Nothing fails by time.
 */
const PROBLEMS = 500
const VERSION = '0.1.0'

const ledger = aLedger({
  problems: Array.from({ length: PROBLEMS }, (_, i) => ({
    statement: `第${i + 1}个问题：农村供水工程日常管理缺位，部分设备长期停用，水质检测记录缺失较多。`,
    measures: Array.from({ length: 3 }, (_m, k) => ({ text: `第${k + 1}条措施：逐处排查，限期修复，建立台账，按月抽查。` })),
    progress: Array.from({ length: 5 }, (_p, k) => ({
      text: `第${k + 1}次进展：已修复设备，完成抽查，问题全部整改到位。`.repeat(3),
    })),
  })),
})

const started = async (name: string) => ({ ...(await aPc(name).start()) })
const office = await started('a')
unwrapped(await office.store.createLedger(ledger.records, '建立台账'))
const other = await started('b')
unwrapped(await other.store.openPackage(unwrapped(await office.store.packageOf('ledger', VERSION))))
for (const { problem } of ledger.problems)
  unwrapped(
    await other.store.run('ledger', {
      ...{ type: 'set-field', problemId: problem.id, measureId: null, field: 'target', value: '年底前全部完成' },
    }),
  )
const copy = unwrapped(await other.store.packageOf('ledger', VERSION))
const incoming = { files: [copy], relation: null }

const startedAt = performance.now()
const plan = unwrapped(await office.store.exchange.plan('ledger', incoming, () => true))
const planned = performance.now() - startedAt
const steps: number[] = []
let last = performance.now()
await office.store.exchange.plan('ledger', incoming, () => {
  const now = performance.now()
  steps.push((now - last) / 25)
  last = now
  return true
})
steps.sort((a, b) => a - b)
const takenAt = performance.now()
unwrapped(
  await office.store.exchange.takeIn(
    'ledger',
    incoming,
    { token: plan?.token ?? '', rejections: new Map() },
    () => true,
    VERSION,
  ),
)
const taken = performance.now() - takenAt

const engine = office.store.ports.engine
const stored = await office.db.documents.where('ledgerId').equals('ledger').toArray()
const loadedAt = performance.now()
for (const { bytes } of stored) {
  const doc = engine.load(bytes)
  if (doc.ok) engine.release(doc.value)
}
const loaded = performance.now() - loadedAt

const figure = (ms: number): string => `${ms.toFixed(1)} ms`
process.stdout.write(
  [
    `plan of ${plan?.documents.length} changed problems: ${figure(planned)}, ${figure(planned / PROBLEMS)} each; p50 ${figure(steps[Math.floor(steps.length / 2)] ?? 0)}`,
    `taking them in: ${figure(taken)}, ${figure(taken / PROBLEMS)} each`,
    `loading ${stored.length} documents once: ${figure(loaded)}; the plan is ${(planned / loaded).toFixed(1)} times that`,
    `the copy: ${(copy.length / 1_000).toFixed(0)} KB`,
    '',
  ].join('\n'),
)
process.exit(0)

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { application, folder, open, ROOT, stopScreen, storeApplication } from './run-window.ts'
import type { Held, WindowBench } from './window/page.ts'

/**
 * The window's part of `npm run bench`, as ratios in one run: a start against an empty window, an edit until it is durable against the same
 * bytes and rows put bare, lists against their rows read bare, a search, and what a thousand edits leave in memory. What is aimed at
 * stands in brackets. Nothing fails here.
 */
const STARTS = 7
const EDITS = 300
const SMALL = 60
const LARGE = 2_000
const HUGE = 20_000
const MEMORY_EDITS = 1_000

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const line = (name: string, figure: string, aim: string): void => {
  process.stdout.write(`${name.padEnd(36)} ${figure}${aim === '' ? '' : `   [${aim}]`}\n`)
}

const say = (name: string, { own, bare }: Held, baseline: string, aim = ''): void =>
  line(
    name,
    `${own.toFixed(1).padStart(8)} ms   ${(own / bare).toFixed(2).padStart(7)} × ${baseline} (${bare.toFixed(1)} ms)`,
    aim,
  )

const starts = async (): Promise<void> => {
  const empty = application('empty', 'main.cjs', (at) =>
    cpSync(join(ROOT, 'tests/bench/window/empty-main.cjs'), join(at, 'main.cjs')),
  )
  const own: number[] = []
  const bare: number[] = []
  for (let turn = 0; turn < STARTS; turn++) {
    for (const [at, times] of [
      [ROOT, own],
      [empty, bare],
    ] as const) {
      const opened = await open(at, join(folder, at === ROOT ? 'data-program' : 'data-empty'))
      times.push(opened.ms)
      await opened.close()
    }
  }
  say('start until usable', { own: median(own), bare: median(bare) }, 'an empty window')
}

const store = async (): Promise<void> => {
  const at = await storeApplication()
  const { page, memory, close } = await open(at, join(folder, 'data-store'))
  const call = <T>(method: keyof WindowBench, argument: unknown): Promise<T> =>
    page.evaluate(`window.bench.${method}(${JSON.stringify(argument)})`)

  await call('create', SMALL)
  const edits = await call<Held>('edits', { problems: SMALL, count: EDITS })
  say('edit until durable', edits, 'its bytes and rows in one strict IndexedDB put', '≤ 3 ×')
  const small = await call<Held>('openings', SMALL)
  say(`a ledger of ${SMALL} problems opens`, small, 'its rows by getAll', '≤ 150 ms')
  const before = await memory()
  await call('editMany', { problems: SMALL, count: MEMORY_EDITS })
  const after = await memory()
  line(`memory after ${MEMORY_EDITS} more edits`, `${after - before} MB on ${before} MB`, 'no growth')

  const made = await call<number>('create', LARGE)
  process.stdout.write(
    `${`a ledger of ${LARGE} problems is made in`.padEnd(42)} ${(made / 1000).toFixed(1)} s, every change durable\n`,
  )
  say(`a ledger of ${LARGE} problems opens`, await call<Held>('openings', LARGE), 'its rows by getAll', '≤ 1.5 ×')
  await call('fill', HUGE)
  say(`50 rows of ${HUGE}`, await call<Held>('pages', HUGE), 'all rows by getAll', '≤ 20 ms')
  const search = await call<{ first: number; next: number }>('searches', HUGE)
  line(
    `text search in ${HUGE} problems`,
    `${search.next.toFixed(1).padStart(8)} ms   (the first reads the texts: ${search.first.toFixed(0)} ms)`,
    '≤ 80 ms',
  )
  await close()
}

await starts()
await store()
stopScreen()
rmSync(folder, { recursive: true, force: true })

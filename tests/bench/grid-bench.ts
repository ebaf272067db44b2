import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { folder, open, ROOT, stopScreen, storeApplication } from './run-window.ts'

/**
 * How a list of 20,000 problems opens and scrolls in the real window: the longest time the window did nothing else (what the browser reports
 * as a long task, from 50 ms), and how far apart its frames were. What is aimed at stands in brackets. Nothing fails here.
 */
const HUGE = 20_000
const FRAMES = 600

interface Trace {
  readonly frames: readonly number[]
  readonly tasks: readonly number[]
}

const say = (name: string, { frames, tasks }: Trace, aim: string): void => {
  const sorted = [...frames].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  const longest = Math.max(0, ...tasks)
  process.stdout.write(
    `${name.padEnd(30)} frames ${String(frames.length).padStart(4)}, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms; tasks over 50 ms: ${tasks.length}, longest ${longest.toFixed(0)} ms   [${aim}]\n`,
  )
}

/** Runs something in the window while frames and long tasks are counted. `act` is called before each frame; it ends with `true`. */
const traced = (page: Page, act: string): Promise<Trace> =>
  page.evaluate(`new Promise((resolve) => {
    const frames = [], tasks = []
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)))
    observer.observe({ type: 'longtask' })
    const act = ${act}
    let n = 0, last = performance.now()
    const next = (now) => {
      frames.push(now - last)
      last = now
      if (act(n++)) setTimeout(() => { observer.disconnect(); resolve({ frames, tasks }) }, 300)
      else requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })`)

const scroll = (step: string): string => `(n) => {
  const stack = document.querySelector('.stack')
  stack.scrollTop = ${step}
  return n >= ${FRAMES}
}`

/** More problems like those of the ledger, put past the store while nothing shows them: to make so many documents takes minutes. */
const fill = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('zhenggai-ledger')
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = async () => {
    const db = opening.result
    const done = (transaction) => new Promise((ok, no) => {
      transaction.oncomplete = ok
      transaction.onerror = () => no(transaction.error)
    })
    const reading = db.transaction(['problems', 'records'])
    const [rows, records] = [reading.objectStore('problems').getAll(), reading.objectStore('records').getAll()]
    await done(reading)
    const like = new Map(records.result.map((stored) => [stored.key, stored]))
    for (let from = 0; from < ${HUGE} - 60; from += 1000) {
      const writing = db.transaction(['problems', 'records'], 'readwrite')
      for (let i = from; i < Math.min(${HUGE} - 60, from + 1000); i += 1) {
        const row = rows.result[i % 60]
        const id = 'more' + i
        writing.objectStore('problems').put({ ...row, id, place: row.place + '!' + String(i).padStart(6, '0') })
        for (const kind of ['problem', 'office']) {
          const stored = like.get(kind + ':' + row.id)
          if (stored) writing.objectStore('records').put({ ...stored, key: kind + ':' + id })
        }
      }
      await done(writing)
    }
    db.close()
    resolve([...like.keys()].slice(0, 3).join())
  }
})`

const store = await open(await storeApplication(), join(folder, 'data'))
await store.page.evaluate('window.bench.create(60)')
await store.close()

const { page, close } = await open(ROOT, join(folder, 'data'))
await page.locator('.ledger-open').waitFor()
await page.evaluate(fill)
await page.waitForTimeout(2_000)
say('nothing', await traced(page, `(n) => n >= 120`), '16.7 ms')
await page.locator('.ledger-open').click()
await page.locator('.side-nav-item', { hasText: '四张清单' }).waitFor()
await page.waitForTimeout(3_000)
say(
  'the list opens',
  await traced(
    page,
    `(n) => {
      if (n === 5) [...document.querySelectorAll('.side-nav-item')].find((item) => item.textContent.includes('四张清单')).click()
      return n > 20 && document.querySelector('.list-group .ant-tag') !== null
    }`,
  ),
  'no task over 100 ms',
)
for (const [list, label] of [
  ['问题清单', 'problems'],
  ['任务清单', 'tasks'],
  ['时间清单', 'times'],
  ['责任清单', 'duties'],
] as const) {
  await page.locator('.ant-segmented-item', { hasText: list }).click()
  await page.waitForTimeout(1_500)
  say(`${label}: a wheel, 60 px a frame`, await traced(page, scroll('stack.scrollTop + 60')), 'p95 ≤ 17 ms, none')
  say(`${label}: fast, 600 px a frame`, await traced(page, scroll('stack.scrollTop + 600')), 'none')
}
await page.locator('.ant-segmented-item', { hasText: '问题清单' }).click()
await page.waitForTimeout(1_000)
say(
  'jumps over the whole list',
  await traced(page, scroll('n % 30 === 0 ? (n * 7919 * 997) % stack.scrollHeight : stack.scrollTop')),
  'none',
)
await page.locator('.list-group .cell').first().click()
await page.keyboard.press('Control+Home')
const down = traced(page, '(n) => n >= 300')
for (let i = 0; i < 40; i += 1) await page.keyboard.press('PageDown')
say('PageDown 40 times', await down, 'none')
await close()
stopScreen()
rmSync(folder, { recursive: true, force: true })

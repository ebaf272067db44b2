import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { folder, open, ROOT, stopScreen, storeApplication } from './run-window.ts'

/**
 * The workbench of a notice of some two hundred pages in the real window: how soon its text is there, how long a key takes until it is
 * painted while the text is written in, and how it scrolls. What is aimed at stands in brackets. Nothing fails here.
 */
const PROBLEMS = Number(process.argv[2] ?? 670)
const KEYS = 200
const FRAMES = 300

const say = (name: string, figure: string, aim = ''): void => {
  process.stdout.write(`${name.padEnd(34)} ${figure}${aim === '' ? '' : `   [${aim}]`}\n`)
}
const spread = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(1)} ms, of ${times.length}`
}

/** From the key in the window's process to the frame that shows it: what was drawn is known when a task behind that frame runs. */
const watchKeys = `
  window.keyTimes = []; window.longTasks = []
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' })
  document.addEventListener('keydown', (event) => {
    const began = event.timeStamp
    requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => window.keyTimes.push(performance.now() - began); channel.port2.postMessage(0) })
  }, true)
`

const typeSteadily = async (page: Page): Promise<readonly number[]> => {
  await page.evaluate('window.keyTimes.length = 0; window.longTasks.length = 0')
  for (let i = 0; i < KEYS; i += 1) {
    await page.keyboard.press('a')
    await page.waitForTimeout(45)
  }
  await page.waitForTimeout(1_500)
  return page.evaluate('window.keyTimes')
}

const scroll = (page: Page): Promise<{ readonly frames: readonly number[]; readonly tasks: readonly number[] }> =>
  page.evaluate(`new Promise((resolve) => {
    const pane = document.querySelector('.sheet-pane'), frames = []
    window.longTasks.length = 0; pane.scrollTop = 0
    let last = performance.now(), n = 0
    const next = (now) => {
      frames.push(now - last); last = now; pane.scrollTop += 60
      if (n++ < ${FRAMES}) requestAnimationFrame(next); else setTimeout(() => resolve({ frames, tasks: window.longTasks }), 300)
    }
    requestAnimationFrame(next)
  })`)

const store = await open(await storeApplication(), join(folder, 'data'))
await store.page.evaluate(`window.bench.create(${PROBLEMS})`)
await store.close()

const { page, memory, close } = await open(ROOT, join(folder, 'data'))
await page.locator('.ledger-open').first().click()
await page.locator('.side-nav-item', { hasText: '通报' }).waitFor()
await page.waitForTimeout(3_000)
const began = performance.now()
await page.locator('.side-nav-item', { hasText: '通报' }).click()
await page.locator('.sheet-line').first().waitFor()
say('the text is there', `${Math.round(performance.now() - began)} ms`)
await page.waitForTimeout(3_000)
say('what is written in', (await page.locator('.notice-state').innerText()).replace(/\s+/g, ' '))
await page.evaluate(watchKeys)
for (const [name, place] of [
  ['typing at the beginning', 0.02],
  ['typing in the middle', 0.5],
] as const) {
  const headings = page.locator('.notice-heading')
  await headings.nth(Math.floor((await headings.count()) * place)).click()
  await page.waitForTimeout(500)
  const seen = (await page.evaluate(
    `[...document.querySelectorAll('.sheet-field')].findIndex((field) => field.getBoundingClientRect().top > 250)`,
  )) as number
  await page.locator('.sheet-field').nth(seen).click()
  await page.keyboard.press('End')
  say(name, spread(await typeSteadily(page)), '≤ 16 ms p95')
  say(
    '',
    `longest tasks ${JSON.stringify(((await page.evaluate('window.longTasks')) as number[]).sort((a, b) => b - a).slice(0, 5))} ms`,
  )
}
const { frames, tasks } = await scroll(page)
say('scrolling 60 px a frame', spread(frames), 'no task over 50 ms')
say('', `tasks over 50 ms: ${tasks.length}, longest ${Math.max(0, ...tasks).toFixed(0)} ms`)
say('the window holds', `${await memory()} MB`)
await close()
stopScreen()
rmSync(folder, { recursive: true, force: true })

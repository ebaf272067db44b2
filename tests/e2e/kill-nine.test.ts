import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { ProblemCommand } from '../../shared/domain/commands/problem-commands.ts'
import { openLedgerPackage } from '../../shared/exchange/ledger-package.ts'
import { automergeEngine } from '../../shared/merge/automerge-engine.ts'
import { believableLedger } from '../support/believable/ledger.ts'
import { type RandomSource, randomSource } from '../support/believable/random-source.ts'
import { launchProgram, NO_WINDOW, newUserData } from '../support/electron-app.ts'
import { unwrapped } from '../support/expect-ok.ts'
import { pageApplication } from '../support/page-application.ts'
import { countingIds, day } from '../support/ports.ts'
import type {} from '../support/store-page/page.ts'

const ROUNDS = 20
const WRITES = 200

/** What the documents of the ledger say: every progress entry, and the target of every problem. */
const readBack = async (page: Page, ledgerId: string) => {
  const bytes = Buffer.from(await page.evaluate((id) => window.store.packageOf(id), ledgerId), 'base64')
  const { ledger } = unwrapped(openLedgerPackage(automergeEngine(countingIds()), bytes))
  const { progress, problem } = ledger.records
  return { entries: progress.map(({ text }) => text), targets: new Map(problem.map(({ id, target }) => [id, target])) }
}

/** Entries that stand for ever, and now and then a target that the next one overwrites; every text is told once. */
const drawWrites = (random: RandomSource, round: number, problemIds: readonly string[]): readonly ProblemCommand[] =>
  Array.from({ length: WRITES }, (_, i): ProblemCommand => {
    const problemId = random.pick(problemIds)
    const text = `第${round}次，第${i}笔，${random.id()}。`
    return random.chance(0.25)
      ? { type: 'set-field', problemId, measureId: null, field: 'target', value: text }
      : { type: 'add-progress', problemId, measureId: null, on: day('2024-06-30'), text }
  })

describe.skipIf(NO_WINDOW)('killed in the middle of two hundred writes, twenty times', () => {
  test('the program has every write that it had called durable, as it was written', { timeout: 300_000 }, async () => {
    const random = randomSource(20_240_705)
    const application = await pageApplication('store-page')
    const userData = newUserData()
    const records = believableLedger({ problems: 40, seed: 9, livedIn: 0 })
    const problemIds = records.problem.map(({ id }) => id)
    const entries: string[] = []
    /** Per problem, the last acknowledged target and those sent after it: what may stand now. */
    const targets = new Map(records.problem.map(({ id, target }) => [id, [target]]))
    let ledgerId = ''
    let acknowledgedInAll = 0
    for (let round = 1; round <= ROUNDS + 1; round++) {
      const program = await launchProgram({ application, userData })
      expect(await program.window.getAttribute('html', 'data-ready')).toBe('true')
      if (round === 1) ledgerId = await program.window.evaluate((made) => window.store.create(made), records)
      const standing = await readBack(program.window, ledgerId)
      expect(
        entries.filter((text) => !standing.entries.includes(text)),
        `lost before start ${round}`,
      ).toEqual([])
      for (const [id, allowed] of targets) {
        const target = standing.targets.get(id) ?? ''
        expect(allowed, `target before start ${round}`).toContain(target)
        targets.set(id, [target])
      }
      if (round > ROUNDS) {
        await program.close()
        break
      }

      const commands = drawWrites(random, round, problemIds)
      // A busy machine goes on writing for a while before the kill has reached every process.
      const killAfter = random.whole(10, WRITES - 80)
      const acknowledged = new Set<number>()
      let enough = (): void => undefined
      const reached = new Promise<void>((resolve) => {
        enough = resolve
      })
      await program.window.exposeFunction('acknowledged', (place: number) => {
        acknowledged.add(place)
        if (acknowledged.size === killAfter) enough()
      })
      // The page is killed under this call.
      const writing = program.window
        .evaluate(([id, list]) => window.store.write(id, list), [ledgerId, commands] as const)
        .then(
          () => 'finished',
          () => 'cut',
        )
      await reached
      await pause(random.whole(0, 15))
      await program.kill9()
      expect(await writing).toBe('cut')
      expect(acknowledged.size).toBeLessThan(WRITES)
      commands.forEach((command, i) => {
        if (command.type === 'add-progress' && acknowledged.has(i)) entries.push(command.text)
        if (command.type === 'set-field')
          targets.set(
            command.problemId,
            acknowledged.has(i) ? [command.value] : [...(targets.get(command.problemId) ?? []), command.value],
          )
      })
      acknowledgedInAll += acknowledged.size
    }
    expect(acknowledgedInAll).toBeGreaterThan(ROUNDS * 10)
    process.stdout.write(`kill -9: ${acknowledgedInAll} acknowledged writes stand after ${ROUNDS} kills\n`)
  })
})

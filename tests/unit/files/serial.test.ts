import { expect, test } from 'vitest'
import { inTurn } from '../../../electron/files/serial.ts'

test('a task that throws does not hold up the next', async () => {
  const turn = inTurn()
  const failed = turn(() => Promise.reject(new Error('a bug')))
  const next = turn(() => Promise.resolve('done'))
  await expect(failed).rejects.toThrow('a bug')
  expect(await next).toBe('done')
})

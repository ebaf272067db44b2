import { expect, test } from 'vitest'
import { type SplitPiece, typedAfterMove } from '../../../shared/domain/split-plan.ts'

const piece: SplitPiece = { key: 's1', of: 'statement', text: '第二句话也不好！', measureId: null }

test('a sentence that goes to a part somebody has typed into stands behind what was typed, and back again', () => {
  const typed = { '1/statement': '制度执行不严。' }
  const there = typedAfterMove(typed, piece, 0, 1)
  expect(there).toEqual({ '1/statement': '制度执行不严。第二句话也不好！' })
  expect(typedAfterMove(there, piece, 1, 0)).toEqual(typed)
})

test('a sentence leaves the text that was typed over the problem it stood in', () => {
  const typed = { '0/statement': '第一句话改过。第二句话也不好！' }
  expect(typedAfterMove(typed, piece, 0, 1)).toEqual({ '0/statement': '第一句话改过。' })
})

test('texts nobody typed are left to follow, and a measure moves no text', () => {
  expect(typedAfterMove({}, piece, 0, 1)).toEqual({})
  const typed = { '1/statement': '别的。' }
  expect(typedAfterMove(typed, { ...piece, of: 'measure' }, 0, 1)).toEqual(typed)
})

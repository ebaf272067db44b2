import { expect, test } from 'vitest'
import { type FoundDatabase, planStart } from '../../../renderer/data/start-plan.ts'

const marked = (fields: Partial<Extract<FoundDatabase, { type: 'marked' }>> = {}): FoundDatabase => ({
  type: 'marked',
  generation: 'g1',
  lastSequence: 7,
  documents: 40,
  counted: 40,
  ...fields,
})
const known = (lastSequence = 7, generation: string | null = 'g1') => ({ generation, lastSequence })

test.each([
  ['nothing anywhere is a new installation', { type: 'empty' } as FoundDatabase, known(0, null), { type: 'fresh' }],
  [
    'an empty database is not believed where changes were accepted',
    { type: 'empty' } as FoundDatabase,
    known(),
    { type: 'rebuild', because: 'missing' },
  ],
  [
    'an empty database is not believed where one was whole',
    { type: 'empty' } as FoundDatabase,
    known(0),
    { type: 'rebuild', because: 'missing' },
  ],
  [
    'one that cannot be read is made again',
    { type: 'unreadable' } as FoundDatabase,
    known(),
    { type: 'rebuild', because: 'unreadable' },
  ],
  [
    'one of another installation is not taken for ours',
    marked({ generation: 'g2' }),
    known(),
    { type: 'rebuild', because: 'other-generation' },
  ],
  ['missing documents are noticed', marked({ counted: 39 }), known(), { type: 'rebuild', because: 'incomplete' }],
  ['what the journal has more is replayed', marked(), known(9), { type: 'replay' }],
  ['a journal that has less is told', marked(), known(5), { type: 'journal-behind' }],
  ['a journal folder that is gone is told', marked(), known(0, null), { type: 'journal-behind' }],
  [
    'documents missing with nothing to bring them back from: what is left is kept',
    marked({ counted: 39 }),
    known(0, null),
    { type: 'journal-behind' },
  ],
  ['equal on both sides goes on', marked(), known(), { type: 'continue' }],
])('%s', (_, found, changes, plan) => {
  expect(planStart(found, changes)).toEqual(plan)
})

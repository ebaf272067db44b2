import { createHash } from 'node:crypto'
import type { MainPort } from '../../renderer/data/ports.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok } from '../../shared/base/result.ts'
import type { JournalEntry, Output, RouteName, StoreState } from '../../shared/ipc/contract.ts'

type Handlers = { readonly [R in RouteName]?: (input: never) => unknown }

/** The main process's part of the store, in memory. A test may cut the journal, refuse the next append, or take snapshots away. */
export interface FakeMain extends MainPort {
  readonly journal: JournalEntry[]
  readonly snapshots: Map<number, Map<string, Uint8Array>>
  readonly attachments: Map<string, Uint8Array>
  readonly incidents: StoreState['incidents'][number][]
  generation: string | null
  /** What a lost journal was told to go on behind. */
  raisedTo: number
  /** The next append is refused with this. */
  refuseNextAppend: Refusal | null
}

export const fakeMain = (): FakeMain => {
  const open = new Map<number, Map<string, Uint8Array>>()
  const main: FakeMain = {
    journal: [],
    snapshots: new Map(),
    attachments: new Map(),
    incidents: [],
    generation: null,
    raisedTo: 0,
    refuseNextAppend: null,
    invoke: async (route, input) => {
      if (route === 'attachment.get') {
        const bytes = main.attachments.get((input as { sha256: string }).sha256)
        return bytes ? ok({ bytes } as Output<typeof route>) : err({ type: 'attachment-missing' })
      }
      const handler = handlers[route] as ((input: unknown) => unknown) | undefined
      if (!handler) throw new Error(`the store does not ask for ${route}`)
      if (route === 'journal.append' && main.refuseNextAppend) {
        const refusal = main.refuseNextAppend
        main.refuseNextAppend = null
        return err(refusal)
      }
      return ok(handler(structuredClone(input)) as Output<typeof route>)
    },
  }
  const last = (): number => Math.max(main.raisedTo, newest(), main.journal.at(-1)?.sequence ?? 0)
  const newest = (): number => Math.max(0, ...main.snapshots.keys())
  const handlers: Handlers = {
    'attachment.put': ({ bytes }: { bytes: Uint8Array }) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      main.attachments.set(sha256, bytes)
      return { sha256 }
    },
    'app.installation': () => 'pc-1',
    'settings.read': () => ({ clerk: '王科', unit: '县委整改办', pc: 'PC-1', theme: 'light', scale: 100 }),
    'store.state': () => ({
      generation: main.generation,
      lastSequence: last(),
      snapshotSequence: newest(),
      entriesSinceSnapshot: main.journal.filter((entry) => entry.sequence > newest()).length,
      bytesSinceSnapshot: 0,
      damagedRecords: 0,
      incidents: [...main.incidents],
    }),
    'store.whole': ({ generation, lastSequence }: { generation: string; lastSequence: number }) => {
      main.generation = generation
      main.raisedTo = lastSequence
    },
    'store.discardDatabase': () => undefined,
    'store.incident': ({ type, count }: { type: string; count: number }) => {
      const incident = { at: 0, type, count, keptAside: null }
      main.incidents.push(incident)
      return incident
    },
    'journal.append': (entry: Omit<JournalEntry, 'sequence'>) => {
      const sequence = last() + 1
      main.journal.push({ ...entry, sequence })
      return { sequence }
    },
    'journal.readAfter': ({ sequence }: { sequence: number }) => {
      const after = main.journal.filter((entry) => entry.sequence > sequence)
      // Two at a time, so that paging is walked.
      return { entries: after.slice(0, 2), more: after.length > 2 }
    },
    'snapshot.begin': ({ sequence }: { sequence: number }) => {
      open.set(sequence, new Map())
    },
    'snapshot.add': ({ sequence, ledgerId, bytes }: { sequence: number; ledgerId: string; bytes: Uint8Array }) => {
      open.get(sequence)?.set(ledgerId, bytes)
    },
    'snapshot.finish': ({ sequence }: { sequence: number }) => {
      main.snapshots.set(sequence, open.get(sequence) ?? new Map())
    },
    'snapshot.newest': () =>
      main.snapshots.size === 0 ? null : { sequence: newest(), ledgerIds: [...(main.snapshots.get(newest())?.keys() ?? [])] },
    'snapshot.read': ({ sequence, ledgerId }: { sequence: number; ledgerId: string }) => ({
      bytes: main.snapshots.get(sequence)?.get(ledgerId),
    }),
  }
  return main
}

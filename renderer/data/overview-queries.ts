import { proxy, wrap } from 'comlink'
import { useLiveQuery } from 'dexie-react-hooks'
import { startTransition, useEffect, useState } from 'react'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import { inOrder } from '../../shared/domain/arrangement.ts'
import type { RecordOf } from '../../shared/domain/records/record-kinds.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import { invoke } from '../platform/bridge.ts'
import type { FiguresWorker } from '../workers/figures-worker.ts'
import type { FiguresHost, Overview } from './figures-host.ts'
import { windowDb } from './queries.ts'

type AsyncHost = {
  readonly [M in 'overview' | 'newlyOverdue' | 'period' | 'compare' | 'rows']: (
    ...args: Parameters<FiguresHost[M]>
  ) => Promise<Awaited<ReturnType<FiguresHost[M]>>>
}

/** Begun with the first overview, and kept: what it has read need not be read again. */
let connecting: Promise<AsyncHost> | null = null
const host = (): Promise<AsyncHost> => {
  connecting ??= (async () => {
    const worker = new Worker(new URL('../workers/figures-worker.ts', import.meta.url), { type: 'module', name: 'figures' })
    return (await wrap<FiguresWorker>(worker).connect(proxy(invoke) as never)) as unknown as AsyncHost
  })()
  return connecting
}

/** The numbers of 总览, computed in a worker. */
export const overviewFigures: AsyncHost = {
  overview: async (...args) => (await host()).overview(...args),
  newlyOverdue: async (...args) => (await host()).newlyOverdue(...args),
  period: async (...args) => (await host()).period(...args),
  compare: async (...args) => (await host()).compare(...args),
  rows: async (...args) => (await host()).rows(...args),
}

/** The last accepted change; undefined while it is being read. */
export const useLastSequence = (): number | undefined =>
  useLiveQuery(async () => (await windowDb.markers.get('marker'))?.lastSequence ?? 0, [])

interface Shown {
  readonly of: string
  readonly overview: Overview | null
}

/** What a person saw last stands there at once when he comes back, while it is computed again. */
let lastShown: Shown | undefined

/** The overview at a day, the one before while the next is being computed. Null where there is no such ledger. */
export const useOverview = (
  ledgerId: string,
  cutoff: PlainDate,
): { readonly overview: Overview | null | undefined; readonly isComputing: boolean } => {
  const sequence = useLastSequence()
  const [shown, setShown] = useState(lastShown)
  const [fault, setFault] = useState<unknown>(null)
  // What a worker throws is a bug: the page of the error boundary says so.
  if (fault !== null) throw fault
  const wanted = `${ledgerId}/${cutoff}/${sequence}`
  const own = shown?.of.startsWith(`${ledgerId}/`) ? shown : undefined
  const isFirst = own === undefined
  useEffect(() => {
    if (sequence === undefined) return undefined
    let isWanted = true
    const timer = setTimeout(
      () => {
        overviewFigures.overview(ledgerId, cutoff).then((overview) => {
          if (!isWanted) return
          lastShown = { of: wanted, overview }
          // Drawn a piece at a time: a key pressed meanwhile comes first.
          startTransition(() => setShown(lastShown))
        }, setFault)
      },
      isFirst ? 0 : SETTLE_MS,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [ledgerId, cutoff, sequence, wanted, isFirst])
  return { overview: own?.overview, isComputing: own?.of !== wanted }
}

/** Changes come in flocks: one is computed for all of them. */
const SETTLE_MS = 300

/** The periods of a ledger in the order they were frozen; undefined while they are being read. */
export const usePeriods = (ledgerId: string): readonly RecordOf<'snapshot'>[] | undefined =>
  useLiveQuery(async () => {
    const stored = await windowDb.records.get(documentKey('registers', ledgerId))
    return inOrder(byKind(stored?.records ?? []).snapshot)
  }, [ledgerId])

import { proxy, wrap } from 'comlink'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { inOrder } from '../../shared/domain/arrangement.ts'
import { templatesOf } from '../../shared/domain/notices/find-template.ts'
import type { NoticeTemplate } from '../../shared/domain/notices/notice-template.ts'
import type { Notice, RecordOf } from '../../shared/domain/records/record-kinds.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import { invoke } from '../platform/bridge.ts'
import type { NoticeWorker } from '../workers/notice-worker.ts'
import type { NoticeHost, NoticeReview, NoticeView, ShownSheet } from './notice-host.ts'
import { useLastSequence } from './overview-queries.ts'
import { windowDb } from './queries.ts'

type AsyncHost = {
  readonly [M in 'sheet' | 'review' | 'compare' | 'withheld']: (
    ...args: Parameters<NoticeHost[M]>
  ) => Promise<Awaited<ReturnType<NoticeHost[M]>>>
}

/** Begun with the first notice, and kept: what it has read need not be read again. */
let connecting: Promise<AsyncHost> | null = null
const host = (): Promise<AsyncHost> => {
  connecting ??= (async () => {
    const worker = new Worker(new URL('../workers/notice-worker.ts', import.meta.url), { type: 'module', name: 'notice' })
    return (await wrap<NoticeWorker>(worker).connect(proxy(invoke) as never)) as unknown as AsyncHost
  })()
  return connecting
}

/** Notices composed in a worker. */
export const composedNotices: AsyncHost = {
  sheet: async (...args) => (await host()).sheet(...args),
  review: async (...args) => (await host()).review(...args),
  compare: async (...args) => (await host()).compare(...args),
  withheld: async (...args) => (await host()).withheld(...args),
}

/** The notices of a ledger, their drafts and the templates they may take; undefined while they are being read. */
export interface NoticesOfLedger {
  readonly notices: readonly Notice[]
  readonly drafts: readonly RecordOf<'noticeDraft'>[]
  readonly templates: readonly NoticeTemplate[]
  readonly ownTemplates: readonly RecordOf<'noticeTemplate'>[]
  readonly blocks: readonly RecordOf<'noticeBlock'>[]
  readonly attachments: readonly RecordOf<'noticeAttachment'>[]
}

export const useNotices = (ledgerId: string): NoticesOfLedger | undefined =>
  useLiveQuery(async () => {
    const [stored, others] = await Promise.all([
      windowDb.records.where('[ledgerId+kind]').equals([ledgerId, 'notice']).toArray(),
      windowDb.records.bulkGet([documentKey('outline', ledgerId), documentKey('registers', ledgerId)]),
    ])
    const records = byKind([...stored, ...others.flatMap((one) => one ?? [])].flatMap(({ records }) => records))
    return {
      notices: inOrder(records.notice),
      drafts: inOrder(records.noticeDraft),
      templates: templatesOf(records),
      ownTemplates: inOrder(records.noticeTemplate),
      blocks: inOrder(records.noticeBlock),
      attachments: inOrder(records.noticeAttachment),
    }
  }, [ledgerId])

/** Computed again after every change, a while after the last; what stood before stays shown meanwhile. Null: gone. */
const useComposed = <T>(
  view: NoticeView | null,
  compose: (view: NoticeView) => Promise<T | null>,
  settleMs: number,
): T | null | undefined => {
  const sequence = useLastSequence()
  const [shown, setShown] = useState<{ readonly of: string; readonly noticeId: string; readonly value: T | null }>()
  const [fault, setFault] = useState<unknown>(null)
  // What a worker throws is a bug: the page of the error boundary says so.
  if (fault !== null) throw fault
  const key = view === null ? '' : JSON.stringify(view)
  const isFirst = shown?.of !== key
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the view
  useEffect(() => {
    if (sequence === undefined || view === null) return undefined
    let isWanted = true
    const timer = setTimeout(
      () =>
        void compose(view).then(
          (value) => (isWanted ? setShown({ of: key, noticeId: view.noticeId, value }) : undefined),
          setFault,
        ),
      isFirst ? 0 : settleMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [key, sequence, isFirst, settleMs, compose])
  // Another edition of the same notice has nearly the same words: what stood there stays until it is composed.
  const isSameNotice = shown !== undefined && view !== null && shown.noticeId === view.noticeId
  return shown?.of === key || isSameNotice ? shown?.value : undefined
}

export const useSheet = (view: NoticeView | null): ShownSheet | null | undefined => useComposed(view, composedNotices.sheet, 60)

export const useNoticeReview = (view: NoticeView | null): NoticeReview | null | undefined =>
  useComposed(view, composedNotices.review, 500)

import { expose, type ProxyMarked, proxy } from 'comlink'
import { z } from 'zod'
import { LedgerDatabase } from '../data/database.ts'
import { NoticeHost } from '../data/notice-host.ts'
import type { MainPort } from '../data/ports.ts'

z.config({ jitless: true })

/** Notices are composed here, away from the window's thread; files of drafts are asked for through the window. */
const worker = {
  connect: (invoke: MainPort['invoke']): NoticeHost & ProxyMarked => proxy(new NoticeHost(new LedgerDatabase(), { invoke })),
}

export type NoticeWorker = typeof worker

expose(worker)

import { expose, type ProxyMarked, proxy } from 'comlink'
import { z } from 'zod'
import { LedgerDatabase } from '../data/database.ts'
import { FiguresHost } from '../data/figures-host.ts'
import type { MainPort } from '../data/ports.ts'

z.config({ jitless: true })

/** Numbers are computed here, away from the window's thread; periods' files are asked for through the window. */
const worker = {
  connect: (invoke: MainPort['invoke']): FiguresHost & ProxyMarked => proxy(new FiguresHost(new LedgerDatabase(), { invoke })),
}

export type FiguresWorker = typeof worker

expose(worker)

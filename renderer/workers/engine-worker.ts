import { expose, type ProxyMarked, proxy } from 'comlink'
import { z } from 'zod'
import type { EngineHost } from '../data/engine-host.ts'
import type { MainPort } from '../data/ports.ts'
import { windowClock, windowIds } from '../platform/window-ports.ts'

/** The one owner of document bytes. It reaches the main process through the window, which lends it the bridge. */
z.config({ jitless: true })

const worker = {
  connect: async (invoke: MainPort['invoke'], programVersion: string): Promise<EngineHost & ProxyMarked> => {
    // The engine waits for its WebAssembly while it loads; a worker that waited with it would miss the window's first message.
    const { createEngineHost } = await import('../data/engine-host.ts')
    return proxy(createEngineHost({ clock: windowClock, ids: windowIds, main: { invoke }, programVersion }))
  },
}

export type EngineWorker = typeof worker

expose(worker)

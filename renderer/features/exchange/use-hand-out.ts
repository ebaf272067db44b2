import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import type { Result } from '../../../shared/base/result.ts'
import { digestOf } from '../../../shared/exchange/digest.ts'
import { exchangeStore, lock } from '../../data/exchange-client.ts'
import type { WrittenPackage } from '../../data/hand-out.ts'
import type { SentPackage } from '../../data/ledger-exchange.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { HAND_OUT_WORDS as WORDS } from '../../messages/exchange.ts'
import { invoke } from '../../platform/bridge.ts'
import { windowClock } from '../../platform/window-ports.ts'

/** What goes out. */
export type HandOutKind = 'slice' | 'reply' | 'whole' | 'backup'

/** One file that is to be written. */
export interface HandOutItem {
  readonly ledgerId: string
  readonly title: string
  /** Whose part it is, for the name of the file; empty where that is nobody's. */
  readonly unit: string
  /** Who it goes to, for the 收发登记; empty where nobody knows. */
  readonly to: string
}

export interface WantedHandOut {
  readonly kind: HandOutKind
  readonly items: readonly HandOutItem[]
  readonly withAttachments: boolean
  /** Null: open. */
  readonly passphrase: string | null
  readonly folder: string
}

export interface WrittenFile {
  readonly name: string
  /** Null: one of this name stands there and was left. */
  readonly path: string | null
}

export type HandOutStage =
  | { readonly type: 'choose' }
  | { readonly type: 'writing'; readonly done: number; readonly of: number; readonly name: string }
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly written: readonly WrittenFile[] }
  | { readonly type: 'done'; readonly written: readonly WrittenFile[] }

/**
 * Files onto a stick, one after the other: made, locked where it is wanted, written and read back by main. What stands there is noted in the
 * 收发登记 at once, also when a later one fails.
 */
export const useHandOut = (askReplace: (name: string) => Promise<boolean>) => {
  const [stage, setStage] = useState<HandOutStage>({ type: 'choose' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async ({ kind, items, withAttachments, passphrase, folder }: WantedHandOut) => {
    const abort = new AbortController()
    running.current = abort
    const { signal } = abort
    const written: WrittenFile[] = []
    const refuse = (refusal: Refusal) => setStage({ type: 'refused', refusal, written })
    for (const [i, { ledgerId, title, unit, to }] of items.entries()) {
      const name = [WORDS.names[kind], unit, title, windowClock.today()]
        .filter((part) => part !== '')
        .join('_')
        .slice(0, 180)
      setStage({ type: 'writing', done: i, of: items.length, name })
      const made = await make(ledgerId, kind, unit, withAttachments)
      if (!made.ok) return refuse(made.error)
      if (signal.aborted) break
      let { bytes } = made.value
      if (passphrase !== null) {
        const locked = await lock(bytes, passphrase, signal)
        if (!locked.ok) return refuse(locked.error)
        if (locked.value === null) break
        bytes = locked.value
      }
      const file = { folder, name, extension: 'zgtz', bytes } as const
      let saved = await invoke('folder.write', { ...file, replace: false })
      if (saved.ok && saved.value.path === null && (await askReplace(`${name}.zgtz`)))
        saved = await invoke('folder.write', { ...file, replace: true })
      if (!saved.ok) return refuse(saved.error)
      const { path } = saved.value
      written.push({ name: `${name}.zgtz`, path })
      // A backup is nobody's business but this PC's.
      if (path !== null && kind !== 'backup') {
        const noted = await exchangeStore.noteSent(ledgerId, [noteOf(kind, to, made.value)])
        if (!noted.ok) return refuse(noted.error)
      }
      if (signal.aborted) break
    }
    setStage({ type: 'done', written })
  }
  return { stage, run, cancel: () => running.current?.abort(), again: () => setStage({ type: 'choose' }) }
}

const noteOf = (kind: SentPackage['purpose'], unit: string, { digest, problems, changes }: WrittenPackage): SentPackage => ({
  purpose: kind,
  unit,
  digest,
  problems,
  changes,
})

const make = async (
  ledgerId: string,
  kind: HandOutKind,
  unit: string,
  withAttachments: boolean,
): Promise<Result<WrittenPackage, Refusal>> => {
  if (kind === 'slice') return exchangeStore.slice(ledgerId, { unit, withAttachments })
  if (kind === 'reply') return exchangeStore.reply(ledgerId, withAttachments)
  const whole = await ledgerStore.packageOf(ledgerId, kind)
  return whole.ok ? { ok: true, value: { bytes: whole.value, digest: digestOf(whole.value), problems: 0, changes: 0 } } : whole
}

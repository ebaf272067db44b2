import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import type { RelatedChoice } from '../../../shared/exchange/place-problems.ts'
import { exchangeStore, unlock } from '../../data/exchange-client.ts'
import type { SeenPackage } from '../../data/ledger-exchange.ts'
import type { SuggestedRelation } from '../../data/relate-packages.ts'
import { ledgerStore } from '../../data/store-client.ts'
import type { ShownPlan, TakenIn } from '../../data/take-packages.ts'
import { invoke } from '../../platform/bridge.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { NOTHING_OUT, type PlanChoices, rejectionsOf } from './choices.ts'
import { choiceOfPairs, firstPairs, type PairChoices } from './pairs-view.tsx'

export interface IncomingFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file that was read, and what it is. */
export type SortedFile = IncomingFile &
  (
    | { readonly type: 'locked'; readonly refusal: Refusal | null }
    | { readonly type: 'refused'; readonly refusal: Refusal }
    | { readonly type: 'seen'; readonly seen: SeenPackage }
    /** A 签收回执 that was noted. */
    | { readonly type: 'noted'; readonly line: string }
  )

export type ReceiveStage =
  | { readonly type: 'choose'; readonly isEmptyFolder: boolean }
  | { readonly type: 'reading' | 'planning' | 'taking'; readonly done: number; readonly of: number }
  | { readonly type: 'sorted' }
  | { readonly type: 'pairs'; readonly home: Home; readonly file: IncomingFile; readonly suggested: SuggestedRelation }
  | {
      readonly type: 'plan'
      readonly home: Home
      readonly files: readonly IncomingFile[]
      readonly relation: RelatedChoice | null
      readonly plan: ShownPlan
    }
  | { readonly type: 'done'; readonly home: Home; readonly taken: TakenIn; readonly isNew: boolean }

export interface Home {
  readonly ledgerId: string
  readonly title: string
}

/** The ledgers these files can be merged into, each with its files. */
export const homesOf = (
  files: readonly SortedFile[],
): readonly { readonly home: Home; readonly files: readonly IncomingFile[] }[] => {
  const homes = new Map<string, { readonly home: Home; readonly files: IncomingFile[] }>()
  for (const file of files) {
    if (file.type !== 'seen' || file.seen.home === null || file.seen.purpose === 'receipt') continue
    const own = homes.get(file.seen.home.ledgerId) ?? { home: file.seen.home, files: [] }
    own.files.push(file)
    homes.set(file.seen.home.ledgerId, own)
  }
  return [...homes.values()]
}

/** Files from the stick to the ledger: read, sorted, planned, and merged as they are decided. Nothing is written before `take`. */
export const useReceive = (handed: readonly IncomingFile[], stick: string | null) => {
  const tellRefusal = useTellRefusal()
  const [stage, setStage] = useState<ReceiveStage>({ type: 'choose', isEmptyFolder: false })
  const [sorted, setSorted] = useState<readonly SortedFile[]>([])
  const [choices, setChoices] = useState<PlanChoices>(NOTHING_OUT)
  const [pairs, setPairs] = useState<PairChoices>(new Map())
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const begin = (): AbortSignal => {
    running.current?.abort()
    running.current = new AbortController()
    return running.current.signal
  }

  const sortOne = async (file: IncomingFile): Promise<SortedFile> => {
    const seen = await exchangeStore.lookAt(file.bytes)
    if (!seen.ok)
      return seen.error.type === 'package-locked'
        ? { ...file, type: 'locked', refusal: null }
        : { ...file, type: 'refused', refusal: seen.error }
    if (seen.value.purpose !== 'receipt') return { ...file, type: 'seen', seen: seen.value }
    const noted = await exchangeStore.noteReceipt(file.bytes)
    return noted.ok ? { ...file, type: 'noted', line: noted.value.line } : { ...file, type: 'refused', refusal: noted.error }
  }
  const read = async (files: readonly IncomingFile[]) => {
    const signal = begin()
    const found: SortedFile[] = []
    for (const [i, file] of files.entries()) {
      setStage({ type: 'reading', done: i, of: files.length })
      found.push(await sortOne(file))
      if (signal.aborted) return
    }
    await show(found)
  }
  /** Straight on to the plan where nothing else is to be decided. */
  const show = async (found: readonly SortedFile[]) => {
    setSorted(found)
    setStage({ type: 'sorted' })
    const [only, ...others] = homesOf(found)
    if (only !== undefined && others.length === 0 && only.files.length === found.length) await plan(only.home, only.files)
    const [file, ...more] = found
    if (more.length === 0 && file?.type === 'seen' && file.seen.home === null && file.seen.purpose === 'slice')
      await openNew(file)
  }
  const plan = async (home: Home, files: readonly IncomingFile[], relation: RelatedChoice | null = null) => {
    const signal = begin()
    setStage({ type: 'planning', done: 0, of: 0 })
    const answer = await exchangeStore.plan(
      home.ledgerId,
      { files: files.map(({ bytes }) => bytes), relation },
      (done, of) => setStage({ type: 'planning', done, of }),
      signal,
    )
    if (signal.aborted) return
    if (!answer.ok) {
      tellRefusal(answer.error)
      if (files.length > 1) await markRefused(home, files, signal)
      return setStage({ type: 'sorted' })
    }
    if (answer.value === null) return setStage({ type: 'sorted' })
    setChoices(NOTHING_OUT)
    setStage({ type: 'plan', home, files, relation, plan: answer.value })
  }
  /** One file of many that cannot be taken must not hold back the others: each is tried alone, and says what is wrong with it. */
  const markRefused = async (home: Home, files: readonly IncomingFile[], signal: AbortSignal) => {
    const refused = new Map<string, Refusal>()
    for (const [i, { name, bytes }] of files.entries()) {
      setStage({ type: 'planning', done: i, of: files.length })
      const alone = await exchangeStore.plan(home.ledgerId, { files: [bytes], relation: null }, () => undefined, signal)
      if (signal.aborted) return
      if (!alone.ok) refused.set(name, alone.error)
    }
    setSorted((now) =>
      now.map((file) => {
        const refusal = refused.get(file.name)
        return refusal === undefined ? file : { name: file.name, bytes: file.bytes, type: 'refused', refusal }
      }),
    )
  }
  /** A ledger typed apart: which of its problems are ours is asked first. */
  const relate = async (home: Home, file: IncomingFile) => {
    const signal = begin()
    setStage({ type: 'planning', done: 0, of: 0 })
    const suggested = await exchangeStore.suggestRelation(home.ledgerId, file.bytes)
    if (signal.aborted) return
    if (!suggested.ok) {
      tellRefusal(suggested.error)
      return setStage({ type: 'sorted' })
    }
    setPairs(firstPairs(suggested.value))
    setStage({ type: 'pairs', home, file, suggested: suggested.value })
  }
  const confirmPairs = async () => {
    if (stage.type === 'pairs') await plan(stage.home, [stage.file], choiceOfPairs(pairs))
  }
  const take = async () => {
    if (stage.type !== 'plan') return
    const { home, files, relation, plan: shown } = stage
    const signal = begin()
    setStage({ type: 'taking', done: 0, of: 0 })
    const answer = await exchangeStore.takeIn(
      home.ledgerId,
      { files: files.map(({ bytes }) => bytes), relation },
      { token: shown.token, rejections: rejectionsOf(shown.documents, choices) },
      (done, of) => setStage({ type: 'taking', done, of }),
      signal,
    )
    if (!answer.ok) {
      tellRefusal(answer.error)
      // What was decided stands, unless the plan is no longer true.
      return answer.error.type === 'plan-outdated' ? plan(home, files, relation) : setStage(stage)
    }
    if (answer.value === null) return setStage(stage)
    const taken = new Set(files.map(({ name }) => name))
    setSorted((now) => now.filter(({ name }) => !taken.has(name)))
    setStage({ type: 'done', home, taken: answer.value, isNew: false })
  }
  const unlockAll = async (passphrase: string) => {
    const signal = begin()
    const found: SortedFile[] = []
    for (const [i, file] of sorted.entries()) {
      setStage({ type: 'reading', done: i, of: sorted.length })
      if (file.type !== 'locked') {
        found.push(file)
        continue
      }
      const opened = await unlock(file.bytes, passphrase, signal)
      if (signal.aborted) return
      if (!opened.ok) found.push({ ...file, refusal: opened.error })
      else if (opened.value !== null) found.push(await sortOne({ name: file.name, bytes: opened.value }))
    }
    await show(found)
  }
  const openNew = async (file: SortedFile) => {
    if (file.type !== 'seen') return
    const { title } = file.seen.ledger
    setStage({ type: 'reading', done: 0, of: 1 })
    const opened = await ledgerStore.openPackage(file.bytes)
    if (!opened.ok) {
      tellRefusal(opened.error)
      return setStage({ type: 'sorted' })
    }
    const { ledgerId } = opened.value
    const receipt = await exchangeStore.noteOpened(ledgerId, file.bytes)
    if (!receipt.ok) tellRefusal(receipt.error)
    const seen = receipt.ok ? await exchangeStore.lookAt(receipt.value) : receipt
    const receipts =
      receipt.ok && seen.ok && seen.value.receipt !== null
        ? [{ unit: file.seen.sender.unit, bytes: receipt.value, receipt: seen.value.receipt }]
        : []
    setSorted((now) => now.filter(({ name }) => name !== file.name))
    setStage({ type: 'done', home: { ledgerId, title }, taken: { taken: 0, rejected: 0, conflicts: 0, receipts }, isNew: true })
  }
  const chooseFiles = async () => {
    const chosen = await invoke('file.openMany', undefined)
    if (!chosen.ok) tellRefusal(chosen.error)
    else if (chosen.value !== null) await read(chosen.value)
  }
  /** Everything in a folder, or on a stick. */
  const readFolder = async (folder: string) => {
    const listed = await invoke('folder.packages', { folder })
    if (!listed.ok) return tellRefusal(listed.error)
    if (listed.value.length === 0) return setStage({ type: 'choose', isEmptyFolder: true })
    const signal = begin()
    const files: IncomingFile[] = []
    for (const [i, { name }] of listed.value.entries()) {
      setStage({ type: 'reading', done: i, of: listed.value.length })
      const file = await invoke('folder.read', { folder, name })
      if (signal.aborted) return
      if (!file.ok) {
        tellRefusal(file.error)
        return setStage({ type: 'choose', isEmptyFolder: false })
      }
      files.push(file.value)
    }
    await read(files)
  }
  const chooseFolder = async () => {
    const chosen = await invoke('folder.choose', undefined)
    if (!chosen.ok) tellRefusal(chosen.error)
    else if (chosen.value !== null) await readFolder(chosen.value.folder)
  }
  const cancel = () => {
    running.current?.abort()
    setStage(sorted.length > 0 ? { type: 'sorted' } : { type: 'choose', isEmptyFolder: false })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the files it was opened with are read once
  useEffect(() => {
    if (handed.length > 0) void read(handed)
    else if (stick !== null) void readFolder(stick)
  }, [])
  return {
    ...{ stage, sorted, choices, setChoices, cancel },
    ...{ read, chooseFiles, chooseFolder, readFolder, plan, take, unlockAll, openNew },
    ...{ pairs, setPairs, relate, confirmPairs },
    back: () => setStage(sorted.length > 0 ? { type: 'sorted' } : { type: 'choose', isEmptyFolder: false }),
  }
}

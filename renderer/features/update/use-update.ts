import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import type { TableComparison } from '../../../shared/intake/table-comparison.ts'
import type { LeftOut } from '../../../shared/messages/left-out.ts'
import { lastAct } from '../../data/last-act.ts'
import { useDeadlineAnchors, useTypingYear } from '../../data/queries.ts'
import { actsOfUpdate, compareTable, ledgerStore } from '../../data/store-client.ts'
import { UPDATE_WORDS } from '../../messages/update.ts'
import { invoke } from '../../platform/bridge.ts'
import { windowClock } from '../../platform/window-ports.ts'
import { useTellAdvice } from '../../ui/advice-notice.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'
import { firstChoices, type UpdateChoices } from './choices.ts'

export interface IncomingFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface NotWritten {
  readonly title: string
  readonly why: LeftOut
}

export type UpdateStage =
  | { readonly type: 'choose' }
  | { readonly type: 'reading' | 'writing'; readonly name: string }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'compared'; readonly name: string; readonly comparison: TableComparison }
  | { readonly type: 'left-out'; readonly items: readonly NotWritten[] }

/** A table beside the ledger: read, compared, and written as one act. Nothing is written before `write`. */
export const useUpdate = (ledgerId: string, onClose: () => void) => {
  const tellRefusal = useTellRefusal()
  const tellAdvice = useTellAdvice()
  const tellDone = useTellRemoval()
  const year = useTypingYear(ledgerId)
  const anchors = useDeadlineAnchors(ledgerId)
  const [stage, setStage] = useState<UpdateStage>({ type: 'choose' })
  const [choices, setChoices] = useState<UpdateChoices>({ ids: new Set(), deadlines: new Map() })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const begin = (): AbortSignal => {
    running.current?.abort()
    running.current = new AbortController()
    return running.current.signal
  }

  const read = async (file: IncomingFile) => {
    const signal = begin()
    setStage({ type: 'reading', name: file.name })
    const answer = await compareTable(ledgerId, file, windowClock.today(), signal)
    if (signal.aborted) return
    if (!answer.ok) return setStage({ type: 'refused', refusal: answer.error })
    if (answer.value === null) return
    setChoices(firstChoices(answer.value.difference))
    setStage({ type: 'compared', name: file.name, comparison: answer.value })
  }
  const choose = async () => {
    const chosen = await invoke('file.open', { kind: 'text' })
    if (!chosen.ok) tellRefusal(chosen.error)
    else if (chosen.value) await read(chosen.value)
  }
  const cancel = () => {
    running.current?.abort()
    setStage({ type: 'choose' })
  }
  const write = async () => {
    if (stage.type !== 'compared') return
    const { name, comparison } = stage
    const back = () => setStage(stage)
    const signal = begin()
    setStage({ type: 'writing', name })
    const acts = await actsOfUpdate(ledgerId, comparison.difference, choices, { year, anchors }, signal)
    if (!acts.ok) {
      tellRefusal(acts.error)
      return back()
    }
    if (acts.value === null) return back()
    const { command, leftOut } = acts.value
    const items = leftOut.map(({ id, why }) => ({ title: titleOf(comparison, id), why }))
    if (command !== null) {
      const answer = await ledgerStore.run(ledgerId, command)
      if (!answer.ok) {
        tellRefusal(answer.error)
        return back()
      }
      tellAdvice(answer.value.intent, answer.value.advice)
      if (answer.value.sequence !== null) tellDone(UPDATE_WORDS.written(choices.ids.size - items.length, name), lastAct(ledgerId))
    }
    if (items.length > 0) setStage({ type: 'left-out', items })
    else onClose()
  }
  return { stage, choices, setChoices, read, choose, cancel, write }
}

const titleOf = ({ difference }: TableComparison, id: string): string => {
  for (const { number, changes } of difference.changed) {
    const change = changes.find((one) => one.id === id)
    if (change) return `${UPDATE_WORDS.problem(number)} · ${change.title}`
  }
  return difference.newProblems.find((one) => one.id === id)?.cells['statement'] ?? ''
}

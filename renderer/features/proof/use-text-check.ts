import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { type DecidedFinding, type Saying, withDecisions } from '../../../shared/proof/decisions.ts'
import type { Proof } from '../../../shared/proof/proof.ts'
import { checkText, type IncomingSource, readDocument } from '../../data/store-client.ts'
import { TEXT_CHECK_WORDS } from '../../messages/text-check.ts'
import { windowClock } from '../../platform/window-ports.ts'

export interface CheckedText {
  readonly name: string
  readonly text: string
  readonly proof: Proof
}

export type TextCheckStage =
  | { readonly type: 'choose' }
  | { readonly type: 'reading'; readonly name: string }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | ({ readonly type: 'checked' } & CheckedText)

/** One text from outside: read, checked, and what a person says of its findings, which lives as long as the dialog. */
export const useTextCheck = (ledgerId: string | null) => {
  const [stage, setStage] = useState<TextCheckStage>({ type: 'choose' })
  const [decisions, setDecisions] = useState<readonly Saying[]>([])
  const [isAgainst, setIsAgainst] = useState(ledgerId !== null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const prove = async (name: string, text: string, against: boolean, signal: AbortSignal) => {
    const proof = await checkText(text, against ? ledgerId : null, windowClock.today(), signal)
    if (signal.aborted) return
    if (!proof.ok) return setStage({ type: 'refused', refusal: proof.error })
    if (proof.value !== null) setStage({ type: 'checked', name, text, proof: proof.value })
  }
  /** A text that has nothing to do with the open ledger is checked alone. */
  const setAgainst = (against: boolean) => {
    setIsAgainst(against)
    if (stage.type !== 'checked') return
    running.current?.abort()
    running.current = new AbortController()
    void prove(stage.name, stage.text, against, running.current.signal)
  }
  const check = async (source: IncomingSource) => {
    running.current?.abort()
    running.current = new AbortController()
    const { signal } = running.current
    const name = typeof source === 'string' ? TEXT_CHECK_WORDS.pasted : source.name
    setDecisions([])
    setStage({ type: 'reading', name })
    const read = await readDocument(source, signal)
    if (signal.aborted || (read.ok && read.value === null)) return
    if (!read.ok) return setStage({ type: 'refused', refusal: read.error })
    await prove(name, read.value?.text ?? '', isAgainst, signal)
  }
  const decide = ({ fingerprint }: DecidedFinding, verdict: Saying['verdict'], reason: string | null) => {
    const id = String(decisions.length).padStart(6, '0')
    setDecisions([...decisions, { id, order: id, ...fingerprint, verdict, reason }])
  }
  return {
    stage,
    decided: stage.type === 'checked' ? withDecisions(stage.proof.findings, stage.text, decisions) : [],
    isAgainst,
    setAgainst,
    hasDecisions: decisions.length > 0,
    check,
    decide,
    takeBack: ({ decision }: DecidedFinding) => setDecisions(decisions.filter(({ id }) => id !== decision?.id)),
    cancel: () => {
      running.current?.abort()
      setStage({ type: 'choose' })
    },
  }
}

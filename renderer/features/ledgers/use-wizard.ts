import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import {
  emptyLedger,
  type FrameDifference,
  frameDifferences,
  frameKey,
  frameShape,
  type TypedFrame,
  usualTitle,
  withTypedFrame,
} from '../../../shared/domain/new-ledger.ts'
import type { LedgerRecords } from '../../../shared/domain/records/record-kinds.ts'
import type { TableReading } from '../../../shared/intake/find-table.ts'
import type { IncomingDocument } from '../../../shared/intake/incoming.ts'
import type { HeadingCorrection } from '../../../shared/intake/table-vocabulary.ts'
import { type IncomingSource, ledgerStore, readDocument, suggestFrom } from '../../data/store-client.ts'
import { INTAKE_WORDS } from '../../messages/ledgers.ts'
import { invoke } from '../../platform/bridge.ts'
import { windowClock, windowIds } from '../../platform/window-ports.ts'
import { type IntakeSource, useScreen } from '../../state/screen.ts'
import { useDraft } from '../../state/use-draft.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import type { IntakeChoices, SuggestedLedger } from '../../workers/intake-worker.ts'
import { DUTY_FIELDS, FACT_FIELDS, LIST_FIELDS, THRESHOLD_FIELDS, TITLE_FIELD } from './frame-fields.ts'
import { headingCorrections, rememberHeading } from './heading-corrections.ts'

export type WizardStep =
  | { readonly type: 'facts' | 'choose' | 'paste' | 'reading' | 'preview' | 'splits' | 'columns' | 'settings' }
  | { readonly type: 'refused'; readonly refusal: Refusal }

/** Everything the way to a new ledger knows: what was typed and read so far, where it stands, and how it goes on. */
export const useWizard = (source: IntakeSource) => {
  const { goHome, openLedger } = useScreen.getState()
  const tellRefusal = useTellRefusal()
  const { message, modal } = App.useApp()
  const [step, setStep] = useState<WizardStep>(firstStep(source))
  const [typed, setTyped] = useState<TypedFrame>({})
  /** Null: nothing was read, the ledger begins empty. */
  const [suggested, setSuggested] = useState<SuggestedLedger | null>(null)
  const [document, setDocument] = useState<IncomingDocument | null>(null)
  const [choices, setChoices] = useState<IntakeChoices>(NO_CHOICES)
  const [percent, setPercent] = useState<number | null>(null)
  const reading = useRef<AbortController | null>(null)

  // Only 建立台账 saves them: until then whatever would take them away stays, and says how to go on.
  const stays = (words: string) => async () => {
    void message.warning({ key: 'intake', content: words, duration: 8 })
    return false
  }
  const pasted = useDraft({
    id: 'intake',
    what: INTAKE_WORDS.pasteTitle,
    save: stays(INTAKE_WORDS.keepsText),
    show: () => setStep((now) => (now.type === 'choose' ? { type: 'paste' } : now)),
  })
  const facts = useDraft({
    id: 'intake-facts',
    what: INTAKE_WORDS.factsDraft,
    save: stays(INTAKE_WORDS.keepsFacts),
    show: () => undefined,
  })
  const text = pasted.draft ?? ''
  const setText = (next: string) => pasted.setDraft(next === '' ? null : next)
  const type = (key: string, value: string) => {
    const next = { ...typed, [key]: value }
    setTyped(next)
    facts.setDraft(summaryOf(next))
  }

  const begin = (): AbortSignal => {
    reading.current?.abort()
    reading.current = new AbortController()
    return reading.current.signal
  }
  const read = async (from: IncomingSource) => {
    const signal = begin()
    setStep({ type: 'reading' })
    const answer = await readDocument(from, signal)
    if (signal.aborted) return
    if (!answer.ok) return setStep({ type: 'refused', refusal: answer.error })
    if (answer.value === null) return
    setDocument(answer.value)
    const choices = { ...NO_CHOICES, corrections: await headingCorrections() }
    await suggest(answer.value, choices, signal)
  }
  /** The ledger as it would be with these choices. A refusal of choices that were corrected leaves the last one standing. */
  const suggest = async (from: IncomingDocument, next: IntakeChoices, signal: AbortSignal): Promise<boolean> => {
    const answer = await suggestFrom(from, next, windowClock.today(), signal)
    if (signal.aborted || (answer.ok && answer.value === null)) return false
    if (!answer.ok) {
      if (suggested === null) setStep({ type: 'refused', refusal: answer.error })
      else tellRefusal(answer.error)
      return false
    }
    setChoices(next)
    setSuggested(answer.value)
    setStep((now) => (now.type === 'reading' ? { type: 'preview' } : now))
    return true
  }
  /** Something was put right by hand: the suggestion follows. */
  const choose = (change: Partial<IntakeChoices>): Promise<boolean> =>
    document === null ? Promise.resolve(false) : suggest(document, { ...choices, ...change }, begin())
  /** What a heading means is remembered for every table that comes later. */
  const correctColumns = async (readings: readonly TableReading[], correction: HeadingCorrection | null) => {
    const corrections = correction === null ? choices.corrections : await rememberHeading(correction)
    await choose({ asKind: 'table', readings, corrections })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one reading for one source
  useEffect(() => {
    if (source.type === 'read') void read(source.from)
    else setStep(firstStep(source))
    return () => reading.current?.abort()
  }, [source])

  const readFile = async () => {
    const chosen = await invoke('file.open', { kind: 'text' })
    if (!chosen.ok) tellRefusal(chosen.error)
    else if (chosen.value) await read(chosen.value)
  }
  /** The records as they would be made now; null after the refusal was told. */
  const framed = (): LedgerRecords | null => {
    const answer = withTypedFrame(suggested?.records ?? emptyLedger(windowIds, windowClock.today()), withTitle(typed, suggested))
    if (answer.ok) return answer.value
    tellRefusal(answer.error)
    return null
  }
  const goTo = (next: WizardStep['type'] & ('facts' | 'choose' | 'paste' | 'preview' | 'splits' | 'columns' | 'settings')) => {
    if (withTypedFrame(emptyLedger(windowIds, windowClock.today()), typed).ok || next === 'facts') setStep({ type: next })
    else framed()
  }
  const beginEmpty = () => {
    setSuggested(null)
    setDocument(null)
    goTo('settings')
  }
  const back = () => {
    reading.current?.abort()
    if (step.type === 'choose') goTo('facts')
    else if (step.type === 'settings') goTo(suggested === null ? 'choose' : 'preview')
    else if (step.type === 'paste') goTo('choose')
    else if (step.type === 'splits' || step.type === 'columns') goTo('preview')
    else if (step.type !== 'facts') goTo(text === '' ? 'choose' : 'paste')
  }
  const create = async () => {
    const records = percent === null ? framed() : null
    if (records === null) return
    setPercent(0)
    const created = await ledgerStore.createLedger(records, INTAKE_WORDS.intent, (done, of) =>
      setPercent(Math.round((done / of) * 100)),
    )
    setPercent(null)
    if (!created.ok) return tellRefusal(created.error)
    forget()
    void openLedger(created.value.ledgerId, 'lists')
  }
  const forget = () => {
    pasted.setDraft(null)
    facts.setDraft(null)
  }
  const leaveForGood = () => {
    reading.current?.abort()
    forget()
    void goHome()
  }
  /** Asks when something was typed. */
  const giveUp = () => {
    if (pasted.now() === null && facts.now() === null) return leaveForGood()
    void modal.confirm({
      title: INTAKE_WORDS.giveUpTitle,
      content: INTAKE_WORDS.giveUpDetail,
      okText: INTAKE_WORDS.giveUp,
      cancelText: INTAKE_WORDS.keepOn,
      autoFocusButton: 'cancel',
      onOk: leaveForGood,
    })
  }
  const differences: readonly FrameDifference[] = suggested === null ? [] : frameDifferences(suggested.records, typed)
  return {
    step,
    typed,
    type,
    text,
    setText,
    document,
    choices,
    choose,
    correctColumns,
    suggested,
    differences,
    percent,
    read,
    readFile,
    framed,
    goTo,
    beginEmpty,
    back,
    create,
    giveUp,
  }
}

const NO_CHOICES: IntakeChoices = { asKind: null, splits: null, readings: null, corrections: [], measuresFromAnswer: false }

const firstStep = (source: IntakeSource): WizardStep => ({ type: source.type === 'read' ? 'reading' : source.type })

/** The name of the ledger follows what was typed about the inspection, unless it was typed itself or a text tells more. */
const withTitle = (typed: TypedFrame, suggested: SuggestedLedger | null): TypedFrame => {
  const own = typed[frameKey(TITLE_FIELD)]?.trim() ?? ''
  const isTold = partyOf(typed) !== null
  return own !== '' || (!isTold && suggested !== null) ? typed : { ...typed, [frameKey(TITLE_FIELD)]: suggestedTitle(typed) }
}

const partyOf = (typed: TypedFrame): string | null =>
  typed['inspection.inspectedParty']?.trim() || typed['inspection.rectifyingParty']?.trim() || null

export const suggestedTitle = (typed: TypedFrame): string => {
  const spoken = `${typed['inspection.kind'] ?? ''}${typed['inspection.team'] ?? ''}`
  return usualTitle(partyOf(typed), spoken === '' ? '巡察' : spoken)
}

const ALL_FIELDS = [TITLE_FIELD, ...FACT_FIELDS, ...DUTY_FIELDS, ...THRESHOLD_FIELDS, ...LIST_FIELDS]

/** What was typed, for a person to copy when something fails; null for nothing. */
const summaryOf = (typed: TypedFrame): string | null => {
  const lines = ALL_FIELDS.flatMap((field) => {
    const text = typed[frameKey(field)]?.trim() ?? ''
    return text === '' ? [] : [`${frameShape(field).title}：${text}`]
  })
  return lines.length === 0 ? null : lines.join('\n')
}

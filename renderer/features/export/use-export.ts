import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Finding } from '../../../shared/domain/finding.ts'
import { conflictCount } from '../../data/exchange-queries.ts'
import { writePaper } from '../../data/papers-client.ts'
import { ledgerStore, writeNotice, writeNoticeReport, writeTables } from '../../data/store-client.ts'
import { invoke } from '../../platform/bridge.ts'
import { noticeOnDesk } from '../../state/notice-desk.ts'
import { issuerName, registeredName } from '../../state/pc-settings.ts'
import type { ExportKind, WantedForm, WantedTables } from '../../state/screen.ts'
import { formFileName, suggestedName } from './file-names.ts'
import { missingFonts } from './missing-fonts.ts'

interface Made {
  readonly bytes: Uint8Array
  readonly title: string | null
  readonly findings: readonly Finding[]
  readonly fonts: readonly (readonly string[])[]
}

export type ExportStage =
  | { readonly type: 'making' }
  | { readonly type: 'saving' }
  /** The ledger has no 通报 to write. */
  | { readonly type: 'nothing' }
  | {
      readonly type: 'saved'
      readonly path: string
      readonly findings: readonly Finding[]
      readonly missingFonts: readonly string[]
    }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export interface WantedExport {
  readonly ledgerId: string
  readonly kind: ExportKind
  /** The findings of a notice as comments of Word. */
  readonly comments?: boolean
  /** Null: the 四张清单 as Excel. */
  readonly tables?: WantedTables | null
  /** The paper that is signed. */
  readonly form?: WantedForm | null
}

/** Makes one file, asks where it goes, and writes it. `retry` goes on from what is already made. */
export const useExport = (
  { ledgerId, kind, comments = false, tables = null, form = null }: WantedExport,
  title: string,
  date: PlainDate,
  onClose: () => void,
) => {
  const [stage, setStage] = useState<ExportStage>({ type: 'making' })
  const made = useRef<Made | null>(null)
  const controller = useRef<AbortController | null>(null)

  const run = useCallback(async () => {
    const abort = new AbortController()
    controller.current = abort
    if (made.current === null) {
      setStage({ type: 'making' })
      const answer = await make({ ledgerId, kind, comments, tables, form }, date, abort.signal)
      if (abort.signal.aborted) return
      if (!answer.ok) return setStage({ type: 'refused', refusal: answer.error })
      if (answer.value === null) return setStage({ type: 'nothing' })
      made.current = answer.value
    }
    const { bytes, title: own, findings, fonts } = made.current
    setStage({ type: 'saving' })
    const saved = await invoke('file.save', {
      kind: savedAs(kind, tables),
      suggestedName: form === null ? suggestedName(kind, own ?? title, date, tables) : formFileName(title, form, date),
      bytes,
    })
    if (abort.signal.aborted) return
    if (!saved.ok) setStage({ type: 'refused', refusal: saved.error })
    else if (saved.value === null) onClose()
    else setStage({ type: 'saved', path: saved.value.path, findings, missingFonts: missingFonts(fonts) })
  }, [ledgerId, kind, comments, tables, form, title, date, onClose])

  // biome-ignore lint/correctness/useExhaustiveDependencies: one file per opening of the dialog
  useEffect(() => {
    void run()
    return () => controller.current?.abort()
  }, [])

  const cancel = () => {
    controller.current?.abort()
    onClose()
  }
  return { stage, retry: () => void run(), cancel }
}

/** Null: there is nothing to write, or it was cancelled. */
const make = async (
  { ledgerId, kind, comments = false, tables = null, form = null }: WantedExport,
  date: PlainDate,
  signal: AbortSignal,
): Promise<Result<Made | null, Refusal>> => {
  if (kind === 'notice') {
    // Of what two people wrote differently only one can be printed: a person chooses first. A draft with comments is for looking at.
    const unsettled = comments ? 0 : await conflictCount(ledgerId)
    if (unsettled > 0) return err({ type: 'conflicts-unresolved', count: unsettled, what: '导出正式通报' })
    return writeNotice(ledgerId, date, { ...noticeOnDesk(ledgerId), comments }, signal)
  }
  if (kind === 'proof') return writeNoticeReport(ledgerId, date, noticeOnDesk(ledgerId), registeredName(), signal)
  if (kind === 'form') return form === null ? ok(null) : makeForm(ledgerId, form, date, signal)
  const bytes = kind === 'tables' ? await writeTables(ledgerId, date, tables, signal) : await ledgerStore.packageOf(ledgerId)
  if (!bytes.ok) return bytes
  return ok(bytes.value === null ? null : { bytes: bytes.value, title: null, findings: [], fonts: [] })
}

const makeForm = async (
  ledgerId: string,
  { key, subjectId }: WantedForm,
  date: PlainDate,
  signal: AbortSignal,
): Promise<Result<Made | null, Refusal>> => {
  const choices = { date, issuer: issuerName(), tables: {}, template: null }
  const bytes = await writePaper(ledgerId, key, subjectId, choices, signal)
  if (!bytes.ok) return bytes
  return ok(bytes.value === null ? null : { bytes: bytes.value, title: null, findings: [], fonts: [] })
}

/** What the save dialog calls it. */
const savedAs = (kind: ExportKind, tables: WantedTables | null): 'notice' | 'tables' | 'csv' | 'package' => {
  if (kind === 'proof' || kind === 'form') return 'notice'
  return kind === 'tables' && tables !== null && tables.format !== 'xlsx' ? 'csv' : kind
}

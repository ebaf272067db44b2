import { useEffect, useRef, useState } from 'react'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import { finishPdf } from '../../../shared/documents/pages/finish-pdf.ts'
import type { ListKey } from '../../../shared/domain/four-lists.ts'
import type { Edition } from '../../../shared/domain/records/notice-records.ts'
import type { Paper } from '../../../shared/ipc/contract.ts'
import { writePaperPages } from '../../data/papers-client.ts'
import { writeListsPage, writeNoticePages } from '../../data/store-client.ts'
import { PRINT_WORDS } from '../../messages/print.ts'
import { invoke } from '../../platform/bridge.ts'
import { issuerName } from '../../state/pc-settings.ts'
import type { WantedForm } from '../../state/screen.ts'
import { type PageToPrint, printedDocument } from '../../ui/printed-document.ts'
import { screenPage } from './screen-page.ts'

export type PrintSource =
  | { readonly type: 'form'; readonly ledgerId: string; readonly date: PlainDate; readonly form: WantedForm }
  | { readonly type: 'screen'; readonly root: HTMLElement; readonly title: string; readonly date: PlainDate }
  | {
      readonly type: 'notice'
      readonly ledgerId: string
      readonly date: PlainDate
      readonly noticeId: string
      readonly edition: Edition
    }
  | {
      readonly type: 'lists'
      readonly ledgerId: string
      readonly date: PlainDate
      readonly lists: readonly ListKey[]
      readonly problemIds: ReadonlySet<string> | null
    }

export type PreviewStage =
  | { readonly type: 'making' }
  | { readonly type: 'made'; readonly bytes: Uint8Array }
  | { readonly type: 'nothing'; readonly words: string }
  | { readonly type: 'refused'; readonly refusal: Refusal }

/** Lays the source out again whenever it (`key` names it) or the paper changes; only the last answer is shown. */
export const usePreview = (source: PrintSource, paper: Paper, key: string) => {
  const [stage, setStage] = useState<PreviewStage>({ type: 'making' })
  const controller = useRef<AbortController | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the source
  useEffect(() => {
    const abort = new AbortController()
    controller.current = abort
    setStage({ type: 'making' })
    void preview(source, paper, abort.signal).then((answer) => {
      if (!abort.signal.aborted) setStage(answer)
    })
    return () => abort.abort()
  }, [key, paper.size, paper.landscape, paper.laid])
  useEffect(() => () => void invoke('print.end', undefined), [])
  const cancel = (): void => {
    controller.current?.abort()
    void invoke('print.end', undefined)
    setStage({ type: 'nothing', words: PRINT_WORDS.cancelled })
  }
  return { stage, cancel }
}

const preview = async (source: PrintSource, paper: Paper, signal: AbortSignal): Promise<PreviewStage> => {
  if (source.type === 'lists' && source.lists.length === 0) return { type: 'nothing', words: PRINT_WORDS.noList }
  const page = await pageOf(source, signal)
  if (!page.ok) return { type: 'refused', refusal: page.error }
  if (page.value === null || signal.aborted) return { type: 'nothing', words: PRINT_WORDS.cancelled }
  const { title, on, turned } = page.value
  const made = await invoke('print.preview', { html: printedDocument(page.value), paper, title: title.slice(0, 300) })
  if (!made.ok) return { type: 'refused', refusal: made.error }
  if (made.value === null) return { type: 'nothing', words: PRINT_WORDS.cancelled }
  const { bytes } = made.value
  return { type: 'made', bytes: finishPdf(bytes, { title, on, turned }) ?? bytes }
}

interface PageToFinish extends PageToPrint {
  readonly on: PlainDate
  readonly turned: readonly number[]
}

const pageOf = async (source: PrintSource, signal: AbortSignal): Promise<Result<PageToFinish | null, Refusal>> => {
  if (source.type === 'screen') return ok({ ...screenPage(source.root, source.title), on: source.date, turned: [] })
  const { ledgerId, date } = source
  if (source.type === 'form') {
    const choices = { date, issuer: issuerName(), tables: {}, template: null }
    const made = await writePaperPages(ledgerId, source.form.key, source.form.subjectId, choices, signal)
    if (!made.ok || made.value === null) return made as Result<null, Refusal>
    return ok({ ...made.value.page, sheets: [], classNames: '', on: date, turned: made.value.turned })
  }
  if (source.type === 'notice') {
    const made = await writeNoticePages(ledgerId, date, { noticeId: source.noticeId, edition: source.edition }, signal)
    if (!made.ok || made.value === null) return made as Result<null, Refusal>
    const { page, on, turned } = made.value
    return ok({ ...page, sheets: [], classNames: '', on, turned })
  }
  const page = await writeListsPage(ledgerId, date, { lists: source.lists, problemIds: source.problemIds }, signal)
  return page.ok && page.value !== null
    ? ok({ ...page.value, sheets: [], classNames: '', on: date, turned: [] })
    : (page as Result<null, Refusal>)
}

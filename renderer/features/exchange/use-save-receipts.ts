import { useState } from 'react'
import type { Receipt } from '../../../shared/exchange/receipt.ts'
import { HAND_OUT_WORDS, RECEIPT_WORDS } from '../../messages/exchange.ts'
import { invoke } from '../../platform/bridge.ts'
import { windowClock } from '../../platform/window-ports.ts'
import { printedDocument } from '../../ui/printed-document.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { receiptPage } from './receipt-page.ts'

export interface MadeReceipt {
  readonly unit: string
  readonly bytes: Uint8Array
  readonly receipt: Receipt
}

const PAPER = { size: 'A4', landscape: false, laid: false } as const

const layOut = (receipts: readonly MadeReceipt[]) => {
  const page = { ...receiptPage(receipts.map(({ receipt }) => receipt)), sheets: [], classNames: '' }
  return invoke('print.preview', { html: printedDocument(page), paper: PAPER, title: RECEIPT_WORDS.title })
}

/** The 签收回执 as files that go back, and on paper. */
export const useSaveReceipts = ({ title }: { readonly title: string }) => {
  const tellRefusal = useTellRefusal()
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (receipts: readonly MadeReceipt[]) => {
    const chosen = await invoke('folder.choose', undefined)
    if (!chosen.ok) return tellRefusal(chosen.error)
    if (chosen.value === null) return
    const { folder } = chosen.value
    for (const { unit, bytes } of receipts) {
      const name = `${HAND_OUT_WORDS.names.receipt}_${unit}_${title}_${windowClock.today()}`
      const written = await invoke('folder.write', { folder, name, extension: 'zgtz', bytes, replace: true })
      if (!written.ok) return tellRefusal(written.error)
    }
    setSaved(folder)
  }
  const print = async (receipts: readonly MadeReceipt[]) => {
    const laid = await layOut(receipts)
    if (!laid.ok) tellRefusal(laid.error)
    else if (laid.value !== null) {
      const sent = await invoke('print.send', { paper: PAPER, title: RECEIPT_WORDS.title })
      if (!sent.ok) tellRefusal(sent.error)
    }
    await invoke('print.end', undefined)
  }
  const savePdf = async (receipts: readonly MadeReceipt[]) => {
    const laid = await layOut(receipts)
    await invoke('print.end', undefined)
    if (!laid.ok) return tellRefusal(laid.error)
    if (laid.value === null) return
    const suggestedName = `${RECEIPT_WORDS.title}_${title}_${windowClock.today()}`
    const written = await invoke('file.save', { kind: 'pdf', suggestedName, bytes: laid.value.bytes })
    if (!written.ok) tellRefusal(written.error)
    else if (written.value !== null) setSaved(written.value.path)
  }
  return { saved, save, print, savePdf }
}

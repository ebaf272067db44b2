import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Beside the page: what build/bundle.ts copied there out of pdf.js. */
const place = (folder: string): string => new URL(`./pdf/${folder}/`, document.baseURI).href

let worker: Worker | null = null

/** An open PDF and how it is let go; or why it cannot be shown. */
export type OpenedPdf =
  | { readonly type: 'open'; readonly pdf: PDFDocumentProxy; readonly close: () => void }
  | { readonly type: 'broken' }
  | { readonly type: 'locked' }

/**
 * Opens a PDF in pdf.js's worker. Nothing of it is run (no eval, no scripts of the PDF), nothing is asked of a network: character maps and
 * standard fonts, which Chinese PDFs without fonts of their own need, are files of the program.
 */
export const openPdf = async (bytes: Uint8Array): Promise<OpenedPdf> => {
  worker ??= new Worker(new URL('../../workers/pdf-worker.ts', import.meta.url), { type: 'module', name: 'pdf' })
  GlobalWorkerOptions.workerPort = worker
  const task = getDocument({
    // pdf.js takes the bytes away into its worker.
    data: bytes.slice(),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: true,
    useWorkerFetch: true,
    cMapUrl: place('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: place('standard_fonts'),
    wasmUrl: place('wasm'),
    verbosity: 0,
  })
  try {
    return { type: 'open', pdf: await task.promise, close: () => void task.destroy() }
  } catch (thrown) {
    void task.destroy()
    // Whatever a file makes pdf.js throw is a file that cannot be shown.
    return { type: thrown instanceof Error && thrown.name === 'PasswordException' ? 'locked' : 'broken' }
  }
}

import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { FILE_WORDS } from '../../messages/files.ts'
import './files.css'
import { type OpenedPdf, openPdf } from './pdf-document.ts'
import { PdfPage } from './pdf-page.tsx'

/** A PDF, page under page; only pages near the eye are drawn. */
export const PdfView = ({ bytes }: { readonly bytes: Uint8Array }) => {
  const [opened, setOpened] = useState<OpenedPdf | null>(null)
  useEffect(() => {
    let isShown = true
    let close = (): void => undefined
    void openPdf(bytes).then((answer) => {
      if (answer.type === 'open') close = answer.close
      if (isShown) setOpened(answer)
      else close()
    })
    return () => {
      isShown = false
      close()
    }
  }, [bytes])
  if (opened === null) return <Skeleton active />
  if (opened.type === 'broken') return <div className="preview-sentence">{FILE_WORDS.brokenPdf}</div>
  if (opened.type === 'locked') return <div className="preview-sentence">{FILE_WORDS.lockedPdf}</div>
  return <Pages pdf={opened.pdf} />
}

/** Of a page in points, with the room beside it. */
interface Size {
  readonly width: number
  readonly height: number
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
const MARGIN = 36
const PIXELS_PER_POINT = 96 / 72

const Pages = ({ pdf }: { readonly pdf: PDFDocumentProxy }) => {
  const scroller = useRef<HTMLDivElement>(null)
  const [first, setFirst] = useState<Size | null>(null)
  /** Null: as wide as the window. */
  const [zoom, setZoom] = useState<number | null>(null)
  const [width, setWidth] = useState(800)
  const [page, setPage] = useState(1)
  useEffect(() => {
    void pdf.getPage(1).then((one) => {
      const { width, height } = one.getViewport({ scale: PIXELS_PER_POINT })
      setFirst({ width, height })
    })
  }, [pdf])
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const fitting = first === null ? 1 : Math.min(2, Math.max(0.2, (width - MARGIN) / first.width))
  const shown = zoom ?? fitting
  const numbers = Array.from({ length: pdf.numPages }, (_, i) => i + 1)
  const onScroll = (): void => {
    const element = scroller.current
    if (element === null) return
    const middle = element.scrollTop + element.clientHeight / 2
    const pages = [...element.querySelectorAll<HTMLElement>('.pdf-page')]
    const at = pages.findIndex((one) => one.offsetTop + one.offsetHeight >= middle)
    setPage(at < 0 ? pdf.numPages : at + 1)
  }
  return (
    <div className="pdf">
      <div className="pdf-tools">
        <Button
          size="small"
          icon={<MinusOutlined />}
          aria-label={FILE_WORDS.zoomOut}
          onClick={() => setZoom([...ZOOMS].reverse().find((z) => z < shown - 0.01) ?? ZOOMS[0])}
        />
        <span className="pdf-zoom">{Math.round(shown * 100)}%</span>
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label={FILE_WORDS.zoomIn}
          onClick={() => setZoom(ZOOMS.find((z) => z > shown + 0.01) ?? 3)}
        />
        <Button size="small" onClick={() => setZoom(null)}>
          {FILE_WORDS.fitWidth}
        </Button>
        <span className="grow" />
        <span className="label" aria-live="polite">
          {FILE_WORDS.page(page, pdf.numPages)}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys scroll it */}
      <div className="pdf-pages" ref={scroller} onScroll={onScroll} tabIndex={0}>
        {first === null
          ? null
          : numbers.map((number) => (
              <PdfPage key={number} pdf={pdf} number={number} scale={shown * PIXELS_PER_POINT} expected={first} zoom={shown} />
            ))}
      </div>
    </div>
  )
}

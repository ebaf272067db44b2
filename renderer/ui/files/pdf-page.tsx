import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { FILE_WORDS } from '../../messages/files.ts'

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  /** Pixels of the screen for a point of the page. */
  readonly scale: number
  readonly zoom: number
  /** Of the first page at zoom 1: most pages of a paper are alike, and the place of one not yet read must be kept. */
  readonly expected: { readonly width: number; readonly height: number }
}

/** A canvas larger than this takes more memory than an old office PC has. */
const MOST_PIXELS = 16_000_000

/** One page: drawn when it comes near the eye, let go when it is far. */
export const PdfPage = ({ pdf, number, scale, zoom, expected }: PdfPageProps) => {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const [size, setSize] = useState(expected)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const watch = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: element.parentElement,
      rootMargin: '600px',
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const element = place.current
    if (!isNear || element === null) return
    let stop = (): void => undefined
    let isWanted = true
    void pdf.getPage(number).then(async (page) => {
      if (!isWanted) return
      const viewport = page.getViewport({ scale })
      setSize({ width: viewport.width / zoom, height: viewport.height / zoom })
      const ratio = Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)))
      const canvas = document.createElement('canvas')
      canvas.width = Math.floor(viewport.width * ratio)
      canvas.height = Math.floor(viewport.height * ratio)
      const task = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] })
      stop = () => task.cancel()
      const drawn = await task.promise.then(
        () => true,
        // Cancelled, or a page of a damaged file: its place stays white.
        () => false,
      )
      if (drawn && isWanted) element.replaceChildren(canvas)
    })
    return () => {
      isWanted = false
      stop()
    }
  }, [pdf, number, scale, zoom, isNear])
  useEffect(() => {
    if (!isNear) place.current?.replaceChildren()
  }, [isNear])
  return (
    <div
      ref={place}
      className="pdf-page"
      role="img"
      aria-label={FILE_WORDS.pageImage(number)}
      data-page={number}
      style={{ width: size.width * zoom, height: size.height * zoom }}
    />
  )
}

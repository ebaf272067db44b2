import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { offsetsOf, windowOf } from './offsets.ts'

export interface VirtualStackHandle {
  /** Brings a block into the window; where it already is, nothing moves. */
  readonly reveal: (index: number) => void
}

interface VirtualStackProps {
  readonly keys: readonly string[]
  /** The height of a block nobody has measured yet. */
  readonly estimate: number
  readonly render: (index: number) => ReactNode
  /** Which blocks are drawn now. */
  readonly onWindow: (from: number, to: number) => void
  readonly header: ReactNode
  /** Laid over the blocks, in their coordinates. */
  readonly overlay: ReactNode
  readonly ref: Ref<VirtualStackHandle>
  /** The element the overlay's coordinates belong to. */
  readonly onBody: (body: HTMLDivElement | null) => void
}

const STEP = 4
const SPARE = 6

/**
 * Blocks of different heights under a header that stays, of which only those near the window are drawn. Heights are measured as blocks
 * appear; the browser's scroll anchoring keeps the text still while the ones above it find theirs.
 */
export const VirtualStack = ({ keys, estimate, render, onWindow, header, overlay, ref, onBody }: VirtualStackProps) => {
  const outer = useRef<HTMLDivElement>(null)
  const heights = useRef(new Map<string, number>())
  const [measured, setMeasured] = useState(0)
  const [view, setView] = useState({ top: 0, height: 600 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `measured` says that the heights, which are kept in a ref, have changed
  const offsets = useMemo(
    () => offsetsOf(keys.length, (i) => heights.current.get(keys[i] ?? '') ?? estimate),
    [keys, estimate, measured],
  )
  const { from, to } = windowOf(offsets, view.top, view.height, { step: STEP, spare: SPARE })

  useEffect(() => onWindow(from, to), [from, to, onWindow])

  const observer = useMemo(
    () =>
      new ResizeObserver((entries) => {
        let changed = false
        for (const entry of entries) {
          const key = (entry.target as HTMLElement).dataset['block'] ?? ''
          const height = (entry.target as HTMLElement).offsetHeight
          if (height === 0 || heights.current.get(key) === height) continue
          heights.current.set(key, height)
          changed = true
        }
        if (changed) setMeasured((n) => n + 1)
      }),
    [],
  )
  useEffect(() => () => observer.disconnect(), [observer])
  const observe = useCallback(
    (element: HTMLDivElement | null) => {
      if (!element) return undefined
      observer.observe(element)
      return () => observer.unobserve(element)
    },
    [observer],
  )

  const readView = useCallback(() => {
    const element = outer.current
    if (element) setView({ top: element.scrollTop, height: element.clientHeight })
  }, [])
  useLayoutEffect(() => {
    const element = outer.current
    if (!element) return undefined
    readView()
    const sizes = new ResizeObserver(readView)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [readView])

  useImperativeHandle(
    ref,
    () => ({
      reveal: (index) => {
        const element = outer.current
        if (!element || index < 0) return
        const top = offsets[index] ?? 0
        const bottom = offsets[index + 1] ?? top
        if (bottom < element.scrollTop || top > element.scrollTop + element.clientHeight) {
          element.scrollTop = Math.max(0, top - 40)
          readView()
        }
      },
    }),
    [offsets, readView],
  )

  return (
    <div className="stack" ref={outer} onScroll={readView}>
      {header}
      <div
        className="stack-body"
        ref={onBody}
        style={{ paddingTop: offsets[from] ?? 0, paddingBottom: (offsets[keys.length] ?? 0) - (offsets[to] ?? 0) }}
      >
        {keys.slice(from, to).map((key, i) => (
          <div key={key} data-block={key} ref={observe} className="stack-block">
            {render(from + i)}
          </div>
        ))}
        {overlay}
      </div>
    </div>
  )
}

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { OVERVIEW_WORDS } from '../../messages/overview.ts'

/** What a number says of itself: the 口径 card. */
export interface TellingFigure {
  readonly label: string
  readonly value: string
  readonly unit: string
  readonly formula: string
  readonly count: number
  readonly cutoff: string
  /** The first of what it counts, in words. */
  readonly first?: readonly string[]
}

const figures = new WeakMap<Element, TellingFigure>()

/** Gives an element its figure: pointing at it or reaching it by keys shows the card. */
export const useTelling = (figure: TellingFigure): ((element: HTMLElement | null) => void) =>
  useCallback(
    (element) => {
      if (element) figures.set(element, figure)
    },
    [figure],
  )

interface Shown {
  readonly figure: TellingFigure
  readonly at: DOMRect
}

/** One card for every number under it: a card of its own for each of hundreds would make the screen slow. */
export const WithFigureCards = ({ children }: { readonly children: ReactNode }) => {
  const [shown, setShown] = useState<Shown | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = area.current
    if (!element) return undefined
    const show = (target: EventTarget | null, afterMs: number) => {
      clearTimeout(timer.current)
      const holder = target instanceof Element ? target.closest('[data-figure]') : null
      const figure = holder === null ? undefined : figures.get(holder)
      if (!holder || !figure) return setShown(null)
      timer.current = setTimeout(() => setShown({ figure, at: holder.getBoundingClientRect() }), afterMs)
    }
    const hide = () => show(null, 0)
    const over = (event: Event) => show(event.target, POINTED_MS)
    const focused = (event: Event) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) show(event.target, 0)
    }
    const asked = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('[data-why]')) show(event.target, 0)
    }
    const key = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') hide()
    }
    const listening: readonly (readonly [string, (event: Event) => void, boolean?])[] = [
      ['mouseover', over],
      ['mouseleave', hide],
      ['focusin', focused],
      ['focusout', hide],
      ['click', asked],
      ['keydown', key],
      ['scroll', hide, true],
    ]
    for (const [name, listener, capture] of listening) element.addEventListener(name, listener, capture)
    return () => {
      clearTimeout(timer.current)
      for (const [name, listener, capture] of listening) element.removeEventListener(name, listener, capture)
    }
  }, [])
  return (
    <div ref={area} className="overview-area">
      {children}
      {shown === null ? null : <Card {...shown} />}
    </div>
  )
}

const POINTED_MS = 350
const WIDTH = 300
const ROOM_BELOW = 190

const Card = ({ figure, at }: Shown) => {
  const { label, value, unit, formula, count, cutoff, first = [] } = figure
  const isBelow = at.bottom + ROOM_BELOW < innerHeight
  const left = Math.max(8, Math.min(at.left, innerWidth - WIDTH - 8))
  return (
    <div
      className="figure-card"
      role="tooltip"
      style={{ left, width: WIDTH, ...(isBelow ? { top: at.bottom + 6 } : { bottom: innerHeight - at.top + 6 }) }}
    >
      <strong>
        {label} {value}
        {unit}
      </strong>
      <dl>
        <dt>{OVERVIEW_WORDS.formula}</dt>
        <dd>{formula}</dd>
        <dt>{OVERVIEW_WORDS.cutoff}</dt>
        <dd>{cutoff}</dd>
        <dt>{OVERVIEW_WORDS.counts}</dt>
        <dd>{OVERVIEW_WORDS.countsOf(count)}</dd>
      </dl>
      {first.map((line) => (
        <div key={line} className="figure-card-line">
          {line}
        </div>
      ))}
      {count > 0 ? <div className="label">{OVERVIEW_WORDS.clickHint}</div> : null}
    </div>
  )
}

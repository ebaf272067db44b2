import { type RefObject, useEffect, useState } from 'react'
import { SECTION_INDEX, SECTION_WORDS, type Section } from '../../messages/problem.ts'

const SECTIONS = Object.keys(SECTION_WORDS) as readonly Section[]

interface SectionIndexProps {
  /** What scrolls; sections in it carry `data-section`. */
  readonly within: RefObject<HTMLElement | null>
  readonly onGo: (section: Section) => void
}

/** The sections of a 问题档案 at its left; the one at the top of the screen is marked. */
export const SectionIndex = ({ within, onGo }: SectionIndexProps) => {
  const [current, setCurrent] = useState<Section>('facts')
  useEffect(() => {
    const scrolled = within.current
    if (scrolled === null) return
    const look = () => setCurrent(sectionAtTop(scrolled))
    scrolled.addEventListener('scroll', look, { passive: true })
    return () => scrolled.removeEventListener('scroll', look)
  }, [within])
  const go = (section: Section) => {
    onGo(section)
    const found = sectionIn(within.current, section)
    found?.scrollIntoView({ block: 'start' })
    found?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true })
    setCurrent(section)
  }
  return (
    <nav className="section-index" aria-label={SECTION_INDEX}>
      {SECTIONS.map((section) => (
        <button
          key={section}
          type="button"
          className={section === current ? 'section-link section-here' : 'section-link'}
          aria-current={section === current ? 'true' : undefined}
          onClick={() => go(section)}
        >
          {SECTION_WORDS[section]}
        </button>
      ))}
    </nav>
  )
}

const sectionIn = (within: HTMLElement | null, section: Section): HTMLElement | null =>
  within?.querySelector<HTMLElement>(`[data-section=${section}]`) ?? null

const sectionAtTop = (scrolled: HTMLElement): Section => {
  const top = scrolled.getBoundingClientRect().top + TOLERANCE
  const passed = SECTIONS.filter((section) => (sectionIn(scrolled, section)?.getBoundingClientRect().top ?? Infinity) <= top)
  return passed.at(-1) ?? 'facts'
}

/** A section counts as reached a little before it touches the edge. */
const TOLERANCE = 40

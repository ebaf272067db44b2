import { useEffect, useState } from 'react'

/** The colours and the font of the window, as a canvas needs them: resolved. */
export interface ChartTokens {
  readonly ink: string
  readonly grey: string
  readonly line: string
  readonly soft: string
  readonly paper: string
  readonly blue: string
  readonly red: string
  readonly amber: string
  readonly green: string
  readonly font: string
}

const read = (): ChartTokens => {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise
  return {
    ink: token('--ink', 'black'),
    grey: token('--grey', 'gray'),
    line: token('--line', 'lightgray'),
    soft: token('--soft', 'whitesmoke'),
    paper: token('--paper', 'white'),
    blue: token('--blue', 'blue'),
    red: token('--red', 'red'),
    amber: token('--amber', 'orange'),
    green: token('--green', 'green'),
    font: token('--font', 'sans-serif'),
  }
}

/** They change with the theme, which is written on the root element or asked for by the system. */
export const useChartTokens = (): ChartTokens => {
  const [tokens, setTokens] = useState(read)
  useEffect(() => {
    const again = () => setTokens((before) => (JSON.stringify(before) === JSON.stringify(read()) ? before : read()))
    const observer = new MutationObserver(again)
    observer.observe(document.documentElement, { attributes: true })
    const contrast = matchMedia('(prefers-contrast: more)')
    contrast.addEventListener('change', again)
    return () => {
      observer.disconnect()
      contrast.removeEventListener('change', again)
    }
  }, [])
  return tokens
}

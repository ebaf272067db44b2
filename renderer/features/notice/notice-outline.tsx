import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import type { Heading } from './headings.ts'

interface NoticeOutlineProps {
  readonly headings: readonly Heading[]
  /** The line the caret stands in. */
  readonly line: number
  readonly onGo: (line: number) => void
}

/** The headings of the notice; the one that is written under stands out. */
export const NoticeOutline = ({ headings, line, onGo }: NoticeOutlineProps) => {
  const now = headings.filter((heading) => heading.line <= line).at(-1)
  return (
    <nav className="notice-outline" aria-label={WORKBENCH_WORDS.outline}>
      <h2>{WORKBENCH_WORDS.outline}</h2>
      {headings.length === 0 ? <p className="label">{WORKBENCH_WORDS.noHeadings}</p> : null}
      {headings.map((heading) => (
        <button
          type="button"
          key={heading.line}
          className={`notice-heading notice-heading-${heading.level}`}
          aria-current={heading === now ? 'location' : undefined}
          title={heading.text}
          onClick={() => onGo(heading.line)}
        >
          {heading.text}
        </button>
      ))}
    </nav>
  )
}

import type { ReactNode } from 'react'

/** A screen with its own heading row; the body scrolls. */
export const Page = ({
  title,
  extra,
  isRead = false,
  children,
}: {
  readonly title: ReactNode
  readonly extra?: ReactNode
  /** Mostly to be read: the keys scroll it though nothing in it takes them. */
  readonly isRead?: boolean
  readonly children: ReactNode
}) => (
  <main className="page">
    <div className="page-head">
      <h1>{title}</h1>
      <div className="page-extra">{extra}</div>
    </div>
    {isRead ? (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      <div className="page-body" tabIndex={0}>
        {children}
      </div>
    ) : (
      <div className="page-body">{children}</div>
    )}
  </main>
)

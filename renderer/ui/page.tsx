import type { ReactNode } from 'react'

/** A screen with its own heading row; the body scrolls. */
export const Page = ({
  title,
  extra,
  children,
}: {
  readonly title: ReactNode
  readonly extra?: ReactNode
  readonly children: ReactNode
}) => (
  <main className="page">
    <div className="page-head">
      <h1>{title}</h1>
      <div className="page-extra">{extra}</div>
    </div>
    <div className="page-body">{children}</div>
  </main>
)

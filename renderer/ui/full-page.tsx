import type { ReactNode } from 'react'

/** A sentence that takes the whole window: the program cannot go on before it is read. */
export const FullPage = ({
  title,
  children,
  actions,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly actions?: ReactNode
}) => (
  <div className="full-page" role="alert">
    <div className="full-page-card">
      <h1>{title}</h1>
      <div className="full-page-text">{children}</div>
      {actions === undefined ? null : <div className="full-page-actions">{actions}</div>}
    </div>
  </div>
)

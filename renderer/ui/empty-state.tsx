import type { ReactNode } from 'react'

/** What stands where nothing is: what this place is for, and the next step. */
export const EmptyState = ({
  title,
  detail,
  children,
}: {
  readonly title: string
  readonly detail: string
  readonly children?: ReactNode
}) => (
  <div className="empty-state">
    <h2>{title}</h2>
    <p>{detail}</p>
    {children}
  </div>
)

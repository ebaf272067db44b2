import type { ReactNode } from 'react'

/** One row of controls; what stands in `end` keeps to the right. */
export const Toolbar = ({ children, end }: { readonly children: ReactNode; readonly end?: ReactNode }) => (
  <div className="toolbar" role="toolbar">
    <div className="toolbar-start">{children}</div>
    {end === undefined ? null : <div className="toolbar-end">{end}</div>}
  </div>
)

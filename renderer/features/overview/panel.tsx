import { CopyOutlined } from '@ant-design/icons'
import { Button, Segmented, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { OVERVIEW_WORDS } from '../../messages/overview.ts'

export type PanelView = 'chart' | 'table'

interface PanelProps {
  readonly title: string
  readonly extra?: ReactNode
  readonly children: ReactNode
  /** Where it can be seen both ways. */
  readonly view?: { readonly now: PanelView; readonly set: (view: PanelView) => void }
  readonly onCopy?: () => void
}

const VIEWS = [
  { value: 'chart' as const, label: OVERVIEW_WORDS.chart },
  { value: 'table' as const, label: OVERVIEW_WORDS.table },
]

/** One part of 总览 under its heading. */
export const Panel = ({ title, extra, children, view, onCopy }: PanelProps) => (
  <section className="panel" aria-label={title}>
    <header className="panel-head">
      <h2>{title}</h2>
      {extra}
      <span className="grow" />
      {view === undefined ? null : (
        <Segmented
          size="small"
          className="no-print"
          aria-label={OVERVIEW_WORDS.view(title)}
          options={VIEWS}
          value={view.now}
          onChange={view.set}
        />
      )}
      {onCopy === undefined ? null : (
        <Tooltip title={OVERVIEW_WORDS.copyOne(title)}>
          <Button
            size="small"
            type="text"
            className="no-print"
            icon={<CopyOutlined />}
            aria-label={OVERVIEW_WORDS.copyOne(title)}
            onClick={onCopy}
          />
        </Tooltip>
      )}
    </header>
    <div className="panel-body">{children}</div>
  </section>
)

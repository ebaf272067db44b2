import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'

interface RecordLineProps {
  readonly id: string
  readonly children: ReactNode
  readonly changeLabel: string
  readonly onChange: () => void
  readonly removeLabel: string
  readonly onRemove: () => void
  /** Further buttons. */
  readonly more?: ReactNode
}

/** One line of a small register with its acts at the end. */
export const RecordLine = (props: RecordLineProps) => (
  <div className="record-line" data-record={props.id}>
    <div className="record-line-text">{props.children}</div>
    {props.more}
    <Act label={props.changeLabel} icon={<EditOutlined />} onClick={props.onChange} />
    <Act label={props.removeLabel} icon={<DeleteOutlined />} onClick={props.onRemove} />
  </div>
)

/** A button that is only a picture, with its name. */
export const Act = (props: {
  readonly label: string
  readonly icon: ReactNode
  readonly disabled?: boolean
  readonly name?: string
  readonly onClick: () => void
}) => (
  <Tooltip title={props.label}>
    <Button
      size="small"
      type="text"
      aria-label={props.label}
      icon={props.icon}
      disabled={props.disabled ?? false}
      data-act={props.name}
      onClick={props.onClick}
    />
  </Tooltip>
)

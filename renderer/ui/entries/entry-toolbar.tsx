import { CopyOutlined, DeleteOutlined, PlusOutlined, SnippetsOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, type InputRef, Select, Tag, Tooltip } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useEffect, useRef } from 'react'
import { parsePlainDate } from '../../../shared/base/plain-date.ts'
import { ENTRY_WORDS } from '../../messages/entries.ts'
import { useFind } from '../../state/find.ts'
import { useScreen } from '../../state/screen.ts'
import { ColumnChooser } from '../grid/column-chooser.tsx'
import type { GridLayout } from '../grid/grid-layout.ts'
import { Toolbar } from '../toolbar.tsx'
import type { EntryViewState } from './use-entry-view.ts'

interface EntryToolbarProps {
  readonly state: EntryViewState
  readonly layout: GridLayout
  /** The columns entries can be grouped by. */
  readonly groups: readonly { readonly key: string; readonly title: string }[]
  readonly only: { readonly what: string; readonly count: number } | null
  readonly onShowAll: () => void
  readonly selected: readonly string[]
  readonly addWord: string
  readonly onAdd: () => void
  readonly onPaste: () => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
  readonly hasDate: boolean
  readonly children?: ReactNode
}

/** What can be done with the entries of a grid. */
export const EntryToolbar = (props: EntryToolbarProps) => {
  const { state, layout, groups, only, selected, hasDate } = props
  const search = useRef<InputRef>(null)
  const finds = useFind(({ asked }) => asked)
  const first = useRef(finds)
  useEffect(() => {
    if (finds > first.current) search.current?.focus({ cursor: 'all' })
  }, [finds])
  return (
    <Toolbar
      end={
        <>
          {hasDate ? <AsOf /> : null}
          <ColumnChooser layout={layout} />
          <Tooltip title={ENTRY_WORDS.addHint} placement="bottomRight">
            <Button size="small" type="primary" icon={<PlusOutlined />} onClick={props.onAdd}>
              {props.addWord}
            </Button>
          </Tooltip>
        </>
      }
    >
      <Input.Search
        ref={search}
        size="small"
        className="entries-search"
        allowClear
        aria-label={ENTRY_WORDS.search}
        placeholder={ENTRY_WORDS.search}
        value={state.view.words}
        onChange={(event) => state.setWords(event.target.value)}
      />
      {groups.length === 0 ? null : (
        <Select
          size="small"
          style={{ width: 128 }}
          aria-label={ENTRY_WORDS.groupBy}
          popupMatchSelectWidth={false}
          value={state.view.groupBy ?? ''}
          options={[
            { value: '', label: ENTRY_WORDS.noGroup },
            ...groups.map(({ key, title }) => ({ value: key, label: `${ENTRY_WORDS.groupBy}：${title}` })),
          ]}
          onChange={(key) => state.setGroupBy(key === '' ? null : key)}
        />
      )}
      {only === null ? null : (
        <Tag closable color="blue" data-only onClose={props.onShowAll}>
          {ENTRY_WORDS.only(only.what, only.count)}
        </Tag>
      )}
      <Button size="small" icon={<SnippetsOutlined />} onClick={props.onPaste}>
        {ENTRY_WORDS.paste}
      </Button>
      <Button size="small" icon={<CopyOutlined />} disabled={selected.length === 0} onClick={props.onDuplicate}>
        {ENTRY_WORDS.duplicate}
      </Button>
      <Button size="small" icon={<DeleteOutlined />} disabled={selected.length === 0} onClick={props.onRemove}>
        {ENTRY_WORDS.remove}
      </Button>
      {props.children}
    </Toolbar>
  )
}

/** 截至: the day everything is looked at. */
const AsOf = () => {
  const date = useScreen((state) => state.date)
  const setDate = useScreen((state) => state.setDate)
  return (
    <>
      <span className="label">{ENTRY_WORDS.asOf}</span>
      <DatePicker
        size="small"
        className="as-of"
        aria-label={ENTRY_WORDS.asOf}
        allowClear={false}
        value={dayjs(date)}
        onChange={(day) => {
          const chosen = parsePlainDate(day?.format('YYYY-MM-DD') ?? '')
          if (chosen.ok) void setDate(chosen.value)
        }}
      />
    </>
  )
}

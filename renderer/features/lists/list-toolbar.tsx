import { PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, type InputRef, Segmented, Select, Tag, Tooltip } from 'antd'
import dayjs from 'dayjs'
import type { Ref } from 'react'
import { parsePlainDate } from '../../../shared/base/plain-date.ts'
import { LIST_KEYS, LIST_WORDS } from '../../../shared/domain/four-lists.ts'
import type { OutlineNode } from '../../../shared/domain/records/record-kinds.ts'
import { STATUS_WORDS, STATUSES } from '../../../shared/domain/status.ts'
import type { Warning } from '../../../shared/domain/warning.ts'
import { LISTS_WORDS, WARNING_CHOICES } from '../../messages/lists.ts'
import { NO_FILTER, useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { Toolbar } from '../../ui/toolbar.tsx'

interface ListToolbarProps {
  readonly search: Ref<InputRef>
  readonly units: readonly string[]
  readonly categories: readonly OutlineNode[]
  readonly onAdd: () => void
  /** The keys go back to the list: after a search, and to the list that was chosen. */
  readonly onToList: () => void
}

const WARNING_ORDER: readonly Warning[] = ['red', 'yellow', 'green', 'none']
const STATUS_CHOICES = STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))
const WARNINGS = WARNING_ORDER.map((value) => ({ value, label: WARNING_CHOICES[value] }))
const LISTS = LIST_KEYS.map((value) => ({ value, label: LIST_WORDS[value] }))

/** Which list, which problems of it, and the day they are looked at. */
export const ListToolbar = ({ search, units, categories, onAdd, onToList }: ListToolbarProps) => {
  const list = useListView((state) => state.list)
  const filter = useListView((state) => state.filter)
  const { setList, setFilter } = useListView.getState()
  const date = useScreen((state) => state.date)
  const setDate = useScreen((state) => state.setDate)
  const isFiltered = Object.values(filter).some((value) =>
    Array.isArray(value) || typeof value === 'string' ? value.length > 0 : value !== null,
  )
  return (
    <>
      <Toolbar
        end={
          <>
            <span className="label">{LISTS_WORDS.asOf}</span>
            <DatePicker
              size="small"
              className="as-of"
              allowClear={false}
              value={dayjs(date)}
              onChange={(day) => {
                const chosen = parsePlainDate(day?.format('YYYY-MM-DD') ?? '')
                if (chosen.ok) void setDate(chosen.value)
              }}
            />
            <Tooltip title={LISTS_WORDS.addHint} placement="bottomRight">
              <Button size="small" type="primary" icon={<PlusOutlined />} onClick={onAdd}>
                {LISTS_WORDS.add}
              </Button>
            </Tooltip>
          </>
        }
      >
        <Segmented
          options={LISTS}
          value={list}
          onChange={(chosen) => {
            void setList(chosen).then((moved) => {
              if (moved) requestAnimationFrame(onToList)
            })
          }}
        />
      </Toolbar>
      <Toolbar
        end={
          isFiltered ? (
            <Button size="small" type="link" onClick={() => void setFilter(NO_FILTER)}>
              {LISTS_WORDS.clearFilters}
            </Button>
          ) : null
        }
      >
        <Input.Search
          ref={search}
          size="small"
          className="list-search"
          allowClear
          placeholder={LISTS_WORDS.searchPlaceholder}
          value={filter.words}
          onChange={(event) => void setFilter({ words: event.target.value })}
          onSearch={(_, event) => {
            if (event?.type === 'keydown') onToList()
          }}
        />
        {filter.only === null ? null : (
          <Tag closable color="blue" data-only onClose={() => void setFilter({ only: null })}>
            {LISTS_WORDS.only(filter.only.what, filter.only.ids.size)}
          </Tag>
        )}
        <Choice
          label={LISTS_WORDS.status}
          width={150}
          value={filter.statuses}
          options={STATUS_CHOICES}
          onChange={(statuses) => void setFilter({ statuses })}
        />
        <Choice
          label={LISTS_WORDS.warning}
          width={130}
          value={filter.warnings}
          options={WARNINGS}
          onChange={(warnings) => void setFilter({ warnings })}
        />
        <Choice
          label={LISTS_WORDS.unit}
          width={210}
          value={filter.units}
          options={units.map((unit) => ({ value: unit, label: unit }))}
          onChange={(chosen) => void setFilter({ units: chosen })}
        />
        <Choice
          label={LISTS_WORDS.category}
          width={250}
          value={filter.categories}
          options={categories.map(({ id, heading }) => ({ value: id, label: heading }))}
          onChange={(chosen) => void setFilter({ categories: chosen })}
        />
      </Toolbar>
    </>
  )
}

const Choice = <T extends string>({
  label,
  width,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly width: number
  readonly value: readonly T[]
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: readonly T[]) => void
}) => (
  <Select<T[]>
    mode="multiple"
    size="small"
    style={{ width }}
    aria-label={label}
    placeholder={label}
    maxTagCount="responsive"
    showSearch={{ optionFilterProp: 'label' }}
    popupMatchSelectWidth={false}
    allowClear
    value={[...value]}
    options={[...options]}
    onChange={onChange}
  />
)

import { ApartmentOutlined, DownOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Dropdown, Input, type InputRef, type MenuProps, Segmented, Select, Tag, Tooltip } from 'antd'
import dayjs from 'dayjs'
import { type Ref, useState } from 'react'
import { parsePlainDate } from '../../../shared/base/plain-date.ts'
import { LIST_KEYS, type ListKey } from '../../../shared/domain/four-lists.ts'
import { KIND_WORDS, type RectificationKind } from '../../../shared/domain/records/problem-records.ts'
import type { OutlineNode } from '../../../shared/domain/records/record-kinds.ts'
import { STATUS_WORDS, STATUSES } from '../../../shared/domain/status.ts'
import type { Warning } from '../../../shared/domain/warning.ts'
import { LIST_ACTS_WORDS } from '../../messages/list-acts.ts'
import { LISTS_WORDS, WARNING_CHOICES } from '../../messages/lists.ts'
import { useDeskPart } from '../../state/desk.ts'
import { useListDialog } from '../../state/list-dialog.ts'
import { type Grouping, NO_FILTER, useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { Toolbar } from '../../ui/toolbar.tsx'
import { BUILT_IN_VIEWS, VIEWS } from './list-views.ts'

interface ListToolbarProps {
  readonly search: Ref<InputRef>
  /** What this ledger calls its lists. */
  readonly listNames: Readonly<Record<ListKey, string>>
  readonly units: readonly string[]
  readonly leaders: readonly string[]
  readonly categories: readonly OutlineNode[]
  readonly ledgerId: string
  /** 操作: what can be done to the problems selected. */
  readonly menu: (ids: readonly string[]) => MenuProps['items']
  readonly acted: () => readonly string[]
  readonly onAdd: () => void
  /** The keys go back to the list: after a search, and to the list that was chosen. */
  readonly onToList: () => void
}

const WARNING_ORDER: readonly Warning[] = ['red', 'yellow', 'green', 'none']
const STATUS_CHOICES = STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))
const WARNINGS = WARNING_ORDER.map((value) => ({ value, label: WARNING_CHOICES[value] }))
const KINDS = (Object.keys(KIND_WORDS) as RectificationKind[]).map((value) => ({
  value,
  label: KIND_WORDS[value] || LIST_ACTS_WORDS.unstatedKind,
}))
const GROUPINGS = [
  { value: 'none', label: LIST_ACTS_WORDS.groupNone },
  ...(Object.entries(LIST_ACTS_WORDS.groupBy) as [Grouping, string][]).map(([value, label]) => ({ value, label })),
]

/** Which list, which problems of it, and the day they are looked at. */
export const ListToolbar = ({
  search,
  listNames,
  units,
  leaders,
  categories,
  ledgerId,
  menu,
  acted,
  onAdd,
  onToList,
}: ListToolbarProps) => {
  const list = useListView((state) => state.list)
  const filter = useListView((state) => state.filter)
  const grouping = useListView((state) => state.grouping)
  const { setList, setFilter, setGrouping } = useListView.getState()
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
          options={LIST_KEYS.map((value) => ({ value, label: listNames[value] }))}
          value={list}
          onChange={(chosen) => {
            void setList(chosen).then((moved) => {
              if (moved) requestAnimationFrame(onToList)
            })
          }}
        />
        <ActsMenu menu={menu} acted={acted} />
        <ViewsMenu ledgerId={ledgerId} />
        <Select
          size="small"
          style={{ width: 118 }}
          popupMatchSelectWidth={260}
          aria-label={LIST_ACTS_WORDS.group}
          value={grouping ?? 'none'}
          options={GROUPINGS}
          onChange={(chosen) => void setGrouping(chosen === 'none' ? null : (chosen as Grouping))}
          popupRender={(menu) => (
            <>
              {menu}
              <p className="label group-hint">{LIST_ACTS_WORDS.groupHint}</p>
            </>
          )}
        />
        <Button size="small" icon={<ApartmentOutlined />} onClick={() => useListDialog.getState().open({ type: 'outline' })}>
          {LIST_ACTS_WORDS.outline}
        </Button>
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
        {filter.sustained === null ? null : (
          <Tag closable color="blue" onClose={() => void setFilter({ sustained: null })}>
            {LIST_ACTS_WORDS.sustainedOnly}
          </Tag>
        )}
        <Choice
          label={LISTS_WORDS.status}
          width={120}
          value={filter.statuses}
          options={STATUS_CHOICES}
          onChange={(statuses) => void setFilter({ statuses })}
        />
        <Choice
          label={LISTS_WORDS.warning}
          width={100}
          value={filter.warnings}
          options={WARNINGS}
          onChange={(warnings) => void setFilter({ warnings })}
        />
        <Choice
          label={LISTS_WORDS.unit}
          width={160}
          value={filter.units}
          options={units.map((unit) => ({ value: unit, label: unit }))}
          onChange={(chosen) => void setFilter({ units: chosen })}
        />
        <Choice
          label={LIST_ACTS_WORDS.leader}
          width={120}
          value={filter.leaders}
          options={leaders.map((leader) => ({ value: leader, label: leader }))}
          onChange={(chosen) => void setFilter({ leaders: chosen })}
        />
        <Choice
          label={LIST_ACTS_WORDS.kind}
          width={110}
          value={filter.kinds}
          options={KINDS}
          onChange={(kinds) => void setFilter({ kinds })}
        />
        <Choice
          label={LISTS_WORDS.category}
          width={170}
          value={filter.categories}
          options={categories.map(({ id, heading }) => ({ value: id, label: heading }))}
          onChange={(chosen) => void setFilter({ categories: chosen })}
        />
      </Toolbar>
    </>
  )
}

/** What is done to the selection; asked for when it is opened, because the selection changes with every key. */
const ActsMenu = ({ menu, acted }: Pick<ListToolbarProps, 'menu' | 'acted'>) => {
  const [items, setItems] = useState<MenuProps['items']>([])
  return (
    <Dropdown menu={{ items: items ?? [] }} trigger={['click']} onOpenChange={(isOpen) => isOpen && setItems(menu(acted()))}>
      <Button size="small" data-acts>
        {LIST_ACTS_WORDS.acts} <DownOutlined />
      </Button>
    </Dropdown>
  )
}

const ViewsMenu = ({ ledgerId }: { readonly ledgerId: string }) => {
  const [views] = useDeskPart(ledgerId, VIEWS)
  const { showView } = useListView.getState()
  const items: MenuProps['items'] = [
    ...BUILT_IN_VIEWS.map(({ name, filter }) => ({
      key: `built-in/${name}`,
      label: name,
      onClick: () => void showView({ list: useListView.getState().list, filter, sort: null, grouping: null }),
    })),
    { type: 'divider' },
    ...views.map(({ name, list, filter, sort, grouping }) => ({
      key: `own/${name}`,
      label: name,
      onClick: () => void showView({ list, sort, grouping, filter: { ...filter, only: null } }),
    })),
    {
      key: 'manage',
      label: LIST_ACTS_WORDS.viewSave,
      onClick: () => useListDialog.getState().open({ type: 'views' }),
    },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button size="small" data-views>
        {LIST_ACTS_WORDS.views} <DownOutlined />
      </Button>
    </Dropdown>
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

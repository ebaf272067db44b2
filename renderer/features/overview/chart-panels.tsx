import { Button, Modal, Segmented, Table } from 'antd'
import { useMemo, useState } from 'react'
import { percentOf } from '../../../shared/base/decimal.ts'
import { lastIndexWhere } from '../../../shared/base/list.ts'
import type { Overview, ShownFigure } from '../../data/figures-host.ts'
import { GROUP_WORDS, OVERVIEW_WORDS, PART_WORDS } from '../../messages/overview.ts'
import { Chart } from '../../ui/chart.tsx'
import type { ChartTokens } from '../../ui/chart-tokens.ts'
import { burnUpOption, groupsOption, type StatusPart, statusOption } from './chart-options.ts'
import { FigureButton } from './figure-button.tsx'
import { FigureTable } from './figure-table.tsx'
import { type Group, type Grouping, type GroupPart, groupsIn } from './groups.ts'
import { Panel, type PanelView } from './panel.tsx'

export interface ChartPanelProps {
  readonly overview: Overview
  readonly tokens: ChartTokens
  readonly view: { readonly now: PanelView; readonly set: (view: PanelView) => void }
  readonly onShow: (figure: ShownFigure) => void
  readonly onCopy: () => void
}

export const CHART_HEIGHT = 290

/** By `ref`, for what is clicked in a chart. */
const byRef = (figures: readonly (ShownFigure | null | undefined)[]) =>
  new Map(figures.flatMap((figure) => (figure ? [[figure.ref, figure] as const] : [])))

const STATUS_PARTS: readonly (Omit<StatusPart, 'figure'> & { readonly id: string })[] = [
  { id: 'problems.closed', name: '已销号', colour: ({ green }) => green, opacity: 1 },
  { id: 'problems.awaitingClosure', name: '已完成', colour: ({ green }) => green, opacity: 0.6 },
  { id: 'problems.basicallyDone', name: '基本完成', colour: ({ amber }) => amber, opacity: 0.75 },
  { id: 'problems.inProgress', name: '整改中', colour: ({ blue }) => blue, opacity: 0.85 },
  { id: 'problems.notStarted', name: '未启动', colour: ({ red }) => red, opacity: 0.7 },
  { id: 'problems.unstated', name: '未注明', colour: ({ grey }) => grey, opacity: 0.45 },
]

export const statusParts = ({ figures }: Overview): readonly StatusPart[] =>
  STATUS_PARTS.flatMap(({ id, ...part }) => {
    const figure = figures.find((own) => own.id === id)
    return figure ? [{ ...part, figure }] : []
  })

export const StatusPanel = ({ overview, tokens, view, onShow, onCopy }: ChartPanelProps) => {
  const parts = statusParts(overview)
  const total = overview.figures.find(({ id }) => id === 'problems.total')
  const option = useMemo(() => statusOption(statusParts(overview), total, tokens), [overview, total, tokens])
  const figures = byRef(parts.map(({ figure }) => figure))
  const pick = (ref: string) => {
    const figure = figures.get(ref)
    if (figure) onShow(figure)
  }
  const words = parts.map(({ name, figure }) => `${name}${figure.value}${figure.unit}`).join('，')
  return (
    <Panel title={OVERVIEW_WORDS.status} view={view} onCopy={onCopy}>
      {view.now === 'chart' ? (
        <Chart option={option} description={`${OVERVIEW_WORDS.status}：${words}`} height={CHART_HEIGHT} onPick={pick} />
      ) : (
        <FigureTable
          caption={OVERVIEW_WORDS.status}
          head={[OVERVIEW_WORDS.statusName, OVERVIEW_WORDS.count, OVERVIEW_WORDS.share]}
          rows={parts.map(({ name, figure }) => ({
            key: figure.id,
            cells: [
              name,
              <FigureButton key="count" figure={figure} onShow={() => onShow(figure)} />,
              total ? `${percentOf(figure.value, total.value, 1) ?? 0}%` : '',
            ],
          }))}
        />
      )}
    </Panel>
  )
}

const TOP = 15
const TABLE_PARTS: readonly GroupPart[] = ['total', 'done', 'basicallyDone', 'open', 'unstated', 'overdue', 'doneRate']

interface GroupsPanelProps extends ChartPanelProps {
  readonly by: Grouping
  readonly setBy: (by: Grouping) => void
}

export const shownGroups = (
  overview: Overview,
  wanted: Grouping,
): { readonly by: Grouping; readonly groups: readonly Group[] } => {
  const all = groupsIn(overview.figures)
  const by = all.has(wanted) ? wanted : ([...all.keys()][0] ?? wanted)
  return { by, groups: all.get(by) ?? [] }
}

export const topGroups = (groups: readonly Group[]): readonly Group[] => groups.slice(0, TOP)

export const GroupsPanel = ({ overview, tokens, view, onShow, onCopy, by: wanted, setBy }: GroupsPanelProps) => {
  const [isWhole, setWhole] = useState(false)
  const sorts = useMemo(() => [...groupsIn(overview.figures).keys()], [overview])
  const { by, groups } = useMemo(() => shownGroups(overview, wanted), [overview, wanted])
  const top = useMemo(() => topGroups(groups), [groups])
  const option = useMemo(() => groupsOption(top, tokens), [top, tokens])
  const figures = useMemo(() => byRef(groups.flatMap(({ parts }) => Object.values(parts))), [groups])
  const pick = (ref: string) => {
    const figure = figures.get(ref)
    if (figure) onShow(figure)
  }
  const describe = () =>
    top.map(({ name, parts }) => `${name}${parts.total?.value ?? 0}个，已完成${parts.done?.value ?? 0}个`).join('；')
  return (
    <Panel
      title={OVERVIEW_WORDS.groups}
      view={view}
      onCopy={onCopy}
      extra={
        sorts.length === 0 ? null : (
          <>
            <Segmented
              size="small"
              aria-label={OVERVIEW_WORDS.groups}
              options={sorts.map((value) => ({ value, label: GROUP_WORDS[value] }))}
              value={by}
              onChange={setBy}
            />
            <Button size="small" type="link" className="no-print" onClick={() => setWhole(true)}>
              {OVERVIEW_WORDS.all}
            </Button>
            {groups.length > TOP ? <span className="label">{OVERVIEW_WORDS.top(TOP, groups.length)}</span> : null}
          </>
        )
      }
    >
      {groups.length === 0 ? <p className="label">{OVERVIEW_WORDS.noGroups}</p> : null}
      {groups.length > 0 && view.now === 'chart' ? (
        <Chart
          option={option}
          description={`${GROUP_WORDS[by]}：${describe()}`}
          height={Math.max(CHART_HEIGHT, groupsHeight(top.length))}
          onPick={pick}
        />
      ) : null}
      {groups.length > 0 && view.now === 'table' ? <GroupTable by={by} groups={top} onShow={onShow} /> : null}
      {isWhole ? (
        <Modal
          open
          title={OVERVIEW_WORDS.allOf(GROUP_WORDS[by], groups.length)}
          width={900}
          footer={null}
          onCancel={() => setWhole(false)}
        >
          <Table<Group>
            size="small"
            rowKey="key"
            dataSource={[...groups]}
            pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: GROUP_WORDS[by], dataIndex: 'name' },
              ...TABLE_PARTS.map((part) => ({
                title: PART_WORDS[part],
                key: part,
                align: 'right' as const,
                sorter: (a: Group, b: Group) => Number(a.parts[part]?.value ?? 0) - Number(b.parts[part]?.value ?? 0),
                render: (_: unknown, group: Group) => <GroupCell figure={group.parts[part]} onShow={onShow} />,
              })),
            ]}
          />
        </Modal>
      ) : null}
    </Panel>
  )
}

export const groupsHeight = (count: number): number => 46 + count * 22

const GroupTable = ({
  by,
  groups,
  onShow,
}: {
  readonly by: Grouping
  readonly groups: readonly Group[]
  readonly onShow: (figure: ShownFigure) => void
}) => (
  <FigureTable
    caption={GROUP_WORDS[by]}
    head={[GROUP_WORDS[by], ...TABLE_PARTS.map((part) => PART_WORDS[part])]}
    rows={groups.map(({ key, name, parts }) => ({
      key,
      cells: [name, ...TABLE_PARTS.map((part) => <GroupCell key={part} figure={parts[part]} onShow={onShow} />)],
    }))}
  />
)

const GroupCell = ({
  figure,
  onShow,
}: {
  readonly figure: ShownFigure | undefined
  readonly onShow: (figure: ShownFigure) => void
}) =>
  figure === undefined ? null : (
    <FigureButton figure={figure} onShow={() => onShow(figure)}>
      {figure.value}
      {figure.unit === '%' ? '%' : ''}
    </FigureButton>
  )

export const BurnUpPanel = ({ overview, tokens, view, onShow, onCopy }: ChartPanelProps) => {
  const { weeks, cutoff } = overview
  const option = useMemo(() => burnUpOption(weeks, cutoff, tokens), [weeks, cutoff, tokens])
  const figures = useMemo(() => byRef(weeks.flatMap(({ planned, done }) => [planned, done])), [weeks])
  const pick = (ref: string) => {
    const figure = figures.get(ref)
    if (figure) onShow(figure)
  }
  const last = weeks[lastIndexWhere(weeks, ({ done }) => done !== null)]
  const words = last
    ? `${last.on}${OVERVIEW_WORDS.planned}${last.planned.value}个，${OVERVIEW_WORDS.done}${last.done?.value ?? 0}个`
    : ''
  return (
    <Panel title={OVERVIEW_WORDS.burnUp} view={view} onCopy={onCopy}>
      {weeks.length === 0 ? <p className="label">{OVERVIEW_WORDS.noBurnUp}</p> : null}
      {weeks.length > 0 && view.now === 'chart' ? (
        <Chart option={option} description={`${OVERVIEW_WORDS.burnUp}：${words}`} height={CHART_HEIGHT} onPick={pick} />
      ) : null}
      {weeks.length > 0 && view.now === 'table' ? (
        <FigureTable
          caption={OVERVIEW_WORDS.burnUp}
          head={[OVERVIEW_WORDS.week, OVERVIEW_WORDS.planned, OVERVIEW_WORDS.done]}
          rows={weeks.map(({ on, planned, done }) => ({
            key: on,
            cells: [
              on,
              <FigureButton key="planned" figure={planned} onShow={() => onShow(planned)} />,
              done === null ? '' : <FigureButton key="done" figure={done} onShow={() => onShow(done)} />,
            ],
          }))}
        />
      ) : null}
    </Panel>
  )
}

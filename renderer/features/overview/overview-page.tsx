import { CameraOutlined, LockOutlined } from '@ant-design/icons'
import { App, Button, Skeleton, Spin } from 'antd'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import type { Overview } from '../../data/figures-host.ts'
import { useOverview } from '../../data/overview-queries.ts'
import { GROUP_WORDS, OVERVIEW_WORDS, PERIOD_WORDS } from '../../messages/overview.ts'
import { ROOM_WORDS } from '../../messages/shell.ts'
import { invoke } from '../../platform/bridge.ts'
import { type DeskPart, useDeskPart } from '../../state/desk.ts'
import { useScreen } from '../../state/screen.ts'
import { AsOf } from '../../ui/as-of.tsx'
import { useChartTokens } from '../../ui/chart-tokens.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { pictureTo } from '../../ui/picture.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { CalendarPanel } from './calendar-panel.tsx'
import { BurnUpPanel, GroupsPanel, StatusPanel } from './chart-panels.tsx'
import { WithFigureCards } from './figure-card.tsx'
import { CARD_FIGURES, FigureCards } from './figure-cards.tsx'
import { FreezeDialog } from './freeze-dialog.tsx'
import type { Grouping } from './groups.ts'
import { onePicture, PICTURES, type PictureName, wholePicture } from './overview-picture.ts'
import type { PanelView } from './panel.tsx'
import { PeriodPanels } from './periods-panel.tsx'
import { RegistersPanel } from './registers-panel.tsx'
import { SincePanel } from './since-panel.tsx'
import { useShowRows } from './use-show-rows.ts'
import './overview.css'

/** 总览 of one ledger at a day. */
export const OverviewPage = ({ ledgerId }: { readonly ledgerId: string }) => {
  const date = useScreen((state) => state.date)
  const setDate = useScreen((state) => state.setDate)
  const { overview, isComputing } = useOverview(ledgerId, date)
  const [isFreezing, setFreezing] = useState(false)
  const tokens = useChartTokens()
  const { message } = App.useApp()
  const tellRefusal = useTellRefusal()
  const [shape, setShape] = useDeskPart(ledgerId, SHAPE)
  const copy = async (draw: () => HTMLCanvasElement) => {
    const copied = await pictureTo(draw(), (png) => invoke('clipboard.writePicture', { png }))
    if (copied.ok) void message.success(OVERVIEW_WORDS.copied)
    else tellRefusal(copied.error)
  }
  const isEmpty = !overview || overview.problems === 0
  return (
    <div className="overview" data-print-root={ROOM_WORDS.overview}>
      <Page
        title={
          <>
            {ROOM_WORDS.overview}
            <span className="print-only">{` ${overview?.title ?? ''}（${OVERVIEW_WORDS.asOf} ${overview?.cutoff ?? ''}）`}</span>
          </>
        }
        extra={
          <>
            <span className="overview-computing label" aria-live="polite" data-computing={isComputing}>
              {isComputing ? (
                <>
                  <Spin size="small" /> {OVERVIEW_WORDS.computing}
                </>
              ) : null}
            </span>
            <AsOf label={OVERVIEW_WORDS.asOf} date={date} onChange={(next) => void setDate(next)} />
            <Button size="small" icon={<LockOutlined />} disabled={isEmpty} onClick={() => setFreezing(true)}>
              {PERIOD_WORDS.freeze}
            </Button>
            <Button
              size="small"
              icon={<CameraOutlined />}
              disabled={isEmpty}
              onClick={() => (overview ? void copy(() => wholePicture(overview, shape.by, tokens)) : undefined)}
            >
              {OVERVIEW_WORDS.copyAll}
            </Button>
          </>
        }
      >
        {overview === undefined ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
        {overview?.problems === 0 ? (
          <EmptyState title={OVERVIEW_WORDS.emptyTitle} detail={OVERVIEW_WORDS.emptyDetail}>
            <Button type="primary" onClick={() => void useScreen.getState().enterRoom('lists')}>
              {OVERVIEW_WORDS.toLists}
            </Button>
          </EmptyState>
        ) : null}
        {overview && overview.problems > 0 ? (
          <WithFigureCards>
            <Panels
              overview={overview}
              shape={shape}
              setShape={setShape}
              onFreeze={() => setFreezing(true)}
              onCopy={(name) => void copy(() => onePicture(name, overview, shape.by, tokens))}
            />
          </WithFigureCards>
        ) : null}
      </Page>
      {isFreezing && overview ? (
        <FreezeDialog
          overview={overview}
          onClose={() => setFreezing(false)}
          onFrozen={(title) => void message.success(PERIOD_WORDS.frozen(title))}
        />
      ) : null}
    </div>
  )
}

const shapeSchema = z.object({
  by: z.enum(Object.keys(GROUP_WORDS) as [Grouping, ...Grouping[]]),
  /** The parts that are shown as a table. */
  tables: z.array(z.enum(PICTURES)).readonly(),
})
type Shape = Readonly<z.infer<typeof shapeSchema>>

/** How a person last looked at it. */
const SHAPE: DeskPart<Shape> = { name: 'overview', schema: shapeSchema, empty: { by: 'byUnit', tables: [] } }

interface PanelsProps {
  readonly overview: Overview
  readonly shape: Shape
  readonly setShape: (shape: Shape) => void
  readonly onFreeze: () => void
  readonly onCopy: (name: PictureName) => void
}

const Panels = ({ overview, shape, setShape, onFreeze, onCopy }: PanelsProps) => {
  const tokens = useChartTokens()
  const show = useShowRows()
  const cards = useMemo(() => CARD_FIGURES.flatMap((id) => overview.figures.find((figure) => figure.id === id) ?? []), [overview])
  const viewOf = (name: PictureName) => ({
    now: (shape.tables.includes(name) ? 'table' : 'chart') as PanelView,
    set: (view: PanelView) => {
      const others = shape.tables.filter((other) => other !== name)
      setShape({ ...shape, tables: view === 'table' ? [...others, name] : others })
    },
  })
  const chart = (name: PictureName) => ({
    overview,
    tokens,
    view: viewOf(name),
    onShow: show.ofFigure,
    onCopy: () => onCopy(name),
  })
  return (
    <>
      <FigureCards figures={cards} onShow={show.ofFigure} />
      <div className="panels">
        <StatusPanel {...chart('status')} />
        <GroupsPanel {...chart('groups')} by={shape.by} setBy={(by) => setShape({ ...shape, by })} />
        <BurnUpPanel {...chart('burnUp')} />
        <CalendarPanel {...chart('calendar')} />
        <SincePanel overview={overview} show={show} />
        <RegistersPanel overview={overview} onShow={show.ofFigure} />
        <PeriodPanels overview={overview} show={show} onFreeze={onFreeze} />
      </div>
    </>
  )
}

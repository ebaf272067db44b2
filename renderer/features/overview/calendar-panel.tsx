import { weekdayOf } from '../../../shared/base/plain-date.ts'
import type { Overview, ShownDay, ShownFigure } from '../../data/figures-host.ts'
import { OVERVIEW_WORDS } from '../../messages/overview.ts'
import { FigureButton } from './figure-button.tsx'
import type { TellingFigure } from './figure-card.tsx'
import { FigureTable } from './figure-table.tsx'
import { Panel, type PanelView } from './panel.tsx'

/** Days before the first, so that every week begins on its Monday. */
export const leadingDays = (days: readonly ShownDay[]): number => (days[0] ? weekdayOf(days[0].on) - 1 : 0)

export const dayLabel = (on: string): string => `${Number(on.slice(5, 7))}/${Number(on.slice(8, 10))}`

/** 未来30天到期: each day with what falls due, and in words what that is. */
export const CalendarPanel = ({
  overview,
  view,
  onShow,
  onCopy,
}: {
  readonly overview: Overview
  readonly view: { readonly now: PanelView; readonly set: (view: PanelView) => void }
  readonly onShow: (figure: ShownFigure) => void
  readonly onCopy: () => void
}) => {
  const { days } = overview
  const due = days.filter((day) => day.due.count > 0)
  return (
    <Panel title={OVERVIEW_WORDS.calendar} view={view} onCopy={onCopy}>
      {view.now === 'chart' ? (
        <div className="calendar">
          {OVERVIEW_WORDS.weekdays.map((weekday) => (
            <span key={weekday} className="calendar-weekday">
              {weekday}
            </span>
          ))}
          {days.map((day, i) => (
            <div
              key={day.on}
              className="calendar-day"
              data-day={day.on}
              style={i === 0 ? { gridColumnStart: leadingDays(days) + 1 } : undefined}
            >
              <span className="calendar-date">{dayLabel(day.on)}</span>
              {day.due.count === 0 ? null : (
                <FigureButton className="calendar-count" figure={withFirst(day)} onShow={() => onShow(day.due)} />
              )}
            </div>
          ))}
        </div>
      ) : null}
      {view.now === 'table' && due.length > 0 ? (
        <FigureTable
          caption={OVERVIEW_WORDS.calendar}
          head={[OVERVIEW_WORDS.day, OVERVIEW_WORDS.count]}
          rows={due.map((day) => ({
            key: day.on,
            cells: [day.on, <FigureButton key="due" figure={withFirst(day)} onShow={() => onShow(day.due)} />],
          }))}
        />
      ) : null}
      {due.length === 0 ? <p className="label">{OVERVIEW_WORDS.nothingDue}</p> : null}
    </Panel>
  )
}

const withFirst = ({ due, first }: ShownDay): TellingFigure => ({
  ...due,
  first: [
    ...first.map(({ number, statement }) => `${number}. ${statement}`),
    ...(due.count > first.length ? [OVERVIEW_WORDS.moreDue(due.count)] : []),
  ],
})

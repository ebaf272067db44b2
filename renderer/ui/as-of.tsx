import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { type PlainDate, parsePlainDate } from '../../shared/base/plain-date.ts'

/** 截至: the day everything on a screen is looked at. */
export const AsOf = ({
  label,
  date,
  onChange,
}: {
  readonly label: string
  readonly date: PlainDate
  readonly onChange: (date: PlainDate) => void
}) => (
  <>
    <span className="label">{label}</span>
    <DatePicker
      size="small"
      className="as-of"
      aria-label={label}
      allowClear={false}
      value={dayjs(date)}
      onChange={(day) => {
        const chosen = parsePlainDate(day?.format('YYYY-MM-DD') ?? '')
        if (chosen.ok) onChange(chosen.value)
      }}
    />
  </>
)

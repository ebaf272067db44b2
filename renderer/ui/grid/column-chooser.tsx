import { DownOutlined, SettingOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Checkbox, InputNumber, Popover } from 'antd'
import { GRID_WORDS } from '../../messages/grid.ts'
import type { GridLayout } from './grid-layout.ts'

/** A button that opens the choice of columns: which are shown, in which order, and how many stay at the left. */
export const ColumnChooser = ({ layout }: { readonly layout: GridLayout }) => (
  <Popover trigger="click" placement="bottomRight" title={GRID_WORDS.columnsTitle} content={<Choices layout={layout} />}>
    <Button size="small" icon={<SettingOutlined />} aria-label={GRID_WORDS.columnsTitle}>
      {GRID_WORDS.columns}
    </Button>
  </Popover>
)

const Choices = ({ layout: { all, arrangement, onArrange, frozen } }: { readonly layout: GridLayout }) => {
  const { hidden } = arrangement
  const keys = all.map(({ key }) => key)
  const swap = (at: number, by: 1 | -1) => {
    const order = [...keys]
    const [moving] = order.splice(at, 1)
    if (moving !== undefined) order.splice(at + by, 0, moving)
    onArrange({ ...arrangement, order })
  }
  return (
    <div className="column-choices">
      <ul>
        {all.map(({ key, title }, i) => (
          <li key={key}>
            <Checkbox
              checked={!hidden.includes(key)}
              disabled={!hidden.includes(key) && hidden.length >= all.length - 1}
              onChange={({ target }) =>
                onArrange({ ...arrangement, hidden: target.checked ? hidden.filter((name) => name !== key) : [...hidden, key] })
              }
            >
              {title}
            </Checkbox>
            <span className="column-moves">
              <Button
                size="small"
                type="text"
                icon={<UpOutlined />}
                aria-label={GRID_WORDS.columnUp(title)}
                disabled={i === 0}
                onClick={() => swap(i, -1)}
              />
              <Button
                size="small"
                type="text"
                icon={<DownOutlined />}
                aria-label={GRID_WORDS.columnDown(title)}
                disabled={i === all.length - 1}
                onClick={() => swap(i, 1)}
              />
            </span>
          </li>
        ))}
      </ul>
      <div className="column-frozen">
        <span className="label">{GRID_WORDS.frozen}</span>
        <InputNumber
          size="small"
          aria-label={GRID_WORDS.frozen}
          min={0}
          max={Math.min(6, all.length - 1)}
          value={frozen}
          onChange={(value) => onArrange({ ...arrangement, frozen: value })}
        />
        <Button size="small" type="link" onClick={() => onArrange({ widths: {}, hidden: [], order: [], frozen: null })}>
          {GRID_WORDS.asBefore}
        </Button>
      </div>
    </div>
  )
}

import { Button, Input, Popover } from 'antd'
import { useMemo, useState } from 'react'
import type { ShownSheet } from '../../data/notice-host.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'

interface FigurePickerProps {
  readonly figures: ShownSheet['figures']
  readonly onPick: (figureId: string) => void
}

/** As many as one looks through. */
const MOST = 60

/** 插入数字: a figure of the ledger by its name, as it stands now. */
export const FigurePicker = ({ figures, onPick }: FigurePickerProps) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <FigureList
          figures={figures}
          onPick={(figureId) => {
            setOpen(false)
            onPick(figureId)
          }}
        />
      }
    >
      <Button size="small">{WORKBENCH_WORDS.insertFigure}</Button>
    </Popover>
  )
}

const FigureList = ({ figures, onPick }: FigurePickerProps) => {
  const [words, setWords] = useState('')
  const all = useMemo(() => Object.entries(figures), [figures])
  const shown = all.filter(([, { label }]) => words.split(/\s+/).every((word) => label.includes(word))).slice(0, MOST)
  return (
    <div className="figure-picker">
      <Input
        autoFocus
        size="small"
        aria-label={WORKBENCH_WORDS.figureSearch}
        placeholder={WORKBENCH_WORDS.figureSearch}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onPressEnter={() => shown[0] && onPick(shown[0][0])}
      />
      {shown.length === 0 ? <p className="label">{WORKBENCH_WORDS.figureNone}</p> : null}
      <div className="figure-picker-list">
        {shown.map(([id, { label, value, unit, formula }]) => (
          <button type="button" key={id} title={formula} onClick={() => onPick(id)}>
            <span>{label}</span>
            <strong>
              {value}
              {unit}
            </strong>
          </button>
        ))}
      </div>
    </div>
  )
}

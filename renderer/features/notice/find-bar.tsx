import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useLayoutEffect, useRef } from 'react'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'

interface FindBarProps {
  readonly words: string
  readonly count: number
  /** Counted from 0; -1 for none. */
  readonly current: number
  /** Grows each time the search is asked for. */
  readonly asked: number
  readonly onWords: (words: string) => void
  readonly onStep: (by: -1 | 1) => void
  readonly onClose: () => void
}

/** 查找 in the notice: Enter goes on, Shift+Enter back, Esc returns to the text. */
export const FindBar = ({ words, count, current, asked, onWords, onStep, onClose }: FindBarProps) => {
  const input = useRef<InputRef>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again, the field takes the keys again
  useLayoutEffect(() => input.current?.focus({ cursor: 'all' }), [asked])
  return (
    <search className="find-bar" aria-label={WORKBENCH_WORDS.find}>
      <Input
        ref={input}
        size="small"
        aria-label={WORKBENCH_WORDS.find}
        placeholder={WORKBENCH_WORDS.findPlaceholder}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') onClose()
        }}
      />
      <span className="label" role="status">
        {words.trim() === '' ? '' : WORKBENCH_WORDS.findCount(current + 1, count)}
      </span>
      <Button
        size="small"
        type="text"
        icon={<UpOutlined />}
        aria-label={WORKBENCH_WORDS.findBefore}
        disabled={count === 0}
        onClick={() => onStep(-1)}
      />
      <Button
        size="small"
        type="text"
        icon={<DownOutlined />}
        aria-label={WORKBENCH_WORDS.findNext}
        disabled={count === 0}
        onClick={() => onStep(1)}
      />
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={WORKBENCH_WORDS.findClose} onClick={onClose} />
    </search>
  )
}

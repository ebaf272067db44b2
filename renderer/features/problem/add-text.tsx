import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { useDraft } from '../../state/use-draft.ts'
import { paragraphKeys } from '../../ui/paragraph-keys.ts'

interface AddTextProps {
  readonly id: string
  readonly icon: ReactNode
  readonly label: string
  readonly placeholder: string
  /** Beside the buttons while it is being written: a date, to whom it belongs. */
  readonly beside?: ReactNode
  /** Below it while it is being written: what goes with it. */
  readonly below?: ReactNode
  /** Something goes with it already: then it is asked about without words too. */
  readonly holds?: boolean
  /** It is given up; what goes with it too. */
  readonly onGiveUp?: () => void
  /** False: it was refused, and what was typed stays. */
  readonly onAdd: (text: string) => Promise<boolean>
}

/** A button that becomes a field for a new entry; Ctrl+Enter adds it. */
export const AddText = ({ id, icon, label, placeholder, beside, below, holds = false, onGiveUp, onAdd }: AddTextProps) => {
  const save = async (entry: string): Promise<boolean> => (entry.trim() === '' && !holds) || onAdd(entry)
  const { draft: text, setDraft, isSaving, commit, within } = useDraft({ id, what: label, save, rest: behind })
  const giveUp = () => {
    setDraft(null)
    onGiveUp?.()
  }
  if (text === null) {
    return (
      <Button size="small" type="dashed" icon={icon} onClick={() => setDraft('')}>
        {label}
      </Button>
    )
  }
  return (
    <div className="add-text" ref={within}>
      <Input.TextArea
        autoFocus
        aria-label={label}
        placeholder={placeholder}
        autoSize={{ minRows: 2, maxRows: 10 }}
        spellCheck={false}
        value={text}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={paragraphKeys({ save: () => void commit(), giveUp })}
      />
      <div className="add-text-acts">
        {beside}
        <Button size="small" onClick={giveUp}>
          {PROBLEM_WORDS.cancel}
        </Button>
        <Button size="small" type="primary" disabled={text.trim() === '' || isSaving} onClick={() => void commit()}>
          {PROBLEM_WORDS.add}
        </Button>
      </div>
      {below}
    </div>
  )
}

/** What went on behind an entry while it was added is another entry. */
const behind = (typed: string, added: string): string => (typed.startsWith(added) ? typed.slice(added.length) : typed)

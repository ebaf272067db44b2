import { Input } from 'antd'
import { TROUBLE_WORDS } from '../messages/shell.ts'
import type { Typing } from '../state/typing.ts'

/** What was being typed when something failed, to be copied before the window is loaded again. */
export const Drafts = ({ drafts }: { readonly drafts: readonly Pick<Typing, 'what' | 'text'>[] }) =>
  drafts.every(isEmpty) ? null : (
    <>
      <p>{TROUBLE_WORDS.drafts}</p>
      {drafts
        .filter((draft) => !isEmpty(draft))
        .map(({ what, text }) => (
          <div key={what} className="draft">
            <span>{what}</span>
            <Input.TextArea
              aria-label={what}
              readOnly
              value={text}
              autoSize={{ minRows: 2, maxRows: 8 }}
              onFocus={(event) => event.target.select()}
            />
          </div>
        ))}
    </>
  )

/** An editor that was opened and holds nothing. */
const isEmpty = ({ text }: Pick<Typing, 'text'>): boolean => text.trim() === ''

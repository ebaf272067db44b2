import { Input } from 'antd'
import { TROUBLE_WORDS } from '../messages/shell.ts'
import type { Typing } from '../state/typing.ts'

/** What was being typed when something failed, to be copied before the window is loaded again. */
export const Drafts = ({ drafts }: { readonly drafts: readonly Pick<Typing, 'what' | 'text'>[] }) =>
  drafts.length === 0 ? null : (
    <>
      <p>{TROUBLE_WORDS.drafts}</p>
      {drafts.map(({ what, text }) => (
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

import { Button } from 'antd'
import { documentKey } from '../../../shared/merge/document-boundaries.ts'
import { useActsOfDocument } from '../../data/history-queries.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { useScreen } from '../../state/screen.ts'
import { printAuthor, printMoment } from '../../ui/who-and-when.ts'
import type { CaretAt } from './editor/notice-editor.tsx'

interface ChangesPaneProps {
  readonly ledgerId: string
  readonly noticeId: string
  readonly caret: CaretAt | null
}

/** As many as one looks through at a glance; 修改记录 has all. */
const MOST = 30

/** Who changed the text the caret stands in, and when: of a problem all of it, elsewhere the notice's own words. */
export const ChangesPane = ({ ledgerId, noticeId, caret }: ChangesPaneProps) => {
  const { problemId, isOutline } = placeOf(caret)
  const key =
    problemId !== null
      ? documentKey('problem', problemId)
      : documentKey(isOutline ? 'outline' : 'notice', isOutline ? ledgerId : noticeId)
  const acts = useActsOfDocument(ledgerId, key, MOST)
  if (caret === null) return <p className="label">{WORKBENCH_WORDS.changesWhere}</p>
  return (
    <>
      <h3>{WORKBENCH_WORDS.changesOf(problemId === null ? WORKBENCH_WORDS.noticeText : WORKBENCH_WORDS.problemNumber)}</h3>
      {acts?.length === 0 ? <p className="label">{WORKBENCH_WORDS.noChanges}</p> : null}
      <ul className="checks">
        {acts?.map(({ id, intent, author, at }) => (
          <li key={id}>
            <span>{intent}</span>
            <span className="label">{`${printMoment(at)} ${printAuthor(author)}`}</span>
          </li>
        ))}
      </ul>
      {problemId === null ? null : (
        <Button size="small" onClick={() => void useScreen.getState().openProblem(problemId)}>
          {WORKBENCH_WORDS.openProblem}
        </Button>
      )}
      <Button size="small" type="link" onClick={() => void useScreen.getState().enterRoom('history')}>
        {WORKBENCH_WORDS.allChanges}
      </Button>
    </>
  )
}

const placeOf = (caret: CaretAt | null) => ({
  problemId: caret?.source?.problemId ?? caret?.problemId ?? null,
  isOutline: caret?.source?.kind === 'outlineNode',
})

import { Button } from 'antd'
import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { useScreen } from '../../state/screen.ts'
import type { CaretAt } from './editor/notice-editor.tsx'

interface HereCardProps {
  readonly caret: CaretAt | null
  /** The block the caret stands in is written from the registers. */
  readonly isRegister: boolean
  readonly onOwnWords: (blockId: string) => void
  /** A paragraph, or a heading, behind the block the caret stands in. */
  readonly onAddBlock: (afterId: string, form: 'paragraph' | 'section') => void
  readonly onRemoveBlock: (blockId: string) => void
  /** Words under a heading of the problems' outline. */
  readonly onAddWords: (nodeId: string) => void
}

/** Where the words at the caret are kept, and what can be done with them there. */
export const HereCard = ({ caret, isRegister, onOwnWords, onAddBlock, onRemoveBlock, onAddWords }: HereCardProps) => {
  const blockId = caret?.blockId ?? null
  const problemId = caret?.source?.problemId ?? caret?.problemId ?? null
  return (
    <section className="here-card" aria-label={WORKBENCH_WORDS.here}>
      <h3>{titleOf(caret)}</h3>
      {caret === null ? <p className="label">{WORKBENCH_WORDS.hereNothing}</p> : null}
      {caret?.source?.isDraft ? <p className="label">{WORKBENCH_WORDS.hereDraft}</p> : null}
      {caret?.isComposed ? (
        <p className="label">{isRegister ? WORKBENCH_WORDS.hereRegister : WORKBENCH_WORDS.hereComposed}</p>
      ) : null}
      {isRegister && blockId !== null ? (
        <Button size="small" onClick={() => onOwnWords(blockId)}>
          {WORKBENCH_WORDS.ownWords}
        </Button>
      ) : null}
      {caret?.source?.kind === 'outlineNode' && caret.source.field === 'heading' ? (
        <Button size="small" onClick={() => onAddWords(caret.source?.id ?? '')}>
          {WORKBENCH_WORDS.addWords}
        </Button>
      ) : null}
      {blockId !== null && problemId === null ? (
        <>
          <Button size="small" onClick={() => onAddBlock(blockId, 'paragraph')}>
            {WORKBENCH_WORDS.addParagraph}
          </Button>
          <Button size="small" onClick={() => onAddBlock(blockId, 'section')}>
            {WORKBENCH_WORDS.addSection}
          </Button>
          <Button size="small" danger onClick={() => onRemoveBlock(blockId)}>
            {WORKBENCH_WORDS.removeBlock}
          </Button>
        </>
      ) : null}
      {problemId === null ? null : (
        <Button size="small" onClick={() => void useScreen.getState().openProblem(problemId)}>
          {WORKBENCH_WORDS.openProblem}
        </Button>
      )}
    </section>
  )
}

const titleOf = (caret: CaretAt | null): string => {
  const source = caret?.source
  return source ? fieldShape(source.kind, source.field).title : WORKBENCH_WORDS.here
}

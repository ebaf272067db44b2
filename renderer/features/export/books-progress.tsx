import { Button, Progress } from 'antd'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { TABLES_WORDS as WORDS } from '../../messages/tables.ts'
import { invoke } from '../../platform/bridge.ts'
import { RefusalText, useTellRefusal } from '../../ui/refusal-notice.tsx'
import type { BooksStage } from './use-books.ts'

/** How far the files of a batch are, and what became of each. */
export const BooksProgress = ({ stage }: { readonly stage: BooksStage }) => {
  const tellRefusal = useTellRefusal()
  const { written } = stage
  const count = written.filter(({ state }) => state === 'written').length
  const first = written.find(({ path }) => path !== null)?.path ?? null
  const reveal = async (path: string) => {
    const shown = await invoke('file.reveal', { path })
    if (!shown.ok) tellRefusal(shown.error)
  }
  return (
    <section aria-live="polite">
      {stage.type === 'writing' ? (
        <Progress
          percent={stage.of === 0 ? 0 : Math.round((written.length / stage.of) * 100)}
          format={() => `${written.length}/${stage.of}`}
          aria-label={WORDS.writing}
        />
      ) : null}
      {stage.type === 'refused' ? (
        <>
          <h3>{sentenceOf(stage.refusal).title}</h3>
          <RefusalText refusal={stage.refusal} />
        </>
      ) : null}
      {stage.type === 'done' ? (
        <p className="export-done">{WORDS.written(count, written.length - count, stage.isWhole)}</p>
      ) : null}
      <ul className="books-written">
        {written.map(({ name, state }) => (
          <li key={name}>
            {name} <span className="label">{WORDS.states[state]}</span>
          </li>
        ))}
      </ul>
      {first === null || stage.type === 'writing' ? null : (
        <Button size="small" onClick={() => void reveal(first)}>
          {WORDS.reveal}
        </Button>
      )}
    </section>
  )
}

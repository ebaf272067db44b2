import { Button, Progress } from 'antd'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { PAPERS_WORDS as WORDS } from '../../messages/papers.ts'
import { invoke } from '../../platform/bridge.ts'
import { RefusalText, useTellRefusal } from '../../ui/refusal-notice.tsx'
import type { PapersStage } from './use-papers.ts'

/** How far the files of a batch are, and what became of each. */
export const PapersProgress = ({ stage }: { readonly stage: PapersStage }) => {
  const tellRefusal = useTellRefusal()
  const { written } = stage
  const count = (state: 'written' | 'skipped'): number => written.filter((file) => file.state === state).length
  const first = written.find(({ path }) => path !== null)?.path ?? null
  const reveal = async (path: string) => {
    const shown = await invoke('file.reveal', { path })
    if (!shown.ok) tellRefusal(shown.error)
  }
  return (
    <section aria-live="polite">
      {stage.type === 'writing' ? (
        <Progress
          percent={stage.of === 0 ? 0 : Math.round((stage.done / stage.of) * 100)}
          format={() => `${stage.done}/${stage.of}`}
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
        <p className="export-done">
          {written.length === 0 && stage.isWhole
            ? WORDS.nothing
            : WORDS.written(count('written'), count('skipped'), stage.isWhole)}
        </p>
      ) : null}
      <ul className="papers-written">
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

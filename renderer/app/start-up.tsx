import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import type { Refusal } from '../../shared/base/refusal.ts'
import { sentenceOf } from '../../shared/messages/refusals.ts'
import type { StartReport } from '../data/start-store.ts'
import { startStore, whenStoreFails } from '../data/store-client.ts'
import { START_WORDS, TROUBLE_WORDS } from '../messages/shell.ts'
import { invoke } from '../platform/bridge.ts'
import { useStoreTrouble } from '../state/store-trouble.ts'
import { FullPage } from '../ui/full-page.tsx'
import { RefusalText } from '../ui/refusal-notice.tsx'
import { Drafts } from './drafts.tsx'
import { Shell } from './shell.tsx'

type Stage =
  | { readonly type: 'opening'; readonly done: number; readonly of: number }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'open'; readonly report: StartReport }

/** Started once for the life of the page, whatever React does with its components. */
let started: Promise<Stage> | null = null
let showProgress: (done: number, of: number) => void = () => undefined

const start = async (): Promise<Stage> => {
  whenStoreFails(useStoreTrouble.getState().fail)
  const facts = await invoke('app.facts', undefined)
  if (!facts.ok) return { type: 'refused', refusal: facts.error }
  try {
    const answer = await startStore(facts.value.version, (done, of) => showProgress(done, of))
    return answer.ok ? { type: 'open', report: answer.value } : { type: 'refused', refusal: answer.error }
  } catch (thrown) {
    const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
    return { type: 'refused', refusal: { type: 'store-unavailable', detail: reason } }
  }
}

/** Brings the store up before anything is shown of it. */
export const StartUp = () => {
  const [stage, setStage] = useState<Stage>({ type: 'opening', done: 0, of: 0 })
  const trouble = useStoreTrouble((state) => state.detail)
  const drafts = useStoreTrouble((state) => state.drafts)
  useEffect(() => {
    showProgress = (done, of) => setStage((now) => (now.type === 'opening' ? { type: 'opening', done, of } : now))
    started ??= start()
    void started.then(setStage)
  }, [])

  if (stage.type === 'refused') {
    return (
      <FullPage title={sentenceOf(stage.refusal).title} actions={<Reopen text={START_WORDS.again} />}>
        <RefusalText refusal={stage.refusal} />
        <p>{START_WORDS.refusedSafe}</p>
      </FullPage>
    )
  }
  if (trouble !== null) {
    return (
      <FullPage title={TROUBLE_WORDS.storeTitle} actions={<Reopen text={TROUBLE_WORDS.storeAct} />}>
        <p>{TROUBLE_WORDS.storeDetail}</p>
        <Drafts drafts={drafts} />
        <pre className="fault">
          {TROUBLE_WORDS.technical}
          {trouble}
        </pre>
      </FullPage>
    )
  }
  if (stage.type === 'opening') return <Opening done={stage.done} of={stage.of} />
  return <Shell report={stage.report} />
}

const Reopen = ({ text }: { readonly text: string }) => (
  <Button type="primary" onClick={() => location.reload()}>
    {text}
  </Button>
)

const Opening = ({ done, of }: { readonly done: number; readonly of: number }) => (
  <div className="opening">
    {of === 0 ? (
      START_WORDS.opening
    ) : (
      <>
        <p>{START_WORDS.rebuilding}</p>
        <Progress
          aria-label={START_WORDS.rebuilding}
          percent={Math.round((done / of) * 100)}
          format={() => START_WORDS.progress(done, of)}
        />
      </>
    )}
  </div>
)

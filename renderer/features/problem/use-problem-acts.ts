import { App } from 'antd'
import type { LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import type { DocumentKey } from '../../../shared/merge/document-boundaries.ts'
import type { EntityKey } from '../../../shared/merge/flat-map.ts'
import { lastAct } from '../../data/last-act.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { HISTORY_WORDS } from '../../messages/history.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { useTellAdvice } from '../../ui/advice-notice.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'

/** Acts on one problem; each answers whether it was accepted. A refusal, and what is unusual about an act, has been told. */
export const useProblemActs = (ledgerId: string) => {
  const { message } = App.useApp()
  const tellRefusal = useTellRefusal()
  const tellRemoval = useTellRemoval()
  const tellAdvice = useTellAdvice()
  const run = async (command: LedgerCommand): Promise<boolean> => {
    const answer = await ledgerStore.run(ledgerId, command)
    if (!answer.ok) tellRefusal(answer.error)
    else tellAdvice(answer.value.intent, answer.value.advice)
    return answer.ok
  }
  /** Removes at once and offers to take it back. */
  const remove = async (command: LedgerCommand): Promise<void> => {
    const answer = await ledgerStore.run(ledgerId, command)
    if (!answer.ok) return tellRefusal(answer.error)
    tellRemoval(PROBLEM_WORDS.removed(answer.value.intent), lastAct(ledgerId))
  }
  /** Sets old values back, out of 修改记录; says so, because what changes may stand far above. */
  const setBack = async (command: LedgerCommand): Promise<void> => {
    const answer = await ledgerStore.run(ledgerId, command)
    if (!answer.ok) return tellRefusal(answer.error)
    tellAdvice(answer.value.intent, answer.value.advice)
    tellRemoval(HISTORY_WORDS.done(answer.value.intent), lastAct(ledgerId))
  }
  /** Brings a removed record back. */
  const bringBack = async (document: DocumentKey, entity: EntityKey): Promise<void> => {
    const answer = await ledgerStore.restore(ledgerId, document, entity)
    if (!answer.ok) return tellRefusal(answer.error)
    tellRemoval(HISTORY_WORDS.done(answer.value.intent), lastAct(ledgerId))
  }
  const warn = (words: string): void => void message.warning({ key: 'problem-file', content: words })
  return { run, remove, setBack, bringBack, warn }
}

export type ProblemActs = ReturnType<typeof useProblemActs>

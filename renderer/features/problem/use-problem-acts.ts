import type { OneProblemCommand } from '../../../shared/domain/commands/ledger-command.ts'
import { lastAct } from '../../data/last-act.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { useTellAdvice } from '../../ui/advice-notice.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'

/** Acts on one problem; each answers whether it was accepted. A refusal, and what is unusual about an act, has been told. */
export const useProblemActs = (ledgerId: string) => {
  const tellRefusal = useTellRefusal()
  const tellRemoval = useTellRemoval()
  const tellAdvice = useTellAdvice()
  const run = async (command: OneProblemCommand): Promise<boolean> => {
    const answer = await ledgerStore.run(ledgerId, command)
    if (!answer.ok) tellRefusal(answer.error)
    else tellAdvice(answer.value.intent, answer.value.advice)
    return answer.ok
  }
  /** Removes at once and offers to take it back. */
  const remove = async (command: OneProblemCommand): Promise<void> => {
    const answer = await ledgerStore.run(ledgerId, command)
    if (!answer.ok) return tellRefusal(answer.error)
    tellRemoval(PROBLEM_WORDS.removed(answer.value.intent), lastAct(ledgerId))
  }
  return { run, remove }
}

export type ProblemActs = ReturnType<typeof useProblemActs>

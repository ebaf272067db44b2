import type { ProblemCommand } from '../../../shared/domain/commands/problem-commands.ts'
import { lastAct } from '../../data/last-act.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'

/** Acts on one problem; each answers whether it was accepted, and a refusal has been told. */
export const useProblemActs = (ledgerId: string) => {
  const tellRefusal = useTellRefusal()
  const tellRemoval = useTellRemoval()
  const run = async (command: ProblemCommand): Promise<boolean> => {
    const answer = await ledgerStore.run(ledgerId, command)
    if (!answer.ok) tellRefusal(answer.error)
    return answer.ok
  }
  /** Removes at once and offers to take it back. */
  const remove = async (command: ProblemCommand): Promise<void> => {
    const answer = await ledgerStore.run(ledgerId, command)
    if (!answer.ok) return tellRefusal(answer.error)
    tellRemoval(PROBLEM_WORDS.removed(answer.value.intent), lastAct(ledgerId))
  }
  return { run, remove }
}

export type ProblemActs = ReturnType<typeof useProblemActs>

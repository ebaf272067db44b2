import { App, Button } from 'antd'
import type { ProblemCommand } from '../../../shared/domain/commands.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'

/** Acts on one problem; each answers whether it was accepted, and a refusal has been told. */
export const useProblemActs = (ledgerId: string) => {
  const tellRefusal = useTellRefusal()
  const { message } = App.useApp()
  const run = async (command: ProblemCommand): Promise<boolean> => {
    const answer = await ledgerStore.run(ledgerId, command)
    if (!answer.ok) tellRefusal(answer.error)
    return answer.ok
  }
  /** Removes at once and offers to take it back. */
  const remove = async (command: ProblemCommand): Promise<void> => {
    const answer = await ledgerStore.run(ledgerId, command)
    if (!answer.ok) return tellRefusal(answer.error)
    const takeBack = () => {
      message.destroy('removed')
      void ledgerStore.undo(ledgerId).then((undone) => (undone.ok ? null : tellRefusal(undone.error)))
    }
    void message.success({
      key: 'removed',
      duration: 8,
      content: (
        <>
          {PROBLEM_WORDS.removed(answer.value.intent)}
          <Button type="link" size="small" onClick={takeBack}>
            {PROBLEM_WORDS.undo}
          </Button>
        </>
      ),
    })
  }
  return { run, remove }
}

export type ProblemActs = ReturnType<typeof useProblemActs>

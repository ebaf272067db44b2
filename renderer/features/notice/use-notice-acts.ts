import { App } from 'antd'
import type { LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import { lastAct } from '../../data/last-act.ts'
import type { Accepted } from '../../data/ledger-store.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { useTellAdvice } from '../../ui/advice-notice.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'

/** Acts of the workbench; what is refused, and what is unusual about an act, has been told. */
export const useNoticeActs = (ledgerId: string) => {
  const { message } = App.useApp()
  const tellRefusal = useTellRefusal()
  const tellAdvice = useTellAdvice()
  const tellRemoval = useTellRemoval()
  /** Null: refused. */
  const run = async (command: LedgerCommand): Promise<Accepted | null> => {
    const answer = await ledgerStore.run(ledgerId, command)
    if (!answer.ok) {
      tellRefusal(answer.error)
      return null
    }
    tellAdvice(answer.value.intent, answer.value.advice)
    return answer.value
  }
  /** The same, with 撤销 beside the words that say what was done. */
  const runTold = async (command: LedgerCommand, words: (done: Accepted) => string): Promise<Accepted | null> => {
    const done = await run(command)
    if (done !== null) tellRemoval(words(done), lastAct(ledgerId))
    return done
  }
  const tell = (words: string): void => void message.info({ key: 'notice', content: words })
  return { run, runTold, tell, tellRefusal }
}

export type NoticeActs = ReturnType<typeof useNoticeActs>

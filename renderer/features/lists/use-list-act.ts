import { App } from 'antd'
import { useCallback } from 'react'
import type { LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import { lastAct } from '../../data/last-act.ts'
import type { Accepted } from '../../data/ledger-store.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { leave } from '../../state/typing.ts'
import { useTellAdvice } from '../../ui/advice-notice.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'

/** Carries out one act on the ledger: what is being typed is saved before, `done` is told with 撤销 beside it. Null: not carried out. */
export const useListAct = (ledgerId: string) => {
  const tellRefusal = useTellRefusal()
  const tellAdvice = useTellAdvice()
  const tellDone = useTellRemoval()
  const { message } = App.useApp()
  const run = useCallback(
    async (command: LedgerCommand, done: string | null): Promise<Accepted | null> => {
      if (!(await leave())) return null
      const answer = await ledgerStore.run(ledgerId, command)
      if (!answer.ok) {
        tellRefusal(answer.error)
        return null
      }
      tellAdvice(answer.value.intent, answer.value.advice)
      if (done !== null && answer.value.sequence !== null) tellDone(done, lastAct(ledgerId))
      return answer.value
    },
    [ledgerId, tellRefusal, tellAdvice, tellDone],
  )
  const say = useCallback((content: string) => void message.info({ key: 'list-act', content }), [message])
  return { run, say }
}

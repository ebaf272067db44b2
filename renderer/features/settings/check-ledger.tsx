import { Button, Select } from 'antd'
import { useState } from 'react'
import type { IntegrityFinding } from '../../../shared/messages/integrity.ts'
import { useLedgers } from '../../data/queries.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { SETTINGS_WORDS } from '../../messages/settings.ts'
import { openLedgerId, useScreen } from '../../state/screen.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { IntegrityList } from './integrity-list.tsx'

interface Checked {
  readonly ledgerId: string
  readonly findings: readonly IntegrityFinding[]
}

/** 检查台账: reads the chosen ledger (the open one, unless another is chosen) and lists what contradicts itself in it. */
export const CheckLedger = ({ onClose }: { readonly onClose: () => void }) => {
  const open = useScreen(openLedgerId)
  const { openLedger, openProblem } = useScreen.getState()
  const ledgers = useLedgers()
  const [chosen, setChosen] = useState<string | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [percent, setPercent] = useState<number | null>(null)
  const tellRefusal = useTellRefusal()
  const ledgerId = chosen ?? open ?? ledgers?.[0]?.id ?? null
  if (ledgerId === null) return null
  const check = async () => {
    setPercent(0)
    const answer = await ledgerStore.integrityOf(ledgerId, (done, of) => setPercent(Math.round((done / of) * 100)))
    setPercent(null)
    if (answer.ok) setChecked({ ledgerId, findings: answer.value })
    else tellRefusal(answer.error)
  }
  const go = async (problemId: string) => {
    const isThere = checked?.ledgerId === open || (checked !== null && (await openLedger(checked.ledgerId)))
    if (isThere && (await openProblem(problemId))) onClose()
  }
  return (
    <>
      <div className="repair">
        <Button loading={percent !== null} onClick={() => void check()}>
          {percent === null ? SETTINGS_WORDS.check : SETTINGS_WORDS.checking(percent)}
        </Button>
        {ledgers !== undefined && ledgers.length > 1 ? (
          <Select
            value={ledgerId}
            onChange={setChosen}
            aria-label={SETTINGS_WORDS.whichLedger}
            options={ledgers.map(({ id, title }) => ({ value: id, label: title }))}
          />
        ) : null}
        <span className="label">{SETTINGS_WORDS.checkDetail}</span>
      </div>
      {checked?.ledgerId === ledgerId ? (
        <IntegrityList findings={checked.findings} onGo={(problemId) => void go(problemId)} />
      ) : null}
    </>
  )
}

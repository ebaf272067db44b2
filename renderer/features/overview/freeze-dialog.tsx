import { Input, Modal } from 'antd'
import { useState } from 'react'
import { printChineseDate } from '../../../shared/base/plain-date.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import type { Overview } from '../../data/figures-host.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { PERIOD_WORDS } from '../../messages/overview.ts'
import { windowClock } from '../../platform/window-ports.ts'
import { useScreen } from '../../state/screen.ts'
import { AsOf } from '../../ui/as-of.tsx'
import { RefusalText } from '../../ui/refusal-notice.tsx'

/** 冻结本期: name and day, and what will be kept. */
export const FreezeDialog = ({
  overview,
  onClose,
  onFrozen,
}: {
  readonly overview: Overview
  readonly onClose: () => void
  readonly onFrozen: (title: string) => void
}) => {
  const [title, setTitle] = useState('')
  const date = useScreen((state) => state.date)
  const setDate = useScreen((state) => state.setDate)
  const [isFreezing, setFreezing] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const freeze = async () => {
    setFreezing(true)
    const frozen = await ledgerStore.freeze(overview.ledgerId, date, title.trim())
    setFreezing(false)
    if (!frozen.ok) return setRefusal(frozen.error)
    onFrozen(title.trim() || `${PERIOD_WORDS.cutoff}${printChineseDate(date)}`)
    onClose()
  }
  return (
    <Modal
      open
      title={PERIOD_WORDS.freezeTitle}
      okText={PERIOD_WORDS.freeze}
      cancelText={PERIOD_WORDS.cancel}
      confirmLoading={isFreezing}
      onOk={() => void freeze()}
      onCancel={onClose}
    >
      <div className="freeze-row">
        <span className="label">{PERIOD_WORDS.freezeName}</span>
        <Input
          autoFocus
          aria-label={PERIOD_WORDS.freezeName}
          maxLength={200}
          value={title}
          placeholder={PERIOD_WORDS.freezeNamePlaceholder(printChineseDate(date))}
          onChange={(event) => setTitle(event.target.value)}
          onPressEnter={() => void freeze()}
        />
      </div>
      <div className="freeze-row">
        <AsOf label={PERIOD_WORDS.freezeCutoff} date={date} onChange={(next) => void setDate(next)} />
      </div>
      <p data-freeze-what>{PERIOD_WORDS.freezeWhat(overview.figures.length, overview.problems)}</p>
      {date > windowClock.today() ? <p className="label">{PERIOD_WORDS.freezeLater}</p> : null}
      {refusal === null ? null : (
        <div role="alert" className="tone-red">
          <RefusalText refusal={refusal} />
        </div>
      )}
    </Modal>
  )
}

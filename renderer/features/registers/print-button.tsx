import { PrinterOutlined } from '@ant-design/icons'
import { Button, DatePicker, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { parsePlainDate } from '../../../shared/base/plain-date.ts'
import type { LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import { isPrinted, printDocumentNumber } from '../../../shared/domain/document-numbers.ts'
import type { LedgerRegisters } from '../../data/registers-queries.ts'
import { REGISTERS_WORDS } from '../../messages/registers.ts'
import { windowClock } from '../../platform/window-ports.ts'

interface PrintButtonProps {
  readonly source: LedgerRegisters
  readonly selected: readonly string[]
  readonly onPrint: (command: LedgerCommand) => Promise<boolean>
}

/** 印发: the number of the one document selected stands from then on. */
export const PrintButton = ({ source, selected, onPrint }: PrintButtonProps) => {
  const [on, setOn] = useState<string | null>(null)
  const notice = selected.length === 1 ? source.records.supervisionNotice.find(({ id }) => id === selected[0]) : undefined
  const number = notice ? printDocumentNumber(notice) : null
  const print = async () => {
    const day = parsePlainDate(on ?? '')
    if (notice && day.ok && (await onPrint({ type: 'print-notice', noticeId: notice.id, on: day.value }))) setOn(null)
  }
  return (
    <>
      <Button
        size="small"
        icon={<PrinterOutlined />}
        disabled={!notice || isPrinted(notice)}
        onClick={() => setOn(windowClock.today())}
      >
        {REGISTERS_WORDS.printNow}
      </Button>
      <Modal
        open={on !== null}
        title={REGISTERS_WORDS.printTitle}
        okText={REGISTERS_WORDS.printNow}
        onOk={() => void print()}
        onCancel={() => setOn(null)}
        width={460}
      >
        <p className="label">{number === null ? REGISTERS_WORDS.unnumbered : REGISTERS_WORDS.printDetail(number)}</p>
        <DatePicker
          aria-label={REGISTERS_WORDS.on}
          allowClear={false}
          value={dayjs(on ?? undefined)}
          onChange={(day) => setOn(day?.format('YYYY-MM-DD') ?? null)}
        />
      </Modal>
    </>
  )
}

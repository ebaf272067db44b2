import { Input, Modal, Table } from 'antd'
import { useEffect, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import type { ShownFigure, ShownPeriod } from '../../data/figures-host.ts'
import { overviewFigures } from '../../data/overview-queries.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { OVERVIEW_WORDS, PERIOD_WORDS } from '../../messages/overview.ts'
import { RefusalText, useTellRefusal } from '../../ui/refusal-notice.tsx'
import { FigureButton } from './figure-button.tsx'

type Period = RecordOf<'snapshot'>

/** A period as it was frozen: every figure with its 口径. */
export const PeriodDialog = ({
  period,
  onShow,
  onClose,
}: {
  readonly period: Period
  readonly onShow: (figure: ShownFigure) => void
  readonly onClose: () => void
}) => {
  const [read, setRead] = useState<Result<ShownPeriod, Refusal> | null>(null)
  useEffect(() => {
    void overviewFigures.period(period.sha256).then(setRead)
  }, [period.sha256])
  const figures = read?.ok ? read.value.figures : []
  return (
    <Modal open title={PERIOD_WORDS.figures(period.title, figures.length)} width={900} footer={null} onCancel={onClose}>
      {read?.ok === false ? <RefusalText refusal={read.error} /> : null}
      {read?.ok === false ? null : (
        <Table<ShownFigure>
          size="small"
          rowKey="id"
          loading={read === null}
          dataSource={[...figures]}
          pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { title: OVERVIEW_WORDS.figure, dataIndex: 'label', width: 300 },
            {
              title: OVERVIEW_WORDS.value,
              key: 'value',
              align: 'right',
              width: 110,
              render: (_, figure) => (
                <FigureButton figure={figure} onShow={() => onShow(figure)}>
                  {OVERVIEW_WORDS.valueOf(figure.value, figure.unit)}
                </FigureButton>
              ),
            },
            { title: OVERVIEW_WORDS.formula, dataIndex: 'formula', className: 'label' },
          ]}
        />
      )}
    </Modal>
  )
}

export const RenameDialog = ({
  ledgerId,
  period,
  onClose,
}: {
  readonly ledgerId: string
  readonly period: Period
  readonly onClose: () => void
}) => {
  const [title, setTitle] = useState(period.title)
  const tellRefusal = useTellRefusal()
  const rename = async () => {
    const renamed = await ledgerStore.run(ledgerId, {
      type: 'set-record-field',
      kind: 'snapshot',
      problemId: null,
      id: period.id,
      field: 'title',
      value: title.trim(),
    })
    if (!renamed.ok) return tellRefusal(renamed.error)
    onClose()
  }
  return (
    <Modal
      open
      title={PERIOD_WORDS.renameOf(period.title)}
      okText={PERIOD_WORDS.save}
      cancelText={PERIOD_WORDS.cancel}
      okButtonProps={{ disabled: title.trim() === '' }}
      onOk={() => void rename()}
      onCancel={onClose}
    >
      <Input
        autoFocus
        maxLength={200}
        aria-label={PERIOD_WORDS.freezeName}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onPressEnter={() => (title.trim() === '' ? undefined : void rename())}
      />
    </Modal>
  )
}

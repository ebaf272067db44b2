import { ExportOutlined, ImportOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton, Table } from 'antd'
import { TRANSFER_WORDS } from '../../../shared/domain/records/file-records.ts'
import type { Transfer } from '../../../shared/domain/records/record-kinds.ts'
import { type Transfers, useConflictCount, useTransfers, useUnitsAtWork } from '../../data/exchange-queries.ts'
import { EXCHANGE_WORDS as WORDS } from '../../messages/exchange.ts'
import { useScreen } from '../../state/screen.ts'
import { Page } from '../../ui/page.tsx'
import { ConflictList } from './conflict-list.tsx'
import { unitState } from './unit-states.ts'
import './exchange.css'

/** 收发: what went out and what came back, what two people wrote differently, and which units have answered. */
export const ExchangePage = ({ ledgerId }: { readonly ledgerId: string }) => {
  const source = useTransfers(ledgerId)
  const conflicts = useConflictCount(ledgerId)
  const { openDialog } = useScreen.getState()
  if (!source) return <Skeleton className="page-body" active />
  const { origin, newer, transfers } = source
  return (
    <Page
      isRead
      title={WORDS.title}
      extra={
        <>
          <Button icon={<ExportOutlined />} onClick={() => void openDialog({ type: 'hand-out', kind: 'whole' })}>
            {WORDS.sendWhole}
          </Button>
          <Button
            icon={<ExportOutlined />}
            onClick={() => void openDialog({ type: 'hand-out', kind: origin === null ? 'slice' : 'reply' })}
          >
            {origin === null ? WORDS.handOut : WORDS.reply}
          </Button>
          <Button type="primary" icon={<ImportOutlined />} onClick={() => void openDialog({ type: 'receive' })}>
            {WORDS.receive}
          </Button>
        </>
      }
    >
      {origin === null ? null : <Alert type="info" showIcon title={WORDS.origin(origin.unit, origin.on ?? '')} />}
      {newer === null ? null : <Alert type="warning" showIcon title={WORDS.replaced(newer.on)} />}
      <section className="exchange-part" data-part="conflicts">
        <h2>{WORDS.conflicts(conflicts)}</h2>
        <ConflictList ledgerId={ledgerId} />
      </section>
      {origin === null ? (
        <section className="exchange-part" data-part="units">
          <h2>{WORDS.unitsTitle}</h2>
          <Units ledgerId={ledgerId} source={source} />
        </section>
      ) : null}
      <section className="exchange-part" data-part="transfers">
        <h2>{WORDS.transfersTitle}</h2>
        <TransferTable transfers={transfers} />
      </section>
    </Page>
  )
}

const Units = ({ ledgerId, source }: { readonly ledgerId: string; readonly source: Transfers }) => {
  const units = useUnitsAtWork(ledgerId)
  if (!units) return <Skeleton active />
  if (units.length === 0) return <p className="label">{WORDS.unitsNone}</p>
  const rows = units.map(({ key, name, problemIds }) => ({
    key,
    name,
    problems: problemIds.size,
    ...unitState(source.transfers, name),
  }))
  // Those that are waited for stand first.
  rows.sort((a, b) => Number(b.handedOut !== null) - Number(a.handedOut !== null))
  return (
    <Table
      size="small"
      rowKey="key"
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      dataSource={rows}
      columns={[
        { title: WORDS.unit, dataIndex: 'name' },
        { title: WORDS.problems, dataIndex: 'problems', width: 90, align: 'right' },
        { title: WORDS.handedOut, width: 140, render: (_, { handedOut }) => handedOut ?? WORDS.never },
        { title: WORDS.signed, width: 140, render: (_, { signed }) => signed ?? WORDS.never },
        { title: WORDS.replied, width: 140, render: (_, { replied }) => replied ?? WORDS.never },
      ]}
    />
  )
}

const TransferTable = ({ transfers }: { readonly transfers: readonly Transfer[] }) =>
  transfers.length === 0 ? (
    <p className="label">{WORDS.transfersNone}</p>
  ) : (
    <Table<Transfer>
      size="small"
      rowKey="id"
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      dataSource={[...transfers]}
      columns={[
        { title: WORDS.date, dataIndex: 'on', width: 110 },
        { title: WORDS.direction, width: 60, render: (_, { direction }) => WORDS.directions[direction] },
        { title: WORDS.purpose, width: 90, render: (_, { purpose }) => TRANSFER_WORDS[purpose] },
        { title: WORDS.unit, dataIndex: 'unit', width: 180 },
        { title: WORDS.clerk, dataIndex: 'clerk', width: 90 },
        { title: WORDS.problems, dataIndex: 'problems', width: 70, align: 'right' },
        { title: WORDS.changes, dataIndex: 'changes', width: 70, align: 'right' },
        { title: WORDS.note, dataIndex: 'note' },
      ]}
    />
  )

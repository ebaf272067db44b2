import {
  BankOutlined,
  DashboardOutlined,
  DeleteOutlined,
  FileTextOutlined,
  HistoryOutlined,
  ProfileOutlined,
  SwapOutlined,
  TableOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useConflictCount } from '../data/exchange-queries.ts'
import { EXCHANGE_WORDS } from '../messages/exchange.ts'
import { ROOM_WORDS } from '../messages/shell.ts'
import { ROOMS, type Room, useScreen } from '../state/screen.ts'
import './side-nav.css'

const ICONS: Readonly<Record<Room, ReactNode>> = {
  overview: <DashboardOutlined />,
  lists: <TableOutlined />,
  registers: <ProfileOutlined />,
  notice: <FileTextOutlined />,
  directories: <BankOutlined />,
  exchange: <SwapOutlined />,
  history: <HistoryOutlined />,
}

/** The rooms of the open ledger. */
export const SideNav = ({ ledgerId, room }: { readonly ledgerId: string; readonly room: Room }) => {
  const conflicts = useConflictCount(ledgerId)
  const { enterRoom, openDialog } = useScreen.getState()
  return (
    <nav className="side-nav" aria-label={ROOM_WORDS.label}>
      {ROOMS.map((name) => (
        <button
          type="button"
          key={name}
          className="side-nav-item"
          aria-current={name === room ? 'page' : undefined}
          onClick={() => void enterRoom(name)}
        >
          {ICONS[name]}
          <span>{ROOM_WORDS[name]}</span>
          {name === 'exchange' && conflicts > 0 ? (
            <span className="side-nav-count" title={EXCHANGE_WORDS.waiting(conflicts)}>
              {conflicts}
            </span>
          ) : null}
        </button>
      ))}
      <span className="grow" />
      <button type="button" className="side-nav-item" onClick={() => void openDialog({ type: 'trash' })}>
        <DeleteOutlined />
        <span>{ROOM_WORDS.trash}</span>
      </button>
    </nav>
  )
}

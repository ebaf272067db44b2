import {
  BankOutlined,
  DashboardOutlined,
  DeleteOutlined,
  FileTextOutlined,
  HistoryOutlined,
  ProfileOutlined,
  TableOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { ROOM_WORDS } from '../messages/shell.ts'
import { ROOMS, type Room, useScreen } from '../state/screen.ts'
import './side-nav.css'

const ICONS: Readonly<Record<Room, ReactNode>> = {
  overview: <DashboardOutlined />,
  lists: <TableOutlined />,
  registers: <ProfileOutlined />,
  notice: <FileTextOutlined />,
  directories: <BankOutlined />,
  history: <HistoryOutlined />,
}

/** The rooms of the open ledger. */
export const SideNav = ({ room }: { readonly room: Room }) => {
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

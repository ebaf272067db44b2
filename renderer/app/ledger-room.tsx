import { lazy } from 'react'
import { ListsPage } from '../features/lists/lists-page.tsx'
import type { Room } from '../state/screen.ts'

// Read when they are first entered: charts are heavy, and the program must be usable at once.
const OverviewPage = lazy(async () => ({ default: (await import('../features/overview/overview-page.tsx')).OverviewPage }))
const RegistersPage = lazy(async () => ({ default: (await import('../features/registers/registers-page.tsx')).RegistersPage }))
const NoticePage = lazy(async () => ({ default: (await import('../features/notice/notice-page.tsx')).NoticePage }))
const DirectoriesPage = lazy(async () => ({
  default: (await import('../features/directories/directories-page.tsx')).DirectoriesPage,
}))
const ExchangePage = lazy(async () => ({ default: (await import('../features/exchange/exchange-page.tsx')).ExchangePage }))
const HistoryPage = lazy(async () => ({ default: (await import('../features/history/history-page.tsx')).HistoryPage }))

/** One room of a ledger. */
export const LedgerRoom = ({ ledgerId, room }: { readonly ledgerId: string; readonly room: Room }) => {
  switch (room) {
    case 'overview':
      return <OverviewPage ledgerId={ledgerId} />
    case 'lists':
      return <ListsPage ledgerId={ledgerId} />
    case 'registers':
      return <RegistersPage ledgerId={ledgerId} />
    case 'notice':
      return <NoticePage ledgerId={ledgerId} />
    case 'directories':
      return <DirectoriesPage ledgerId={ledgerId} />
    case 'exchange':
      return <ExchangePage ledgerId={ledgerId} />
    case 'history':
      return <HistoryPage ledgerId={ledgerId} />
  }
}

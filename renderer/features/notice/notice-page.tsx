import { Button, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { useNotices } from '../../data/notice-queries.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { ROOM_WORDS } from '../../messages/shell.ts'
import { useNoticeDesk } from '../../state/notice-desk.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { type NewNotice, NewNoticeDialog } from './new-notice-dialog.tsx'
import { useNoticeActs } from './use-notice-acts.ts'
import { Workbench } from './workbench.tsx'
import './notice.css'

/** 通报: the notices of a ledger, one of them on the workbench. */
export const NoticePage = ({ ledgerId }: { readonly ledgerId: string }) => {
  const all = useNotices(ledgerId)
  const chosen = useNoticeDesk(({ chosen: byLedger }) => byLedger[ledgerId])
  const acts = useNoticeActs(ledgerId)
  const [isCreating, setCreating] = useState(false)
  const notice = all?.notices.find(({ id }) => id === chosen) ?? all?.notices[0]
  const noticeId = notice?.id
  // What is exported and printed is what stands here.
  useEffect(() => {
    if (noticeId !== undefined) useNoticeDesk.getState().choose(ledgerId, noticeId)
  }, [ledgerId, noticeId])
  if (all === undefined) return <Skeleton className="page-body" active paragraph={{ rows: 10 }} />
  const create = async ({ template, edition, title }: NewNotice): Promise<boolean> => {
    const wanted = { template, edition, title: title.trim() || null, signature: null, signedOn: null }
    const done = await acts.run({ type: 'create-notice', ...wanted })
    const [made] = done?.created ?? []
    if (made !== undefined) useNoticeDesk.getState().choose(ledgerId, made)
    return done !== null
  }
  const onCreate = () => setCreating(true)
  return (
    <>
      {notice === undefined ? (
        <Page title={ROOM_WORDS.notice}>
          <EmptyState title={WORKBENCH_WORDS.emptyTitle} detail={WORKBENCH_WORDS.emptyDetail}>
            <Button type="primary" onClick={onCreate}>
              {WORKBENCH_WORDS.create}
            </Button>
          </EmptyState>
        </Page>
      ) : (
        <Workbench key={notice.id} ledgerId={ledgerId} notice={notice} all={all} acts={acts} onCreate={onCreate} />
      )}
      {isCreating ? <NewNoticeDialog templates={all.templates} onCreate={create} onClose={() => setCreating(false)} /> : null}
    </>
  )
}

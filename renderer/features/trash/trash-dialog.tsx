import { App, Button, Modal, Skeleton, Table } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { TrashedRecord } from '../../../shared/merge/trashed.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { HISTORY_WORDS, TRASH_WORDS } from '../../messages/history.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { printAuthor, printMoment } from '../../ui/who-and-when.ts'

/** 回收站 of a ledger: what was removed, by whom, and 恢复. */
export const TrashDialog = ({ ledgerId, onClose }: { readonly ledgerId: string; readonly onClose: () => void }) => {
  const { items, restore } = useTrash(ledgerId)
  return (
    <Modal
      open
      title={TRASH_WORDS.title}
      onCancel={onClose}
      width={820}
      footer={<Button onClick={onClose}>{TRASH_WORDS.close}</Button>}
    >
      <p className="label">{TRASH_WORDS.detail}</p>
      {items === null ? (
        <Skeleton active />
      ) : items.length === 0 ? (
        <EmptyState title={TRASH_WORDS.empty} detail={TRASH_WORDS.emptyDetail} />
      ) : (
        <Table<TrashedRecord>
          size="small"
          pagination={{ pageSize: 10, hideOnSinglePage: true }}
          rowKey="entity"
          dataSource={[...items]}
          columns={[
            {
              title: TRASH_WORDS.what,
              render: (_, { what, title }) => <span className="trash-title">{HISTORY_WORDS.record(what, title)}</span>,
            },
            { title: TRASH_WORDS.removedBy, width: 200, render: (_, { author }) => printAuthor(author) },
            { title: TRASH_WORDS.removedAt, width: 140, render: (_, { at }) => printMoment(at) },
            {
              width: 80,
              render: (_, item) => (
                <Button size="small" onClick={() => void restore(item)}>
                  {TRASH_WORDS.restore}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Modal>
  )
}

const useTrash = (ledgerId: string) => {
  const [items, setItems] = useState<readonly TrashedRecord[] | null>(null)
  const tellRefusal = useTellRefusal()
  const { message } = App.useApp()
  const read = useCallback(async () => {
    const found = await ledgerStore.trash(ledgerId)
    if (found.ok) setItems(found.value)
    else tellRefusal(found.error)
  }, [ledgerId, tellRefusal])
  useEffect(() => void read(), [read])
  const restore = async (item: TrashedRecord): Promise<void> => {
    const answer = await ledgerStore.restore(ledgerId, item.document, item.entity)
    if (answer.ok) void message.success(TRASH_WORDS.restored(item.what))
    else tellRefusal(answer.error)
    await read()
  }
  return { items, restore }
}

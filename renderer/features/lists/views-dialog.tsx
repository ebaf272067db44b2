import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'
import { useDeskPart } from '../../state/desk.ts'
import { useListView } from '../../state/list-view.ts'
import { type SavedView, VIEWS, withView } from './list-views.ts'

/** Keeps what is shown now as a view, renames views and takes them away. */
export const ViewsDialog = ({ ledgerId, onClose }: { readonly ledgerId: string; readonly onClose: () => void }) => {
  const [views, keep] = useDeskPart(ledgerId, VIEWS)
  const [name, setName] = useState('')
  const wanted = name.trim()
  const save = () => {
    if (wanted === '') return
    const { list, sort, grouping, filter } = useListView.getState()
    const { only: _, ...kept } = filter
    keep(withView(views, { name: wanted, list, sort, grouping, filter: kept } as unknown as SavedView))
    onClose()
  }
  return (
    <Modal open title={WORDS.viewsTitle} onCancel={onClose} footer={<Button onClick={onClose}>{WORDS.close}</Button>}>
      <p className="label">{WORDS.viewsDetail}</p>
      <form
        className="view-new"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Input
          autoFocus
          maxLength={40}
          aria-label={WORDS.viewName}
          placeholder={WORDS.viewName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={wanted === ''}>
          {WORDS.viewKeep}
        </Button>
      </form>
      {views.some((view) => view.name === wanted) ? <p className="label">{WORDS.viewTaken}</p> : null}
      {views.length === 0 ? <p>{WORDS.viewNone}</p> : null}
      {views.map((view) => (
        <div key={view.name} className="view-row">
          <Input
            aria-label={WORDS.viewNameOf(view.name)}
            defaultValue={view.name}
            maxLength={40}
            onBlur={(event) => {
              const next = event.target.value.trim()
              const isFree = !views.some((other) => other.name === next)
              if (next !== '' && isFree) keep(views.map((other) => (other.name === view.name ? { ...other, name: next } : other)))
            }}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={WORDS.viewDelete(view.name)}
            onClick={() => keep(views.filter((other) => other.name !== view.name))}
          />
        </div>
      ))}
    </Modal>
  )
}

import { App, Button, Modal, Spin } from 'antd'
import { type DragEvent, useState } from 'react'
import { leftOutText } from '../../../shared/messages/left-out.ts'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { UPDATE_WORDS as WORDS } from '../../messages/update.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RefusalText } from '../../ui/refusal-notice.tsx'
import { undecidedDeadlines } from './choices.ts'
import { DifferenceView } from './difference-view.tsx'
import { type NotWritten, useUpdate } from './use-update.ts'
import './update.css'

/** 从表格更新: a file is chosen, compared with the ledger, and what a person ticks becomes one act. */
export const UpdateDialog = ({ ledgerId, onClose }: { readonly ledgerId: string; readonly onClose: () => void }) => {
  const update = useUpdate(ledgerId, onClose)
  const { stage, choices } = update
  const { message } = App.useApp()
  const [isAbove, setAbove] = useState(false)
  const isBusy = stage.type === 'reading' || stage.type === 'writing'
  const onDrop = async (event: DragEvent) => {
    if (isBusy) return
    event.preventDefault()
    event.stopPropagation()
    setAbove(false)
    const files = [...event.dataTransfer.files]
    const [file] = files
    if (!file) return
    if (files.length > 1) void message.info(WORDS.onlyOne)
    await update.read({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const onDragOver = (event: DragEvent) => {
    if (isBusy || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'copy'
    setAbove(true)
  }
  return (
    <Modal
      open
      centered
      width={1160}
      title={WORDS.title}
      maskClosable={false}
      onCancel={onClose}
      footer={<Acts update={update} onClose={onClose} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place for files, beside the button that chooses one */}
      <div
        className={isAbove ? 'update update-above' : 'update'}
        onDragOver={onDragOver}
        onDragLeave={() => setAbove(false)}
        onDrop={(event) => void onDrop(event)}
      >
        {stage.type === 'choose' ? (
          <EmptyState title={isAbove ? WORDS.drop : WORDS.chooseTitle} detail={WORDS.chooseDetail}>
            <Button type="primary" autoFocus onClick={() => void update.choose()}>
              {WORDS.choose}
            </Button>
          </EmptyState>
        ) : null}
        {isBusy ? (
          <EmptyState title={WORDS.reading(stage.name)} detail="">
            <Spin size="large" />
          </EmptyState>
        ) : null}
        {stage.type === 'refused' ? (
          <EmptyState title={sentenceOf(stage.refusal).title} detail="">
            <RefusalText refusal={stage.refusal} />
          </EmptyState>
        ) : null}
        {stage.type === 'compared' ? (
          <DifferenceView comparison={stage.comparison} choices={choices} setChoices={update.setChoices} />
        ) : null}
        {stage.type === 'left-out' ? <LeftOutList items={stage.items} /> : null}
      </div>
    </Modal>
  )
}

const Acts = ({ update, onClose }: { readonly update: ReturnType<typeof useUpdate>; readonly onClose: () => void }) => {
  const { stage, choices } = update
  if (stage.type === 'reading') return <Button onClick={update.cancel}>{WORDS.cancel}</Button>
  if (stage.type === 'choose') return <Button onClick={onClose}>{WORDS.close}</Button>
  if (stage.type === 'left-out')
    return (
      <Button type="primary" autoFocus onClick={onClose}>
        {WORDS.close}
      </Button>
    )
  if (stage.type === 'refused')
    return (
      <>
        <Button onClick={onClose}>{WORDS.close}</Button>
        <Button type="primary" autoFocus onClick={() => void update.choose()}>
          {WORDS.other}
        </Button>
      </>
    )
  if (stage.type !== 'compared') return null
  const undecided = undecidedDeadlines(stage.comparison.difference, choices)
  return (
    <>
      {undecided > 0 ? <span className="update-undecided">{WORDS.undecided(undecided)}</span> : null}
      <Button onClick={onClose}>{WORDS.close}</Button>
      <Button onClick={() => void update.choose()}>{WORDS.other}</Button>
      <Button type="primary" disabled={choices.ids.size === 0 || undecided > 0} onClick={() => void update.write()}>
        {WORDS.write(choices.ids.size)}
      </Button>
    </>
  )
}

const LeftOutList = ({ items }: { readonly items: readonly NotWritten[] }) => (
  <div className="update-left-out" role="status">
    <h3>{WORDS.leftOutTitle(items.length)}</h3>
    <ul>
      {items.map(({ title, why }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change
        <li key={i}>
          {title}：{leftOutText(why)}
        </li>
      ))}
    </ul>
  </div>
)

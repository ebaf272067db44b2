import { CheckCircleFilled } from '@ant-design/icons'
import { App, Button, Input, Modal, Progress, Select } from 'antd'
import { type DragEvent, useState } from 'react'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { useLedgers } from '../../data/queries.ts'
import { RECEIPT_WORDS, RELATE_WORDS, RECEIVE_WORDS as WORDS } from '../../messages/exchange.ts'
import { useScreen } from '../../state/screen.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RefusalText } from '../../ui/refusal-notice.tsx'
import { printMoment } from '../../ui/who-and-when.ts'
import { withoutReason } from './choices.ts'
import { DriveList } from './drive-list.tsx'
import './exchange.css'
import { doubledIn, PairsView } from './pairs-view.tsx'
import { PlanView } from './plan-view.tsx'
import { type Home, homesOf, type IncomingFile, type SortedFile, useReceive } from './use-receive.ts'
import { useSaveReceipts } from './use-save-receipts.ts'

/** Files that came on a stick: what they are, what they would change, and the merging. */
export const ReceiveDialog = ({
  files,
  folder,
  onClose,
}: {
  readonly files: readonly IncomingFile[]
  /** A stick that is read at once; null: nothing is. */
  readonly folder: string | null
  readonly onClose: () => void
}) => {
  const receive = useReceive(files, folder)
  const { stage, cancel } = receive
  const { isAbove, ...drop } = useDropped(receive.read)
  const isBusy = stage.type === 'reading' || stage.type === 'planning' || stage.type === 'taking'
  return (
    <Modal
      open
      centered
      width={1160}
      title={stage.type === 'plan' ? `${WORDS.title}：${WORDS.goesTo(stage.home.title)}` : WORDS.title}
      mask={{ closable: false }}
      onCancel={() => {
        cancel()
        onClose()
      }}
      footer={<Acts receive={receive} onClose={onClose} />}
    >
      <div className={isAbove ? 'receive receive-above' : 'receive'} data-stage={stage.type} {...(isBusy ? {} : drop)}>
        <Body receive={receive} onClose={onClose} />
      </div>
    </Modal>
  )
}

type Receive = ReturnType<typeof useReceive>

const Body = ({ receive, onClose }: { readonly receive: Receive; readonly onClose: () => void }) => {
  const { stage, sorted, choices, setChoices } = receive
  switch (stage.type) {
    case 'choose':
      return (
        <EmptyState title={stage.isEmptyFolder ? WORDS.emptyFolder : WORDS.chooseTitle} detail={WORDS.chooseDetail}>
          <div className="receive-choices">
            <Button type="primary" autoFocus onClick={() => void receive.chooseFiles()}>
              {WORDS.chooseFiles}
            </Button>
            <Button onClick={() => void receive.chooseFolder()}>{WORDS.chooseFolder}</Button>
          </div>
          <DriveList onChoose={(folder) => void receive.readFolder(folder)} />
        </EmptyState>
      )
    case 'reading':
    case 'planning':
    case 'taking':
      return (
        <EmptyState title={WORDS[stage.type](stage.done, stage.of)} detail="">
          <Progress
            percent={stage.of === 0 ? 0 : Math.round((stage.done / stage.of) * 100)}
            status="active"
            aria-label={WORDS.title}
          />
        </EmptyState>
      )
    case 'sorted':
      return <SortedFiles receive={receive} />
    case 'pairs':
      return <PairsView suggested={stage.suggested} choices={receive.pairs} onChange={receive.setPairs} />
    case 'plan':
      return <PlanView plan={stage.plan} names={stage.files.map(({ name }) => name)} choices={choices} setChoices={setChoices} />
    case 'done':
      return <Done stage={stage} isMore={sorted.length > 0} onClose={onClose} />
  }
}

const SortedFiles = ({ receive }: { readonly receive: Receive }) => {
  const { sorted, openNew, relate, plan, unlockAll } = receive
  const [passphrase, setPassphrase] = useState('')
  return (
    <div className="receive-sorted">
      {sorted.some(({ type }) => type === 'locked') ? (
        <form
          className="receive-passphrase"
          onSubmit={(event) => {
            event.preventDefault()
            void unlockAll(passphrase)
          }}
        >
          <Input.Password
            autoFocus
            aria-label={WORDS.passphrase}
            placeholder={WORDS.passphrase}
            value={passphrase}
            onChange={({ target }) => setPassphrase(target.value)}
          />
          <Button type="primary" htmlType="submit" disabled={passphrase === ''}>
            {WORDS.unlockAll}
          </Button>
        </form>
      ) : null}
      <ul className="receive-files">
        {sorted.map((file) => (
          <li key={file.name} data-state={file.type}>
            <span className="receive-name">{file.name}</span>
            <SortedLine file={file} onOpenNew={() => void openNew(file)} onRelate={(home) => void relate(home, file)} />
          </li>
        ))}
      </ul>
      {homesOf(sorted).map(({ home, files }) => (
        <p key={home.ledgerId} className="receive-home">
          <span>{WORDS.goesTo(home.title)}</span>
          <Button type="primary" onClick={() => void plan(home, files)}>
            {WORDS.plan(files.length)}
          </Button>
        </p>
      ))}
    </div>
  )
}

const SortedLine = ({
  file,
  onOpenNew,
  onRelate,
}: {
  readonly file: SortedFile
  readonly onOpenNew: () => void
  readonly onRelate: (home: Home) => void
}) => {
  const ledgers = useLedgers() ?? []
  switch (file.type) {
    case 'locked':
      return (
        <span>
          {file.refusal === null ? WORDS.locked : sentenceOf(file.refusal).title}
          {file.refusal === null ? null : <RefusalText refusal={file.refusal} />}
        </span>
      )
    case 'refused':
      return (
        <span className="receive-refused">
          {sentenceOf(file.refusal).title}
          <RefusalText refusal={file.refusal} />
        </span>
      )
    case 'noted':
      return (
        <span className="export-done">
          <CheckCircleFilled /> {WORDS.receiptNoted(file.line)}
        </span>
      )
    case 'seen': {
      const { purpose, sender, unit, writtenAt, home, receivedOn } = file.seen
      const from = WORDS.from(unit || sender.unit, sender.clerk, printMoment(writtenAt))
      return (
        <span>
          {WORDS.purposes[purpose]} · {from}
          {receivedOn === null ? '' : ` · ${WORDS.received(receivedOn)}`}
          {home !== null ? null : purpose === 'reply' ? (
            <div className="receive-refused">{WORDS.replyHomeless}</div>
          ) : (
            <div>
              {WORDS.opensNew}{' '}
              <Button size="small" onClick={onOpenNew}>
                {WORDS.openNew}
              </Button>{' '}
              {purpose === 'whole' && ledgers.length > 0 ? (
                <Select
                  size="small"
                  className="receive-relate"
                  aria-label={RELATE_WORDS.relateTo}
                  placeholder={RELATE_WORDS.relateTo}
                  value={null}
                  options={ledgers.map(({ id, title }) => ({ value: id, label: title }))}
                  onChange={(ledgerId: string | null) =>
                    ledgerId === null
                      ? undefined
                      : onRelate({ ledgerId, title: ledgers.find(({ id }) => id === ledgerId)?.title ?? '' })
                  }
                />
              ) : null}
            </div>
          )}
        </span>
      )
    }
  }
}

type DoneStage = Extract<Receive['stage'], { readonly type: 'done' }>

const Done = ({
  stage: { home, taken, isNew },
  isMore,
  onClose,
}: {
  readonly stage: DoneStage
  readonly isMore: boolean
  readonly onClose: () => void
}) => {
  const { saved, save, print, savePdf } = useSaveReceipts(home)
  const lines = [
    ...(taken.rejected > 0 ? [WORDS.rejected(taken.rejected)] : []),
    ...(taken.conflicts > 0 ? [WORDS.conflictsLeft(taken.conflicts)] : []),
  ]
  const title = isNew
    ? WORDS.openedNew(home.title)
    : taken.taken + taken.rejected > 0
      ? WORDS.done(taken.taken)
      : WORDS.doneNothing
  return (
    <div className="receive-done" role="status">
      <p className="export-done">
        <CheckCircleFilled /> {title}
      </p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className="receive-choices">
        {taken.conflicts > 0 ? (
          <Button
            type="primary"
            onClick={() => {
              onClose()
              void useScreen.getState().openLedger(home.ledgerId, 'exchange')
            }}
          >
            {WORDS.toConflicts}
          </Button>
        ) : null}
        {taken.receipts.length > 0 ? (
          <>
            <Button onClick={() => void save(taken.receipts)}>{WORDS.saveReceipts(taken.receipts.length)}</Button>
            <Button onClick={() => void print(taken.receipts)}>{WORDS.printReceipt}</Button>
            <Button onClick={() => void savePdf(taken.receipts)}>{RECEIPT_WORDS.savePdf}</Button>
          </>
        ) : null}
      </div>
      {saved === null ? null : <p className="path">{WORDS.receiptsSaved(saved)}</p>}
      {isMore ? <p className="label">{WORDS.more}</p> : null}
    </div>
  )
}

const Acts = ({ receive, onClose }: { readonly receive: Receive; readonly onClose: () => void }) => {
  const { stage, choices, sorted } = receive
  const { message } = App.useApp()
  switch (stage.type) {
    case 'reading':
    case 'planning':
    case 'taking':
      return <Button onClick={receive.cancel}>{WORDS.back}</Button>
    case 'choose':
    case 'sorted':
      return <Button onClick={onClose}>{sorted.some(({ type }) => type === 'noted') ? WORDS.finish : WORDS.close}</Button>
    case 'done':
      return (
        <>
          {sorted.length > 0 ? <Button onClick={receive.back}>{WORDS.back}</Button> : null}
          <Button
            type="primary"
            onClick={() => {
              onClose()
              void useScreen.getState().openLedger(stage.home.ledgerId, stage.isNew ? 'overview' : 'exchange')
            }}
          >
            {WORDS.finish}
          </Button>
        </>
      )
    case 'pairs': {
      const isDoubled = doubledIn(receive.pairs).size > 0
      return (
        <>
          {isDoubled ? <span className="receive-refused">{RELATE_WORDS.doubled}</span> : null}
          <Button onClick={receive.back}>{WORDS.back}</Button>
          <Button type="primary" disabled={isDoubled} onClick={() => void receive.confirmPairs()}>
            {RELATE_WORDS.confirm}
          </Button>
        </>
      )
    }
    case 'plan': {
      const missing = withoutReason(choices)
      const take = () => {
        if (missing.length > 0) void message.warning(WORDS.reasonMissing)
        else void receive.take()
      }
      return (
        <>
          <Button onClick={receive.back}>{WORDS.back}</Button>
          <Button type="primary" autoFocus={missing.length === 0} onClick={take}>
            {stage.plan.documents.length === 0 ? WORDS.writeNothing : WORDS.write(stage.plan.documents.length)}
          </Button>
        </>
      )
    }
  }
}

const useDropped = (read: (files: readonly IncomingFile[]) => Promise<void>) => {
  const [isAbove, setAbove] = useState(false)
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return {
    isAbove,
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      event.dataTransfer.dropEffect = 'copy'
      setAbove(true)
    },
    onDragLeave: () => setAbove(false),
    onDrop: async (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      setAbove(false)
      const dropped = [...event.dataTransfer.files]
      await read(
        await Promise.all(dropped.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))),
      )
    },
  }
}

import { CheckCircleFilled } from '@ant-design/icons'
import { App, Button, Checkbox, Form, Input, Modal, Progress } from 'antd'
import { useState } from 'react'
import { parsePassphrase } from '../../../shared/exchange/passphrase.ts'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { useTransfers, useUnitsAtWork } from '../../data/exchange-queries.ts'
import { useLedgers } from '../../data/queries.ts'
import { HAND_OUT_WORDS as WORDS } from '../../messages/exchange.ts'
import { invoke } from '../../platform/bridge.ts'
import { RefusalText, useTellRefusal } from '../../ui/refusal-notice.tsx'
import { DriveList } from './drive-list.tsx'
import { lastOut } from './unit-states.ts'
import { type HandOutItem, type HandOutKind, type HandOutStage, useHandOut } from './use-hand-out.ts'
import { useLastPlace } from './use-last-place.ts'
import './exchange.css'

/** 分发任务, 上报进展 or the whole ledger onto a stick. */
export const HandOutDialog = ({
  ledgerId,
  kind,
  onClose,
}: {
  /** The open ledger; none where all of them are backed up. */
  readonly ledgerId: string | null
  readonly kind: HandOutKind
  readonly onClose: () => void
}) => {
  const ledgers = useLedgers() ?? []
  const handOut = useHandOut(useAskReplace())
  const { stage, cancel } = handOut
  const [units, setUnits] = useState<readonly string[]>([])
  const [withAttachments, setWithAttachments] = useState(false)
  const [isLocked, setLocked] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [folder, setFolder] = useState<string | null>(null)
  const transfers = useTransfers(ledgerId ?? '')
  const [last, remember] = useLastPlace()
  const tellRefusal = useTellRefusal()
  const unfit = isLocked ? parsePassphrase(passphrase) : null
  const isSame = passphrase === again
  const office = transfers?.transfers.find(({ direction, purpose }) => direction === 'in' && purpose === 'slice')?.unit ?? ''
  const items = itemsOf(kind, ledgers, ledgerId, kind === 'slice' ? units : [transfers?.origin?.unit ?? ''], office)
  const fits = items.length > 0 && folder !== null && (!isLocked || (unfit?.ok === true && isSame))
  const isWriting = stage.type === 'writing'
  const choose = async () => {
    const chosen = await invoke('folder.choose', undefined)
    if (!chosen.ok) tellRefusal(chosen.error)
    else if (chosen.value !== null) setFolder(chosen.value.folder)
  }
  const write = () => {
    if (folder === null) return
    remember(folder)
    void handOut.run({ kind, items, withAttachments, passphrase: isLocked ? passphrase : null, folder })
  }
  return (
    <Modal
      open
      centered
      width={760}
      className="hand-out"
      title={WORDS.titles[kind]}
      mask={{ closable: false }}
      onCancel={() => {
        cancel()
        onClose()
      }}
      footer={
        <Acts stage={stage} fits={fits && !isWriting} onWrite={write} onStop={cancel} onAgain={handOut.again} onClose={onClose} />
      }
    >
      <p className="label">{WORDS.details[kind]}</p>
      {stage.type === 'choose' ? (
        <Form layout="vertical" size="small">
          {kind === 'slice' && ledgerId !== null ? (
            <Form.Item label={WORDS.units}>
              <UnitChoice ledgerId={ledgerId} chosen={units} onChange={setUnits} />
            </Form.Item>
          ) : null}
          {kind === 'reply' ? <ReplyNews transfers={transfers?.transfers ?? []} /> : null}
          {kind === 'backup' ? <p>{WORDS.backedUp(ledgers.length)}</p> : null}
          {kind === 'whole' || kind === 'backup' ? null : (
            <Checkbox checked={withAttachments} onChange={({ target }) => setWithAttachments(target.checked)}>
              {WORDS.withAttachments}
            </Checkbox>
          )}
          <div>
            <Checkbox checked={isLocked} onChange={({ target }) => setLocked(target.checked)}>
              {WORDS.lockIt}
            </Checkbox>
          </div>
          {isLocked ? (
            <div className="hand-out-passphrase">
              <Form.Item
                extra={WORDS.passphraseDetail}
                {...(passphrase !== '' && unfit !== null && !unfit.ok
                  ? { validateStatus: 'error' as const, help: sentenceOf(unfit.error).title }
                  : {})}
              >
                <Input.Password
                  aria-label={WORDS.passphrase}
                  placeholder={WORDS.passphrase}
                  value={passphrase}
                  onChange={({ target }) => setPassphrase(target.value)}
                />
              </Form.Item>
              <Form.Item {...(again !== '' && !isSame ? { validateStatus: 'error' as const, help: WORDS.notSame } : {})}>
                <Input.Password
                  aria-label={WORDS.again}
                  placeholder={WORDS.again}
                  value={again}
                  onChange={({ target }) => setAgain(target.value)}
                />
              </Form.Item>
            </div>
          ) : null}
          <Form.Item label={WORDS.place} className="hand-out-place">
            <DriveList chosen={folder} suggested={last} onChoose={setFolder} />
            <Button onClick={() => void choose()}>{WORDS.chooseFolder}</Button>
            {folder === null ? null : <p className="path">{folder}</p>}
          </Form.Item>
        </Form>
      ) : (
        <Written stage={stage} />
      )}
    </Modal>
  )
}

/** A file for each unit, for each ledger, or one. */
const itemsOf = (
  kind: HandOutKind,
  ledgers: readonly { readonly id: string; readonly title: string }[],
  ledgerId: string | null,
  units: readonly string[],
  office: string,
): readonly HandOutItem[] => {
  if (kind === 'backup') return ledgers.map(({ id, title }) => ({ ledgerId: id, title, unit: '', to: '' }))
  const ledger = ledgers.find(({ id }) => id === ledgerId)
  if (ledger === undefined) return []
  const goesTo = kind === 'whole' ? [''] : units
  return goesTo.map((unit) => ({ ledgerId: ledger.id, title: ledger.title, unit, to: kind === 'reply' ? office : unit }))
}

const UnitChoice = ({
  ledgerId,
  chosen,
  onChange,
}: {
  readonly ledgerId: string
  readonly chosen: readonly string[]
  readonly onChange: (units: readonly string[]) => void
}) => {
  const units = useUnitsAtWork(ledgerId) ?? []
  const transfers = useTransfers(ledgerId)?.transfers ?? []
  const [words, setWords] = useState('')
  const shown = units.filter(({ name }) => name.includes(words.trim()))
  const take = (name: string, isTaken: boolean) => onChange(isTaken ? [...chosen, name] : chosen.filter((own) => own !== name))
  return (
    <>
      <div className="hand-out-units-head">
        <Input
          allowClear
          aria-label={WORDS.searchUnits}
          placeholder={WORDS.searchUnits}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <Button onClick={() => onChange([...new Set([...chosen, ...shown.map(({ name }) => name)])])}>{WORDS.all}</Button>
        <Button onClick={() => onChange([])}>{WORDS.none}</Button>
      </div>
      <ul className="hand-out-units">
        {shown.map(({ key, name, problemIds }) => {
          const sent = lastOut(transfers, name)
          return (
            <li key={key}>
              <Checkbox checked={chosen.includes(name)} onChange={({ target }) => take(name, target.checked)}>
                {WORDS.unitLine(name, problemIds.size)}
              </Checkbox>
              {sent === null ? null : <span className="label">{WORDS.lastSent(sent)}</span>}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const ReplyNews = ({ transfers }: { readonly transfers: Parameters<typeof lastOut>[0] }) => {
  const last = transfers.find(({ direction, purpose }) => direction === 'out' && purpose === 'reply')
  return last?.on ? <p className="label">{WORDS.lastReply(last.on, last.changes ?? 0)}</p> : null
}

const Written = ({ stage }: { readonly stage: Exclude<HandOutStage, { readonly type: 'choose' }> }) => {
  if (stage.type === 'writing')
    return (
      <>
        <p>{WORDS.writing(stage.done + 1, stage.of, stage.name)}</p>
        <Progress percent={Math.round((stage.done / stage.of) * 100)} status="active" aria-label={WORDS.write} />
      </>
    )
  const there = stage.written.filter(({ path }) => path !== null)
  const skipped = stage.written.length - there.length
  return (
    <div role="status">
      {stage.type === 'refused' ? (
        <>
          <h3>{sentenceOf(stage.refusal).title}</h3>
          <RefusalText refusal={stage.refusal} />
        </>
      ) : null}
      {there.length === 0 ? null : (
        <p className="export-done">
          <CheckCircleFilled /> {WORDS.done(there.length)}
          {stage.type === 'done' ? `，${WORDS.mayPull}` : ''}
        </p>
      )}
      {skipped === 0 ? null : <p>{WORDS.skipped(skipped)}</p>}
      <ul className="hand-out-files">
        {there.map(({ name, path }) => (
          <li key={name} className="path">
            {path}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Acts = ({
  stage,
  fits,
  onWrite,
  onStop,
  onAgain,
  onClose,
}: {
  readonly stage: HandOutStage
  readonly fits: boolean
  readonly onWrite: () => void
  readonly onStop: () => void
  readonly onAgain: () => void
  readonly onClose: () => void
}) => {
  const tellRefusal = useTellRefusal()
  const reveal = async (path: string) => {
    const shown = await invoke('file.reveal', { path })
    if (!shown.ok) tellRefusal(shown.error)
  }
  if (stage.type === 'writing') return <Button onClick={onStop}>{WORDS.stop}</Button>
  if (stage.type === 'choose')
    return (
      <>
        <Button onClick={onClose}>{WORDS.close}</Button>
        <Button type="primary" disabled={!fits} onClick={onWrite}>
          {WORDS.write}
        </Button>
      </>
    )
  const path = stage.written.find((file) => file.path !== null)?.path ?? null
  return (
    <>
      {path === null ? null : <Button onClick={() => void reveal(path)}>{WORDS.reveal}</Button>}
      {stage.type === 'refused' ? <Button onClick={onAgain}>{WORDS.again2}</Button> : null}
      <Button type="primary" autoFocus onClick={onClose}>
        {WORDS.close}
      </Button>
    </>
  )
}

const useAskReplace = () => {
  const { modal } = App.useApp()
  return (name: string): Promise<boolean> =>
    new Promise((resolve) => {
      modal.confirm({
        title: WORDS.replaceTitle(name),
        content: WORDS.replaceDetail,
        okText: WORDS.replace,
        cancelText: WORDS.skip,
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      })
    })
}

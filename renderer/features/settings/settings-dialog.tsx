import { App, Button, Descriptions, Modal, Progress, Tabs } from 'antd'
import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { SETTINGS_WORDS } from '../../messages/settings.ts'
import { invoke } from '../../platform/bridge.ts'
import { openLedgerId, type SettingsSection, useScreen } from '../../state/screen.ts'
import { leave } from '../../state/typing.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { CheckLedger } from './check-ledger.tsx'
import { LedgerSettings } from './ledger-settings.tsx'
import './settings.css'
import { ThisPc } from './this-pc.tsx'

interface SettingsDialogProps {
  readonly section: SettingsSection
  readonly onClose: () => void
}

/** This PC, the open ledger, keeping the lists in order, and what this program is. */
export const SettingsDialog = ({ section, onClose }: SettingsDialogProps) => {
  // A setting that was refused stays in its field. Without a ledger nothing here is saved by leaving, and a wizard behind stays as it is.
  const close = () => void (openLedgerId(useScreen.getState()) === null ? onClose() : leave(onClose))
  const sections = {
    pc: <ThisPc />,
    ledger: <LedgerSettings />,
    maintenance: (
      <>
        <CheckLedger onClose={onClose} />
        <Repair />
      </>
    ),
    about: <About />,
  }
  return (
    <Modal
      open
      centered
      title={SETTINGS_WORDS.title}
      onCancel={close}
      width={900}
      className="settings"
      footer={<Button onClick={close}>{SETTINGS_WORDS.close}</Button>}
    >
      <Tabs
        tabPlacement="start"
        defaultActiveKey={section}
        items={(Object.keys(sections) as SettingsSection[]).map((key) => ({
          key,
          label: SETTINGS_WORDS.sections[key],
          children: <div className="setting-pane">{sections[key]}</div>,
        }))}
      />
    </Modal>
  )
}

const About = () => {
  const [facts, setFacts] = useState<Output<'app.facts'> | null>(null)
  useEffect(() => {
    void invoke('app.facts', undefined).then((read) => (read.ok ? setFacts(read.value) : null))
  }, [])
  return (
    <>
      <p className="label">{SETTINGS_WORDS.aboutDetail}</p>
      {facts === null ? null : (
        <Descriptions
          size="small"
          column={1}
          items={[
            { key: 'version', label: SETTINGS_WORDS.version, children: facts.version },
            { key: 'runtime', label: SETTINGS_WORDS.runtime, children: `Electron ${facts.electron}` },
            { key: 'data', label: SETTINGS_WORDS.dataFolder, children: <span className="path">{facts.dataFolder}</span> },
          ]}
        />
      )}
    </>
  )
}

const Repair = () => {
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const { message } = App.useApp()
  const tellRefusal = useTellRefusal()
  const repair = async () => {
    setProgress({ done: 0, of: 1 })
    const answer = await ledgerStore.repairRows((done, of) => setProgress({ done, of }))
    setProgress(null)
    if (answer.ok) void message.success(SETTINGS_WORDS.repaired)
    else tellRefusal(answer.error)
  }
  return (
    <div className="repair">
      <Button loading={progress !== null} onClick={() => void repair()}>
        {progress === null ? SETTINGS_WORDS.repair : SETTINGS_WORDS.repairing}
      </Button>
      <span className="label">{SETTINGS_WORDS.repairDetail}</span>
      {progress === null ? null : (
        <Progress aria-label={SETTINGS_WORDS.repairing} percent={Math.round((progress.done / Math.max(1, progress.of)) * 100)} />
      )}
    </div>
  )
}

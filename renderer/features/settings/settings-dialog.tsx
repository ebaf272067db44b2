import { App, Button, Descriptions, Modal, Progress } from 'antd'
import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { SETTINGS_WORDS } from '../../messages/settings.ts'
import { invoke } from '../../platform/bridge.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { CheckLedger } from './check-ledger.tsx'
import { useSettings } from './use-settings.ts'
import { WhoForm } from './who-form.tsx'

/** Who works here, keeping the lists in order, and what this program is. */
export const SettingsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [settings, save] = useSettings()
  const { message } = App.useApp()
  const [facts, setFacts] = useState<Output<'app.facts'> | null>(null)
  useEffect(() => {
    void invoke('app.facts', undefined).then((read) => (read.ok ? setFacts(read.value) : null))
  }, [])
  return (
    <Modal
      open
      title={SETTINGS_WORDS.title}
      onCancel={onClose}
      width={640}
      footer={<Button onClick={onClose}>{SETTINGS_WORDS.close}</Button>}
    >
      <h3>{SETTINGS_WORDS.who}</h3>
      <p className="label">{SETTINGS_WORDS.whoDetail}</p>
      {settings === null ? null : (
        <WhoForm
          settings={settings}
          layout="inline"
          onSave={(next) => void save(next).then((saved) => (saved ? message.success(SETTINGS_WORDS.saved) : null))}
        />
      )}
      <h3>{SETTINGS_WORDS.maintenance}</h3>
      <CheckLedger onClose={onClose} />
      <Repair />
      <h3>{SETTINGS_WORDS.about}</h3>
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
    </Modal>
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
      {progress === null ? null : <Progress percent={Math.round((progress.done / Math.max(1, progress.of)) * 100)} />}
    </div>
  )
}

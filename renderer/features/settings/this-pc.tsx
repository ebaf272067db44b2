import { App, Radio, Segmented } from 'antd'
import type { Settings } from '../../../shared/ipc/contract.ts'
import { SETTINGS_WORDS } from '../../messages/settings.ts'
import { useSettings } from './use-settings.ts'
import { WhoForm } from './who-form.tsx'

const THEMES = (Object.keys(SETTINGS_WORDS.themes) as Settings['theme'][]).map((value) => ({
  value,
  label: SETTINGS_WORDS.themes[value],
}))
const SCALES = ([100, 110, 125, 150] as const satisfies readonly Settings['scale'][]).map((value) => ({
  value,
  label: `${value}%`,
}))

/** 本机: who works here, and how the window looks. */
export const ThisPc = () => {
  const [settings, save] = useSettings()
  const { message } = App.useApp()
  if (settings === null) return null
  return (
    <>
      <h3>{SETTINGS_WORDS.who}</h3>
      <p className="label">{SETTINGS_WORDS.whoDetail}</p>
      <WhoForm
        settings={settings}
        layout="inline"
        onSave={(next) => void save(next).then((saved) => (saved ? message.success(SETTINGS_WORDS.saved) : null))}
      />
      <h3>{SETTINGS_WORDS.look}</h3>
      <div className="setting-line">
        <span id="setting-theme">{SETTINGS_WORDS.theme}</span>
        <Radio.Group
          aria-labelledby="setting-theme"
          options={THEMES}
          value={settings.theme}
          onChange={(event) => void save({ theme: event.target.value as Settings['theme'] })}
        />
      </div>
      <div className="setting-line">
        <span>{SETTINGS_WORDS.scale}</span>
        <Segmented
          aria-label={SETTINGS_WORDS.scale}
          name="scale"
          options={SCALES}
          value={settings.scale}
          onChange={(scale) => void save({ scale })}
        />
      </div>
      <p className="label">{SETTINGS_WORDS.scaleDetail}</p>
    </>
  )
}

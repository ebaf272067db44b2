import { Button, Card } from 'antd'
import { useState } from 'react'
import { SETTINGS_WORDS } from '../../messages/settings.ts'
import { useSettings } from './use-settings.ts'
import { WhoForm } from './who-form.tsx'

/** Where 以后再说 is remembered: on this PC, and worth nothing more. */
const ASKED = 'zhenggai.asked-who'

/** Asks once who works here; stands beside the work and can be put off. */
export const AskWho = () => {
  const [settings, save] = useSettings()
  const [isDone, setDone] = useState(localStorage.getItem(ASKED) !== null)
  if (isDone || settings === null || settings.clerk !== '') return null
  const end = () => {
    localStorage.setItem(ASKED, '1')
    setDone(true)
  }
  return (
    <Card size="small" className="ask-who" title={SETTINGS_WORDS.askTitle}>
      <p className="label">{SETTINGS_WORDS.whoDetail}</p>
      <WhoForm
        settings={settings}
        layout="inline"
        onSave={(next) => void save(next).then((saved) => (saved ? end() : null))}
        beside={
          <Button type="link" onClick={end}>
            {SETTINGS_WORDS.later}
          </Button>
        }
      />
    </Card>
  )
}

import { useEffect } from 'react'
import type { Settings } from '../../../shared/ipc/contract.ts'
import { authorChanged } from '../../data/store-client.ts'
import { invoke } from '../../platform/bridge.ts'
import { usePcSettings } from '../../state/pc-settings.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'

let reading = false

/** The settings of this PC; null until they have been read. `save` changes some of them and answers whether it was accepted. */
export const useSettings = (): readonly [Settings | null, (changed: Partial<Settings>) => Promise<boolean>] => {
  const settings = usePcSettings((state) => state.settings)
  const tellRefusal = useTellRefusal()
  useEffect(() => {
    if (reading || usePcSettings.getState().settings !== null) return
    reading = true
    void invoke('settings.read', undefined).then((read) => {
      reading = false
      if (read.ok) usePcSettings.setState({ settings: read.value })
      else tellRefusal(read.error)
    })
  }, [tellRefusal])
  const save = async (changed: Partial<Settings>): Promise<boolean> => {
    const before = usePcSettings.getState().settings
    if (before === null) return false
    const next = { ...before, ...changed }
    const written = await invoke('settings.write', next)
    if (written.ok) {
      await authorChanged()
      usePcSettings.setState({ settings: next })
    } else tellRefusal(written.error)
    return written.ok
  }
  return [settings, save]
}

/** Puts the colours of the settings on the window. */
export const useLook = (): void => {
  const theme = useSettings()[0]?.theme
  useEffect(() => {
    if (theme !== undefined) document.documentElement.dataset['theme'] = theme
  }, [theme])
}

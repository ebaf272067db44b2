import { useEffect, useState } from 'react'
import type { Settings } from '../../../shared/ipc/contract.ts'
import { authorChanged } from '../../data/store-client.ts'
import { invoke } from '../../platform/bridge.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'

/** Who works on this PC; null until it has been read. `save` answers whether it was accepted. */
export const useSettings = (): readonly [Settings | null, (settings: Settings) => Promise<boolean>] => {
  const [settings, setSettings] = useState<Settings | null>(null)
  const tellRefusal = useTellRefusal()
  useEffect(() => {
    void invoke('settings.read', undefined).then((read) => {
      if (read.ok) setSettings(read.value)
      else tellRefusal(read.error)
    })
  }, [tellRefusal])
  const save = async (next: Settings): Promise<boolean> => {
    const written = await invoke('settings.write', next)
    if (written.ok) {
      await authorChanged()
      setSettings(next)
    } else tellRefusal(written.error)
    return written.ok
  }
  return [settings, save]
}

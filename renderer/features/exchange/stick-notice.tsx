import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { EXCHANGE_WORDS as WORDS } from '../../messages/exchange.ts'
import { onEvent } from '../../platform/bridge.ts'
import { useScreen } from '../../state/screen.ts'
import { driveName, drivesHere } from './use-drives.ts'

/** A stick that was put in and holds packages is offered once, never opened by itself. */
export const StickNotice = () => {
  const { notification } = App.useApp()
  const told = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const look = async () => {
      const drives = await drivesHere()
      const fresh = drives.filter(({ folder, packages }) => packages > 0 && !told.current.has(folder))
      // One that was pulled out is told again when it comes back.
      told.current = new Set(drives.filter(({ packages }) => packages > 0).map(({ folder }) => folder))
      // Who is reading files already sees the sticks there.
      if (useScreen.getState().dialog !== null) return
      for (const drive of fresh)
        notification.info({
          key: drive.folder,
          title: WORDS.found(driveName(drive), drive.packages),
          description: WORDS.foundDetail,
          placement: 'bottomRight',
          duration: 12,
          actions: (
            <Button
              type="primary"
              size="small"
              onClick={() => {
                notification.destroy(drive.folder)
                void useScreen.getState().openDialog({ type: 'receive', folder: drive.folder })
              }}
            >
              {WORDS.receive}
            </Button>
          ),
        })
    }
    return onEvent('drivesChanged', () => void look())
  }, [notification])
  return null
}

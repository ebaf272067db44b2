import { useEffect, useState } from 'react'
import { invoke } from '../../platform/bridge.ts'

/** What this PC is called in the settings: numbers are given by it. Empty until it is read. */
export const usePc = (): string => {
  const [pc, setPc] = useState('')
  useEffect(() => {
    void invoke('settings.read', undefined).then((read) => {
      if (read.ok) setPc(read.value.pc)
    })
  }, [])
  return pc
}

import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { invoke, onEvent } from '../../platform/bridge.ts'

/** A stick, and how many .zgtz files stand on it. */
export type Drive = Output<'drives.list'>[number] & { readonly packages: number }

/** The sticks in this PC. One that cannot be read counts no files; where the system does not tell, there are none. */
export const drivesHere = async (): Promise<readonly Drive[]> => {
  const listed = await invoke('drives.list', undefined)
  return Promise.all(
    (listed.ok ? listed.value : []).map(async (drive): Promise<Drive> => {
      const packages = await invoke('folder.packages', { folder: drive.folder })
      return { ...drive, packages: packages.ok ? packages.value.length : 0 }
    }),
  )
}

export const driveName = ({ label, folder }: Pick<Drive, 'label' | 'folder'>): string =>
  label === '' ? folder : `${label}（${folder}）`

/** The same as they come and go; null while they are being looked for. */
export const useDrives = (): readonly Drive[] | null => {
  const [drives, setDrives] = useState<readonly Drive[] | null>(null)
  useEffect(() => {
    let isHere = true
    const look = async () => {
      const found = await drivesHere()
      if (isHere) setDrives(found)
    }
    void look()
    const end = onEvent('drivesChanged', () => void look())
    return () => {
      isHere = false
      end()
    }
  }, [])
  return drives
}

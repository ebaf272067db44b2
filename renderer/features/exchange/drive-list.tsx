import { UsbOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect } from 'react'
import { HAND_OUT_WORDS as WORDS } from '../../messages/exchange.ts'
import { driveName, useDrives } from './use-drives.ts'

/** The sticks that are in this PC; nothing on them is opened before one is chosen. */
export const DriveList = ({
  onChoose,
  chosen,
  suggested = null,
}: {
  readonly onChoose: (folder: string) => void
  readonly chosen?: string | null
  /** The one that was used last is chosen where it is there again. */
  readonly suggested?: string | null
}) => {
  const drives = useDrives()
  const isThere = drives?.some(({ folder, readOnly }) => folder === suggested && !readOnly) === true
  useEffect(() => {
    if (isThere && chosen === null && suggested !== null) onChoose(suggested)
  }, [isThere, chosen, suggested, onChoose])
  if (drives === null) return null
  if (drives.length === 0) return <p className="label drives-none">{WORDS.noDrive}</p>
  return (
    <ul className="drives">
      {drives.map((drive) => (
        <li key={drive.folder}>
          <Button
            icon={<UsbOutlined />}
            type={chosen === drive.folder ? 'primary' : 'default'}
            aria-pressed={chosen === drive.folder}
            disabled={drive.readOnly && chosen !== undefined}
            onClick={() => onChoose(drive.folder)}
          >
            {driveName(drive)}
          </Button>
          <span className="label">
            {[
              drive.free === null ? '' : WORDS.free(sizeWords(drive.free)),
              drive.packages === 0 ? '' : WORDS.packagesOn(drive.packages),
              drive.readOnly ? WORDS.readOnly : '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** 14.9 GB. */
const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000_000 ? `${(bytes / 1_000_000_000).toFixed(1)} GB` : `${Math.round(bytes / 1_000_000)} MB`

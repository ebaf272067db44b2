/** A file system as it is mounted: its device as `8:17`, the folder it stands in, and whether it may not be written. */
export interface Mount {
  readonly device: string
  readonly folder: string
  readonly readOnly: boolean
}

/**
 * Whole file systems named by the text of /proc/self/mountinfo, where a person would look for a stick: not the system's own folders, not a
 * part of a file system that is shown elsewhere too. What is mounted over a folder hides what was there; of several folders of one
 * device the first counts. A line that is not understood is passed over.
 */
export const mountsOf = (mountinfo: string): readonly Mount[] => {
  const byFolder = new Map<string, Mount>()
  for (const line of mountinfo.split('\n')) {
    const mount = mountOf(line)
    if (mount) byFolder.set(mount.folder, mount)
  }
  const byDevice = new Map<string, Mount>()
  for (const mount of byFolder.values()) if (!byDevice.has(mount.device)) byDevice.set(mount.device, mount)
  return [...byDevice.values()]
}

/** `36 35 8:17 / /media/li/U盘 rw,nosuid shared:5 - vfat /dev/sdb1 rw,utf8`; proc(5) names the fields. */
const LINE = /^\d+ \d+ (\d+:\d+) \/ (\/\S*) (\S+) (?:\S+ )*?- \S+ \S+ (\S+)$/

const SYSTEM_FOLDERS = /^\/(?:$|(?:bin|boot|dev|etc|home|lib|opt|proc|root|sbin|snap|srv|sys|usr|var)(?:\/|$))/

const mountOf = (line: string): Mount | null => {
  const [, device, written = '', options = '', superOptions = ''] = LINE.exec(line) ?? []
  const folder = unescaped(written)
  if (device === undefined || SYSTEM_FOLDERS.test(folder)) return null
  return { device, folder, readOnly: [options, superOptions].some((list) => list.split(',').includes('ro')) }
}

/** The kernel writes a space as `\040`. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

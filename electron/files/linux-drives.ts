import { readdir, readFile, readlink, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Drive } from '../../shared/ipc/contract.ts'
import { caught } from './caught.ts'
import { labelOf } from './drive-label.ts'
import { freeBytes } from './free-bytes.ts'
import { type Mount, mountsOf } from './linux-mounts.ts'
import { orNull } from './or-null.ts'

/** Where Linux tells of its devices; a test has a tree of its own. */
export interface LinuxPlaces {
  readonly mountinfo: string
  /** Block devices by number: links `8:17` into /sys/devices. */
  readonly blocks: string
  /** Links from a label to its device. */
  readonly labels: string
}

export const LINUX_PLACES: LinuxPlaces = {
  mountinfo: '/proc/self/mountinfo',
  blocks: '/sys/dev/block',
  labels: '/dev/disk/by-label',
}

/**
 * Mounted drives that can be pulled out: the kernel calls the disk removable, it hangs on USB, or it is an SD card. No program is
 * started, nothing needs a service; a stick that is plugged in but not mounted is not here. Not known: encrypted sticks (device mapper).
 */
export const linuxDrives = (places: LinuxPlaces = LINUX_PLACES): Promise<Result<readonly Drive[], Refusal>> =>
  caught(places.mountinfo, 'read', async () => {
    const drives: Drive[] = []
    let labels: ReadonlyMap<string, string> | null = null
    for (const mount of mountsOf(await readFile(places.mountinfo, 'utf8'))) {
      const device = await removableAt(mount, places)
      if (device === null) continue
      labels ??= await labelsByDevice(places.labels)
      drives.push({
        folder: mount.folder,
        label: labels.get(device.name) ?? '',
        free: await freeBytes(mount.folder),
        size: device.size,
        readOnly: mount.readOnly,
      })
    }
    return ok(drives)
  })

const SECTOR_BYTES = 512

/** The device of a mount as the system calls it (`sdb1`), with its size; null when it is built in or is a disc. */
const removableAt = async (
  { device }: Mount,
  { blocks }: LinuxPlaces,
): Promise<{ readonly name: string; readonly size: number | null } | null> => {
  const path = await orNull(realpath(join(blocks, device)))
  if (path === null) return null
  const name = basename(path)
  const disk = (await textAt(path, 'partition')) === null ? path : dirname(path)
  const isOpticalDisc = /^sr\d/.test(name)
  const isRemovable =
    (await textAt(disk, 'removable')) === '1' || /\/usb\d+\//.test(path) || (await textAt(disk, 'device/type')) === 'SD'
  if (isOpticalDisc || !isRemovable) return null
  const sectors = Number.parseInt((await textAt(path, 'size')) ?? '', 10)
  return { name, size: Number.isNaN(sectors) ? null : sectors * SECTOR_BYTES }
}

const labelsByDevice = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const labels = new Map<string, string>()
  for (const link of (await orNull(readdir(folder))) ?? []) {
    const target = await orNull(readlink(join(folder, link)))
    if (target !== null) labels.set(basename(target), labelOf(link))
  }
  return labels
}

const textAt = async (folder: string, file: string): Promise<string | null> =>
  (await orNull(readFile(join(folder, file), 'utf8')))?.trim() ?? null

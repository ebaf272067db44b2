import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { labelOf } from '../../../electron/files/drive-label.ts'
import { createDriveWatch, driveCameOrWent, lettersSign } from '../../../electron/files/drive-watch.ts'
import { createDriveList } from '../../../electron/files/drives.ts'
import { type LinuxPlaces, linuxDrives } from '../../../electron/files/linux-drives.ts'
import { mountsOf } from '../../../electron/files/linux-mounts.ts'
import { drivesOf, windowsDrives } from '../../../electron/files/windows-drives.ts'
import { err, ok } from '../../../shared/base/result.ts'
import type { Drive } from '../../../shared/ipc/contract.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** As a Kylin desktop with two sticks, a card and a disc tells it. */
const MOUNTINFO = `\
22 28 0:21 / /sys rw,nosuid,nodev,noexec,relatime shared:7 - sysfs sysfs rw
28 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro
30 28 8:1 / /boot/efi rw,relatime shared:31 - vfat /dev/sda1 rw,fmask=0077
31 28 8:3 / /data rw,relatime shared:33 - ext4 /dev/sda3 rw
88 28 8:2 /usr/share /media/li/part rw,relatime shared:1 - ext4 /dev/sda2 rw
90 31 8:17 / /media/li/办\\040stick rw,nosuid,nodev,relatime shared:60 - vfat /dev/sdb1 rw,uid=1000,shortname=mixed
91 31 8:17 / /mnt/again rw,relatime shared:60 - vfat /dev/sdb1 rw
92 31 8:33 / /media/li/整改\\040资料 ro,nosuid,nodev,relatime - fuseblk /dev/sdc1 rw,user_id=0,blksize=4096
93 31 179:1 / /media/li/6539-3163 rw,nosuid,nodev,relatime shared:70 master:2 - exfat /dev/mmcblk0p1 ro,uid=1000
94 31 11:0 / /media/li/CDROM ro,nosuid,nodev,relatime shared:80 - iso9660 /dev/sr0 ro
nonsense
`

describe('the mounts of Linux', () => {
  test('are whole file systems outside the system, each device once, with names as they were given', () => {
    expect(mountsOf(MOUNTINFO).map(({ device, folder, readOnly }) => [device, folder, readOnly])).toEqual([
      ['8:3', '/data', false],
      ['8:17', '/media/li/办 stick', false],
      ['8:33', '/media/li/整改 资料', true],
      ['179:1', '/media/li/6539-3163', true],
      ['11:0', '/media/li/CDROM', true],
    ])
  })

  test('are what stands in a folder last', () => {
    const over = '95 31 8:49 / /data rw,relatime - ext4 /dev/sdd1 rw'
    expect(mountsOf(`${MOUNTINFO}${over}`).find(({ folder }) => folder === '/data')?.device).toBe('8:49')
  })

  test.each(['', '\n\n', '90 31 8:17 /', 'a b c d e - f g h'])('are none in %j', (text) => expect(mountsOf(text)).toEqual([]))
})

/** A tree as /sys and /dev tell it: a built-in disk, a USB stick, a card reader's SD card, a built-in card, a disc. */
const linuxPlaces = (mounts: readonly (readonly [device: string, folder: string])[]): LinuxPlaces => {
  const root = tempFolder()
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), `${text}\n`)
  }
  const disk = (number: string, path: string, files: Readonly<Record<string, string>>): void => {
    for (const [file, text] of Object.entries(files)) put(join(path, file), text)
    mkdirSync(join(root, 'block'), { recursive: true })
    symlinkSync(join('..', path), join(root, 'block', number))
  }
  put('pci/ata1/block/sda/removable', '0')
  disk('8:3', 'pci/ata1/block/sda/sda3', { partition: '3', size: '200000' })
  put('pci/usb1/1-2/block/sdb/removable', '1')
  disk('8:17', 'pci/usb1/1-2/block/sdb/sdb1', { partition: '1', size: '30297344' })
  disk('8:32', 'pci/usb2/2-1/block/sdc', { removable: '0', size: '1000' })
  put('pci/mmc0/block/mmcblk0/removable', '0')
  put('pci/mmc0/block/mmcblk0/device/type', 'SD')
  disk('179:1', 'pci/mmc0/block/mmcblk0/mmcblk0p1', { partition: '1' })
  put('pci/mmc1/block/mmcblk1/removable', '0')
  put('pci/mmc1/block/mmcblk1/device/type', 'MMC')
  disk('179:9', 'pci/mmc1/block/mmcblk1/mmcblk1p1', { partition: '1', size: '7' })
  disk('11:0', 'pci/ata2/block/sr0', { removable: '1', size: '7' })
  mkdirSync(join(root, 'labels'))
  symlinkSync('../../sdb1', join(root, 'labels', '整改\\x20办'))
  put('mountinfo', mounts.map(([device, folder], at) => `${at} 1 ${device} / ${folder} rw - vfat /dev/x rw`).join('\n'))
  return { mountinfo: join(root, 'mountinfo'), blocks: join(root, 'block'), labels: join(root, 'labels') }
}

describe('the removable drives of Linux', () => {
  test('are sticks, disks on USB and SD cards, with label, size and free space', async () => {
    const here = tempFolder()
    const there = (name: string): string => join(here, name)
    const devices = ['8:3', '8:17', '8:32', '179:1', '179:9', '11:0', '0:99']
    mkdirSync(there('8:17'))
    const drives = unwrapped(await linuxDrives(linuxPlaces(devices.map((device) => [device, there(device)]))))
    expect(drives).toEqual([
      { folder: there('8:17'), label: '整改 办', free: expect.any(Number), size: 15_512_240_128, readOnly: false },
      { folder: there('8:32'), label: '', free: null, size: 512_000, readOnly: false },
      { folder: there('179:1'), label: '', free: null, size: null, readOnly: false },
    ])
  })

  test('are a refusal where the system does not tell its mounts', async () => {
    const places = { ...linuxPlaces([]), mountinfo: join(tempFolder(), 'missing') }
    expect(await linuxDrives(places)).toMatchObject({ ok: false, error: { type: 'file-not-found' } })
  })
})

test.each([
  ['KINGSTON', 'KINGSTON'],
  ['整改办', '整改办'],
  ['A\\x20B\\x2fC', 'A B/C'],
  ['\\xd5\\xfb\\xb8\\xc4', '整改'],
  ['\\xe6\\x95\\xb4改', '整改'],
  ['50\\x', '50\\x'],
])('the label %s is read as %s', (link, label) => expect(labelOf(link)).toBe(label))

describe('the removable drives of Windows', () => {
  const PRINTED = 'A:||||\r\nE:|15512174592|15003074560|0|5pW05pS55Yqe\r\nF:||||\r\nG:|4026531840||1|\r\n\r\n'

  test('are the lines of its PowerShell: no floppy and no slot without a card', () => {
    expect(drivesOf(PRINTED)).toEqual([
      { folder: 'E:\\', label: '整改办', free: 15_003_074_560, size: 15_512_174_592, readOnly: false },
      { folder: 'G:\\', label: '', free: null, size: 4_026_531_840, readOnly: true },
    ])
  })

  test.each(['', '\r\n', 'Get-WmiObject : 拒绝访问。\r\nE:|1|1', '目录: C:\\|1|1|1|'])('are none in %j', (printed) =>
    expect(drivesOf(printed)).toEqual([]),
  )

  test('are a refusal when it did not answer', async () => {
    const refusal = err({ type: 'drives-not-listed', detail: 'ENOENT' } as const)
    expect(await windowsDrives(async () => refusal)).toEqual(refusal)
    expect(unwrapped(await windowsDrives(async () => ok(PRINTED)))).toHaveLength(2)
  })
})

const stick = (folder: string, change: Partial<Drive> = {}): Drive => ({
  folder,
  label: '',
  free: 1,
  size: 2,
  readOnly: false,
  ...change,
})

describe('a list of drives', () => {
  test('that takes too long is a refusal, and is not begun a second time meanwhile', async () => {
    let begun = 0
    let answer: (drives: readonly Drive[]) => void = () => undefined
    const list = createDriveList(() => {
      begun++
      return new Promise((resolve) => {
        answer = (drives) => resolve(ok(drives))
      })
    }, 0.02)
    const refusal = { ok: false, error: { type: 'drives-not-listed', detail: 'ETIMEDOUT' } }
    expect(await list()).toEqual(refusal)
    expect(await list()).toEqual(refusal)
    expect(begun).toBe(1)
    const late = list()
    answer([stick('/a')])
    expect(unwrapped(await late)).toEqual([stick('/a')])
    void list()
    expect(begun).toBe(2)
  })

  test('of this system answers within its time', async () => {
    expect((await createDriveList()()).ok).toBe(true)
  })
})

describe('a drive came or went', () => {
  test.each<[string, readonly Drive[], readonly Drive[], boolean]>([
    ['not when nothing did', [stick('/a')], [stick('/a')], false],
    ['not when something was written on it', [stick('/a')], [stick('/a', { free: 0 })], false],
    ['not when they are told in another order', [stick('/a'), stick('/b')], [stick('/b'), stick('/a')], false],
    ['when one came', [], [stick('/a')], true],
    ['when one went', [stick('/a'), stick('/b')], [stick('/b')], true],
    ['when another stands in its place', [stick('E:\\')], [stick('E:\\', { label: '乙' })], true],
    ['when it may no longer be written', [stick('/a')], [stick('/a', { readOnly: true })], true],
  ])('%s', (_when, before, now, expected) => expect(driveCameOrWent(before, now)).toBe(expected))
})

describe('the watch', () => {
  const watched = () => {
    const state = { sign: 'a', drives: [stick('/a')] as readonly Drive[], refuses: false, listed: 0, changes: 0 }
    const lines: string[] = []
    const look = createDriveWatch({
      sign: async () => state.sign,
      listDrives: async () => {
        state.listed++
        return state.refuses ? err({ type: 'drives-not-listed', detail: 'EIO' }) : ok(state.drives)
      },
      changed: () => state.changes++,
      log: { report: (level, code) => lines.push(`${level} ${code}`) },
    })
    return { state, lines, look }
  }

  test('says nothing of what was there at first, and lists only when the sign is another', async () => {
    const { state, look } = watched()
    for (let i = 0; i < 3; i++) await look()
    expect([state.listed, state.changes]).toEqual([1, 0])
    state.sign = 'b'
    await look()
    expect([state.listed, state.changes]).toEqual([2, 0])
    Object.assign(state, { sign: 'c', drives: [] })
    for (let i = 0; i < 3; i++) await look()
    expect([state.listed, state.changes]).toEqual([3, 1])
  })

  test('logs a listing that was refused once, and tells the change later', async () => {
    const { state, lines, look } = watched()
    await look()
    Object.assign(state, { sign: 'b', refuses: true, drives: [] })
    for (let i = 0; i < 3; i++) await look()
    expect([state.changes, lines]).toEqual([0, ['warn drive-watch']])
    Object.assign(state, { sign: 'c', refuses: false })
    await look()
    expect(state.changes).toBe(1)
  })

  test('looks once at a time', async () => {
    const { state, look } = watched()
    await Promise.all([look(), look(), look()])
    expect(state.listed).toBe(1)
  })

  test('goes on after a sign that could not be read', async () => {
    const lines: string[] = []
    let listed = 0
    const signs = [async () => Promise.reject(new Error('EMFILE')), async () => 'a']
    const look = createDriveWatch({
      sign: () => signs.shift()?.() ?? Promise.resolve('a'),
      listDrives: async () => {
        listed++
        return ok([])
      },
      changed: () => undefined,
      log: { report: (level, code) => lines.push(`${level} ${code}`) },
    })
    await look()
    await look()
    expect([listed, lines]).toEqual([1, ['error drive-watch']])
  })
})

test('a letter that was slow to say no is not asked again, one that was slow to say yes is', async () => {
  let time = 0
  const asked: string[] = []
  const sign = lettersSign(
    async (root) => {
      asked.push(root)
      if (root === 'E:\\' || root === 'Z:\\') time += 20_000
      return root === 'D:\\' || root === 'E:\\'
    },
    () => time,
  )
  expect([await sign(), await sign()]).toEqual(['DE', 'DE'])
  expect(asked.filter((root) => root === 'E:\\')).toHaveLength(2)
  expect(asked.filter((root) => root === 'Z:\\')).toHaveLength(1)
})

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { getAttachment, putAttachment } from '../../../electron/files/attachments.ts'
import { readSettings, writeSettings } from '../../../electron/files/settings.ts'
import { openLog } from '../../../electron/log.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describe('attachments', () => {
  const scan = new Uint8Array([37, 80, 68, 70])

  test('are kept under their hash, once', async () => {
    const folder = tempFolder()
    const { sha256 } = unwrapped(await putAttachment(folder, scan))
    expect(unwrapped(await putAttachment(folder, scan)).sha256).toBe(sha256)
    expect(unwrapped(await getAttachment(folder, sha256)).bytes).toEqual(scan)
    expect(existsSync(join(folder, 'attachments', sha256.slice(0, 2), sha256.slice(2, 4), sha256))).toBe(true)
  })

  test('that were altered are not handed out, and are mended by putting them again', async () => {
    const folder = tempFolder()
    const { sha256 } = unwrapped(await putAttachment(folder, scan))
    writeFileSync(join(folder, 'attachments', sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'something else')
    expect(await getAttachment(folder, sha256)).toEqual({ ok: false, error: { type: 'attachment-missing' } })
    unwrapped(await putAttachment(folder, scan))
    expect((await getAttachment(folder, sha256)).ok).toBe(true)
  })

  test('that are missing say so', async () => {
    expect(await getAttachment(tempFolder(), 'a'.repeat(64))).toEqual({ ok: false, error: { type: 'attachment-missing' } })
  })
})

describe('settings', () => {
  const defaults = { clerk: '', unit: '', pc: hostname().slice(0, 100), theme: 'light', scale: 100 } as const

  test('are what was written, and this PC before', async () => {
    const folder = tempFolder()
    expect(unwrapped(await readSettings(folder))).toEqual(defaults)
    const settings = { clerk: '张三', unit: '县委巡察办', pc: '一号机', theme: 'contrast', scale: 125 } as const
    unwrapped(await writeSettings(folder, settings))
    expect(unwrapped(await readSettings(folder))).toEqual(settings)
  })

  test('of an older program keep their names and look as they did', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'settings.json'), '{"clerk": "张三", "unit": "", "pc": "一号机"}')
    expect(unwrapped(await readSettings(folder))).toMatchObject({ clerk: '张三', theme: 'light', scale: 100 })
  })

  test.each(['', '{', '[]', '{"clerk": 3}'])('damaged to %j give the defaults, and the file is kept', async (text) => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'settings.json'), text)
    expect(unwrapped(await readSettings(folder))).toEqual(defaults)
    expect(readFileSync(join(folder, 'settings.json.bad'), 'utf8')).toBe(text)
  })
})

describe('the log', () => {
  test('is rotated and never grows beyond three files of a megabyte', () => {
    const folder = tempFolder()
    const log = openLog(folder, false)
    for (let i = 0; i < 4_500; i++) log.report('warn', 'test', 'x'.repeat(900))
    const files = readdirSync(join(folder, 'logs')).sort()
    expect(files).toEqual(['main.1.log', 'main.2.log', 'main.log'])
    for (const file of files) expect(readFileSync(join(folder, 'logs', file)).length).toBeLessThan(1_100_000)
  })

  test('keeps one line for one report', () => {
    const folder = tempFolder()
    openLog(folder, false).report('error', 'render-gone', 'crashed\nwith 2 lines')
    const text = readFileSync(join(folder, 'logs', 'main.log'), 'utf8')
    expect(text).toMatch(/\[error\] render-gone: crashed with 2 lines\n$/)
  })
})

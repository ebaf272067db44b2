import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStoreFiles } from '../../../electron/files/store-files.ts'
import { createHandlers, type Handlers, type Host } from '../../../electron/ipc/handlers.ts'
import { createRouter, type Router } from '../../../electron/ipc/router.ts'
import type { Log } from '../../../electron/log.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { routes } from '../../../shared/ipc/contract.ts'
import { FAULTS } from '../../../shared/messages/shell.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { clockAt } from '../../support/ports.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const hostOf = (dataFolder: string): Host => ({
  facts: { version: '0.1.0', electron: '25', dataFolder, isDevelopment: true },
  openFile: async () => ok(null),
  openPackages: async () => ok([{ name: '甲局.zgtz', bytes: new Uint8Array([1, 2, 3]) }]),
  saveFile: async () => ok({ path: '/saved.docx' }),
  chooseFolder: async () => ok({ folder: '/folder' }),
  folders: {
    drives: async () => ok([{ folder: '/media/stick', label: '办公室', free: null, size: 8_000_000, readOnly: false }]),
    packages: async () => ok([{ name: '回传/甲局.zgtz', size: 3, modifiedAt: 1_763_834_567 }]),
    read: async ({ name }) => ok({ name, bytes: new Uint8Array([1, 2, 3]) }),
    write: async () => ok({ path: null }),
  },
  revealFile: async (path) => err({ type: 'file-not-found', path }),
  writePicture: async () => ok(null),
  openWithSystem: async () => ok(null),
  saveCopy: async () => ok({ path: '/saved.png' }),
  oldFiles: {
    read: async () => ok({ format: 'doc', text: '一、问题', tables: [], asides: [], findings: [] }),
    stop: () => undefined,
  },
  printing: { preview: async () => ok(null), send: async () => ok({ printed: true }), end: () => undefined },
  takeHandedFile: async () => ok(null),
  stays: () => undefined,
  mayClose: () => undefined,
  scaleTo: () => undefined,
  discardDatabase: async () => undefined,
})

const started = async (change: Partial<Handlers> = {}): Promise<{ call: Router; lines: string[] }> => {
  const folder = tempFolder()
  const store = await openStoreFiles(folder, clockAt('2026-11-22'))
  onTestFinished(() => unwrapped(store).close())
  const lines: string[] = []
  const log: Log = { report: (level, code, detail) => lines.push(`${level} ${code}: ${detail}`) }
  return { call: createRouter({ ...createHandlers({ host: hostOf(folder), store, log }), ...change }, log), lines }
}

const fault = (reason: string) => ({ ok: false, error: { type: 'program-fault', reason } })

describe('the router', () => {
  test.each(['file.delete', '__proto__', 'constructor', 'toString', '', 7, null, undefined, { route: 'app.facts' }])(
    'does not know %j',
    async (route) => {
      const { call, lines } = await started()
      expect(await call(route, undefined)).toEqual(fault(FAULTS.unknownRoute))
      expect(lines[0]).toContain('ipc-unknown-route')
    },
  )

  test.each<[string, unknown]>([
    ['app.facts', 'something'],
    ['settings.write', { clerk: 3, unit: '', pc: '' }],
    ['settings.write', { clerk: 'x'.repeat(101), unit: '', pc: '' }],
    ['journal.append', { ledgerId: '../escape', documents: [] }],
    ['journal.append', { ledgerId: 'l1', documents: [{ key: 'problem:p', bytes: 'text' }] }],
    ['snapshot.read', { sequence: 1, ledgerId: 'a/b' }],
    ['snapshot.begin', { sequence: -1 }],
    ['attachment.get', { sha256: '../../settings.json' }],
    ['file.save', { kind: 'program', suggestedName: 'x', bytes: new Uint8Array() }],
    ['folder.write', { folder: '/folder', name: 'x', extension: 'exe', bytes: new Uint8Array(), replace: true }],
    ['folder.packages', { folder: '' }],
    ['folder.read', { folder: '/folder', name: '' }],
    ['drives.list', { folder: '/' }],
  ])('refuses %s with what it was not promised', async (route, input) => {
    const { call, lines } = await started()
    expect(await call(route, input)).toEqual(fault(FAULTS.badInput))
    expect(lines[0]).toContain('ipc-bad-input')
  })

  test('says in the log where the input was wrong and never what it was', async () => {
    const { call, lines } = await started()
    await call('settings.write', { clerk: '张三'.repeat(100), unit: 4, pc: '' })
    expect(lines[0]).toMatch(/settings\.write: clerk too_big, unit invalid_type/)
    expect(lines[0]).not.toContain('张三')
  })

  test('turns a thrown bug into an answer and keeps it in the log', async () => {
    const { call, lines } = await started({
      'app.facts': async () => {
        throw new Error('a bug')
      },
    })
    expect(await call('app.facts', undefined)).toEqual(fault(FAULTS.thrown))
    expect(lines[0]).toMatch(/ipc-bug: app\.facts: Error: a bug/)
    expect((await call('settings.read', undefined)).ok).toBe(true)
  })
})

describe('the handlers', () => {
  const bytes = new Uint8Array([1, 2, 3])
  const entry = { ledgerId: 'l1', documents: [{ key: 'problem:p1', bytes }] }

  const SHA256 = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81'

  const READ = { format: 'doc', text: '一、问题', tables: [], asides: [], findings: [] } as const

  /** Calls that together pass through every route but the window's own, with the answers that were promised. */
  const CALLS: readonly (readonly [keyof typeof routes, unknown, unknown])[] = [
    ['app.facts', undefined, expect.objectContaining({ version: '0.1.0' })],
    ['settings.write', { clerk: '张三', unit: '', pc: 'a', theme: 'contrast', scale: 125 }, undefined],
    ['settings.read', undefined, { clerk: '张三', unit: '', pc: 'a', theme: 'contrast', scale: 125 }],
    ['desk.read', { place: 'l1' }, null],
    ['desk.write', { place: 'l1', text: '{"widths":{}}' }, undefined],
    ['desk.read', { place: 'l1' }, '{"widths":{}}'],
    ['app.installation', undefined, expect.stringMatching(/^[0-9a-f]{24}$/)],
    ['journal.append', entry, { sequence: 1 }],
    ['journal.append', entry, { sequence: 2 }],
    ['journal.readAfter', { sequence: 1 }, { entries: [{ sequence: 2, ...entry }], more: false }],
    ['snapshot.newest', undefined, null],
    ['snapshot.begin', { sequence: 2 }, undefined],
    ['snapshot.add', { sequence: 2, ledgerId: 'l1', bytes }, undefined],
    ['snapshot.finish', { sequence: 2, ledgerIds: ['l1'] }, undefined],
    ['snapshot.newest', undefined, { sequence: 2, ledgerIds: ['l1'] }],
    ['snapshot.read', { sequence: 2, ledgerId: 'l1' }, { bytes }],
    ['store.whole', { generation: 'g1' }, undefined],
    ['store.incident', { type: 'behind', count: 1 }, expect.objectContaining({ type: 'behind', keptAside: null })],
    [
      'store.state',
      undefined,
      expect.objectContaining({ generation: 'g1', lastSequence: 2, snapshotSequence: 2, entriesSinceSnapshot: 0 }),
    ],
    ['store.discardDatabase', undefined, undefined],
    ['store.incidentsRead', undefined, undefined],
    ['attachment.put', { bytes }, { sha256: SHA256 }],
    ['attachment.get', { sha256: SHA256 }, { bytes }],
    ['attachment.read', { sha256: SHA256, offset: 0 }, { bytes, size: 3 }],
    ['attachment.missing', { files: [{ sha256: SHA256, size: 3 }] }, []],
    ['attachment.open', { sha256: SHA256, name: '说明.txt' }, undefined],
    ['attachment.saveAs', { sha256: SHA256, name: '说明.txt' }, { path: '/saved.png' }],
    ['attachment.cancel', { upload: 'none' }, undefined],
    ['print.preview', { html: '', title: '', paper: { size: 'A4', landscape: true, laid: false } }, null],
    ['print.send', { title: '', paper: { size: 'A3', landscape: false, laid: false } }, { printed: true }],
    ['print.end', undefined, undefined],
    ['intake.readOld', { bytes, format: 'doc' }, READ],
    ['intake.stop', undefined, undefined],
    ['file.open', { kind: 'text' }, null],
    ['file.openMany', undefined, [{ name: '甲局.zgtz', bytes }]],
    ['file.handed', undefined, null],
    ['file.save', { kind: 'notice', suggestedName: '通报', bytes }, { path: '/saved.docx' }],
    ['folder.choose', undefined, { folder: '/folder' }],
    ['folder.write', { folder: '/folder', name: '分册', extension: 'xlsx', bytes, replace: false }, { path: null }],
    ['folder.write', { folder: '/folder', name: '分发', extension: 'zgtz', bytes, replace: true }, { path: null }],
    ['drives.list', undefined, [{ folder: '/media/stick', label: '办公室', free: null, size: 8_000_000, readOnly: false }]],
    ['folder.packages', { folder: '/folder' }, [{ name: '回传/甲局.zgtz', size: 3, modifiedAt: 1_763_834_567 }]],
    ['folder.read', { folder: '/folder', name: '回传/甲局.zgtz' }, { name: '回传/甲局.zgtz', bytes }],
    ['clipboard.writePicture', { png: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }, undefined],
    ['log.report', { level: 'warn', code: 'test', detail: 'x' }, undefined],
    ['window.stays', undefined, undefined],
    ['window.mayClose', undefined, undefined],
  ]

  test('answer what the contract promises', async () => {
    const { call } = await started()
    for (const [route, input, expected] of CALLS) {
      const answer = unwrapped(await call(route, input))
      expect(answer, route).toEqual(expected)
      expect(routes[route].output.safeParse(answer).success, route).toBe(true)
    }
    const called = new Set(CALLS.map(([route]) => route))
    expect(Object.keys(routes).filter((route) => !called.has(route as keyof typeof routes))).toEqual([
      'attachment.begin',
      'attachment.append',
      'attachment.finish',
      'file.reveal',
    ])
    const { upload } = unwrapped(await call('attachment.begin', { name: '说明.txt' })) as { upload: string }
    expect(await call('attachment.append', { upload, bytes })).toEqual({ ok: true, value: undefined })
    expect(unwrapped(await call('attachment.finish', { upload }))).toEqual({ sha256: SHA256, size: 3, wasThere: true })
    expect(await call('file.reveal', { path: '/etc/passwd' })).toMatchObject({ ok: false, error: { type: 'file-not-found' } })
  })

  test('say that the store is unavailable when its files could not be opened', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'snapshots'))
    writeFileSync(join(folder, 'journal'), 'a file in the place of the folder')
    const store = await openStoreFiles(folder, clockAt('2026-11-22'))
    const log: Log = { report: () => undefined }
    const call = createRouter(createHandlers({ host: hostOf(folder), store, log }), log)
    for (const route of ['store.state', 'snapshot.newest'])
      expect(await call(route, undefined)).toMatchObject({ ok: false, error: { type: 'store-unavailable' } })
    expect((await call('settings.read', undefined)).ok).toBe(true)
  })
})

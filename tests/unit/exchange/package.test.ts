import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { recordOf } from '../../../shared/domain/records/record-kinds.ts'
import { openLedgerPackage } from '../../../shared/exchange/ledger-package.ts'
import { decodePackage, encodePackage } from '../../../shared/exchange/package.ts'
import { createDocuments } from '../../../shared/merge/ledger-documents.ts'
import { refusalText } from '../../../shared/messages/refusals.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { by, engineOf } from '../../support/engine-parts.ts'

const engine = engineOf('a')
const ledger = aLedger({ problems: [{ statement: '管网漏损率高。', measures: [{ text: '换管' }] }, { statement: '道路失养。' }] })
const facts = {
  ledger: { id: 'ledger', title: '青梧县巡察整改台账' },
  sender: by('甲').author,
  writtenAt: 1_720_000_000,
  programVersion: '0.1.0',
}
const written = () => encodePackage(engine, createDocuments(engineOf('w'), ledger.records, by('甲')), facts)
const whole = written()

const refusalOf = (bytes: Uint8Array): string => {
  const opened = decodePackage(engine, bytes)
  return opened.ok ? 'read' : opened.error.type
}

test('a ledger comes back whole, with who wrote it', () => {
  const opened = openLedgerPackage(engine, whole)
  if (!opened.ok) throw new Error(opened.error.type)
  expect(opened.value.ledger.problems.map((file) => [file.number, file.problem.statement, file.measures.length])).toEqual([
    [1, '管网漏损率高。', 1],
    [2, '道路失养。', 0],
  ])
  const manifest = decodePackage(engine, whole)
  expect(manifest).toMatchObject({
    value: { manifest: { format: { name: 'zgtz', major: 1, minor: 2 }, sender: { clerk: '甲' }, purpose: 'whole' } },
  })
})

test('the same ledger gives the same bytes', () => {
  expect(written()).toEqual(whole)
})

test('it is an ordinary zip with a readable manifest', () => {
  const files = unzipSync(whole)
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as { documents: { path: string }[] }
  expect(manifest.documents.map(({ path }) => path).sort()).toEqual(
    Object.keys(files)
      .filter((name) => name !== 'manifest.json')
      .sort(),
  )
})

describe('refused whole', () => {
  test('when any byte is flipped', () => {
    for (let at = 0; at < whole.length; at += 3) {
      const flipped = whole.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      expect(refusalOf(flipped), `byte ${at} of ${whole.length}`).not.toBe('read')
    }
  })

  test('when it is cut anywhere', () => {
    for (let length = 0; length < whole.length; length += 101)
      expect(refusalOf(whole.slice(0, length)), `${length} bytes`).not.toBe('read')
    expect(refusalOf(whole.slice(0, whole.length - 1000))).toBe('package-truncated')
    expect(refusalOf(new Uint8Array())).toBe('file-empty')
  })

  test('when it is something else', () => {
    expect(refusalOf(strToU8('中共青梧县委关于整改情况的通报'))).toBe('not-a-package')
    expect(refusalOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('package-damaged')
  })

  test('when its format is of a newer major version', () => {
    const newer = repacked((manifest) => ({ ...manifest, format: { name: 'zgtz', major: 2, minor: 0 } }))
    expect(refusalOf(newer)).toBe('package-newer')
    const opened = decodePackage(engine, newer)
    expect(opened.ok ? '' : refusalText(opened.error)).toContain('请先升级本机的整改台账程序')
    // A newer version may seal otherwise: it is still told apart from damage.
    expect(refusalOf(unsealed(newer))).toBe('package-newer')
  })

  test('when an entry does not match its checksum, is missing, or is not listed', () => {
    expect(
      refusalOf(
        repacked(
          (m) => m,
          (files) => ({ ...files, 'documents/problem/p1.automerge': strToU8('else') }),
        ),
      ),
    ).toBe('package-damaged')
    expect(
      refusalOf(
        repacked(
          (m) => m,
          ({ 'documents/problem/p1.automerge': _, ...files }) => files,
        ),
      ),
    ).toBe('package-damaged')
    expect(
      refusalOf(
        repacked(
          (m) => m,
          (files) => ({ ...files, '../../escape.txt': strToU8('x') }),
        ),
      ),
    ).toBe('package-foreign')
  })

  test('when one document stands under the name of another', () => {
    const entries = unzipSync(whole)
    const other = entries['documents/problem/p2.automerge'] ?? new Uint8Array()
    expect(
      refusalOf(
        repacked(
          (m) => m,
          (files) => ({ ...files, 'documents/problem/p1.automerge': other }),
        ),
      ),
    ).toBe('package-damaged')
    const renamed = (from: string, fields: object) =>
      repacked((m) => ({
        ...m,
        documents: m.documents.map((entry) => (entry.path.includes(from) ? { ...entry, ...fields } : entry)),
      }))
    expect(refusalOf(renamed('/p2.', { id: 'p1' }))).toBe('package-foreign')
    expect(refusalOf(renamed('/p2.', { kind: 'office' }))).toBe('package-foreign')
    expect(refusalOf(repacked((m) => ({ ...m, documents: [...m.documents, m.documents[0]] })))).toBe('package-foreign')
    expect(refusalOf(repacked((m) => ({ ...m, ledger: { id: 'another', title: '' } })))).toBe('package-foreign')
  })

  test('when it has more entries than any ledger', () => {
    const many = Object.fromEntries(Array.from({ length: 65_001 }, (_, i) => [`e${i}`, new Uint8Array()]))
    expect(refusalOf(sealed(zipSync(many, { level: 0 })))).toBe('package-too-large')
  })

  test('when a path is none of ours', () => {
    const escaping = repacked((manifest) => ({
      ...manifest,
      documents: manifest.documents.map((entry) => ({ ...entry, path: '../../escape.automerge' })),
    }))
    expect(refusalOf(escaping)).toBe('package-damaged')
  })

  test('when its unzipped size is beyond all reason', () => {
    const bomb = zipSync({ 'manifest.json': strToU8('{}') })
    const entry = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(entry + 24, 600_000_000, true)
    expect(refusalOf(sealed(bomb))).toBe('package-too-large')
  })
})

test('under a newer minor version what is not known is left alone, and goes out again', () => {
  const newer = repacked(
    (manifest) => ({
      ...manifest,
      format: { name: 'zgtz', major: 1, minor: 7 },
      mood: 'cheerful',
      documents: manifest.documents.map((entry) => ({ ...entry, seenBy: '乙' })),
    }),
    (files) => ({ ...files, 'attachments/abc': strToU8('picture') }),
  )
  const opened = decodePackage(engine, newer)
  if (!opened.ok) throw new Error(opened.error.type)
  const again = unzipSync(encodePackage(engine, opened.value.documents, { ...facts, unknown: opened.value.unknown }))
  expect(strFromU8(again['attachments/abc'] ?? new Uint8Array())).toBe('picture')
  const manifest = JSON.parse(strFromU8(again['manifest.json'] ?? new Uint8Array())) as LooseManifest & { mood?: string }
  expect(manifest).toMatchObject({ format: { major: 1, minor: 7 }, mood: 'cheerful' })
  expect(manifest.documents.every((entry) => Reflect.get(entry, 'seenBy') === '乙')).toBe(true)
})

test('a ledger whose inspection nobody has described comes back', () => {
  const { records } = aLedger({ problems: [{ statement: '管网漏损率高。' }] })
  const bare = { ...records, inspection: [recordOf('inspection', { id: 'inspection' })] }
  const bytes = encodePackage(engine, createDocuments(engineOf('w'), bare, by('甲')), facts)
  expect(openLedgerPackage(engine, bytes)).toMatchObject({ ok: true, value: { ledger: { inspection: { team: null } } } })
})

interface LooseManifest {
  readonly format: object
  readonly documents: readonly { readonly path: string }[]
}

/** The package with another manifest or other files, sealed again. */
const repacked = (
  change: (manifest: LooseManifest) => object,
  changeFiles: (files: Record<string, Uint8Array>) => Record<string, Uint8Array> = (files) => files,
  from = whole,
): Uint8Array => {
  const { 'manifest.json': manifest = new Uint8Array(), ...files } = unzipSync(from)
  const next = strToU8(JSON.stringify(change(JSON.parse(strFromU8(manifest)) as LooseManifest)))
  return sealed(zipSync({ 'manifest.json': next, ...changeFiles(files) }, { level: 0 }))
}

/** The same zip with the comment of another program in place of the seal. */
const unsealed = (bytes: Uint8Array): Uint8Array => new Uint8Array([...bytes.slice(0, -76), ...new Uint8Array(76).fill(0x20)])

/** The seal as docs/format-zgtz.md describes it, written without the program. */
const sealed = (zip: Uint8Array): Uint8Array => {
  const head = zip.slice()
  head[head.length - 2] = 76
  const digest = createHash('sha256').update(head).digest('hex')
  return new Uint8Array([...head, ...strToU8(`zgtz sha256 ${digest}`)])
}

describe('files', () => {
  const scan = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const path = `files/${hash(scan)}`
  const withScan = encodePackage(engine, createDocuments(engineOf('w'), ledger.records, by('甲')), {
    ...facts,
    files: new Map([[hash(scan), scan]]),
  })
  const filesIn = (bytes: Uint8Array): readonly string[] => {
    const opened = decodePackage(engine, bytes)
    if (!opened.ok) throw new Error(opened.error.type)
    return [...opened.value.filesByHash.keys()]
  }
  const changed = (
    change: (manifest: LooseManifest & { files: object[] }) => object,
    files?: (files: Record<string, Uint8Array>) => Record<string, Uint8Array>,
  ) => repacked((manifest) => change(manifest as LooseManifest & { files: object[] }), files, withScan)

  test('travel under their hash and come back byte for byte', () => {
    const opened = decodePackage(engine, withScan)
    expect(opened.ok && opened.value.filesByHash.get(hash(scan))).toEqual(scan)
    const manifest = strFromU8(unzipSync(withScan)['manifest.json'] ?? new Uint8Array())
    expect(JSON.parse(manifest)).toMatchObject({ format: { minor: 2 }, files: [{ path, sha256: hash(scan), size: 6 }] })
  })

  test('are refused when changed, missing, misnamed, mismeasured, listed twice or not at all', () => {
    const put = (bytes: Uint8Array) => (files: Record<string, Uint8Array>) => ({ ...files, [path]: bytes })
    const other = strToU8('else')
    expect(refusalOf(changed((m) => m, put(strToU8('forged'))))).toBe('package-damaged')
    expect(
      refusalOf(
        changed(
          (m) => m,
          ({ [path]: _, ...files }) => files,
        ),
      ),
    ).toBe('package-damaged')
    expect(refusalOf(changed((m) => ({ ...m, files: [{ path, sha256: hash(scan), size: 7 }] })))).toBe('package-damaged')
    // The content of one file under the name of another.
    expect(refusalOf(changed((m) => ({ ...m, files: [{ path, sha256: hash(other), size: 4 }] }), put(other)))).toBe(
      'package-foreign',
    )
    expect(refusalOf(changed((m) => ({ ...m, files: [...m.files, ...m.files] })))).toBe('package-foreign')
    expect(refusalOf(changed((m) => ({ ...m, files: [] })))).toBe('package-foreign')
    expect(refusalOf(changed((m) => ({ ...m, files: [{ path: 'files/../x', sha256: hash(scan), size: 6 }] })))).toBe(
      'package-damaged',
    )
  })

  test('stood in no package of 1.0, which opens without them and refuses them', () => {
    const old = (m: LooseManifest) => ({ ...m, format: { name: 'zgtz', major: 1, minor: 0 } })
    expect(filesIn(repacked((m) => ({ ...old(m), files: undefined })))).toEqual([])
    expect(refusalOf(changed(old))).toBe('package-foreign')
  })

  test('that a program of 1.0 kept as unknown are files again here', () => {
    // It writes the manifest it knew nothing more of, the minor as it came, and the entries it did not know behind its own.
    expect(filesIn(changed((m) => ({ ...m, program: { name: '整改台账', version: '0.1.0' } })))).toEqual([hash(scan)])
  })

  test('go out beside what a newer program put in, with what it said of them', () => {
    const newer = changed(
      (m) => ({
        ...m,
        format: { name: 'zgtz', major: 1, minor: 7 },
        files: m.files.map((file) => ({ ...file, lang: 'zh' })),
      }),
      (files) => ({ ...files, 'attachments/abc': strToU8('picture') }),
    )
    const opened = decodePackage(engine, newer)
    if (!opened.ok) throw new Error(opened.error.type)
    expect(Object.keys(opened.value.unknown.files)).toEqual(['attachments/abc'])
    const { documents, filesByHash, unknown } = opened.value
    const again = encodePackage(engine, documents, { ...facts, unknown, files: filesByHash })
    expect(filesIn(again)).toEqual([hash(scan)])
    const entries = unzipSync(again)
    expect(strFromU8(entries['attachments/abc'] ?? new Uint8Array())).toBe('picture')
    expect(JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array()))).toMatchObject({ files: [{ path, lang: 'zh' }] })
  })
})

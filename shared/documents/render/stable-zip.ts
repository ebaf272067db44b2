import { unzipSync, zipSync } from 'fflate'

/** Read by fflate with local getters, so a local time without a zone. */
const FIXED_TIME = '1980-01-02T00:00:00'

/**
 * Packs an Office file again with some parts replaced: parts sorted by name ([Content_Types].xml and _rels first, by custom) and with one
 * fixed time, so that the same parts give the same bytes on any day and in any time zone.
 */
export const repackStably = (bytes: Uint8Array, replaced: Readonly<Record<string, Uint8Array>> = {}): Uint8Array => {
  const parts = { ...unzipSync(bytes), ...replaced }
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] ?? new Uint8Array()])), {
    level: 6,
    mtime: FIXED_TIME,
  })
}

const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)

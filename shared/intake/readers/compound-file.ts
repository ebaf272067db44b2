/** What an OLE compound file holds, by the names of its streams; nothing of it is read but the directory and the head of a document. */
export type CompoundKind = 'doc' | 'workbook' | 'encrypted' | 'damaged' | 'other'

const END = 0xfffffffa

export const compoundKind = (bytes: Uint8Array): CompoundKind => {
  if (bytes.length < 1536) return 'damaged'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return 'damaged'
  const size = 2 ** shift
  const offsetOf = (sector: number): number => (sector + 1) * size
  const perSector = size / 4
  const next = (sector: number): number => {
    const index = Math.floor(sector / perSector)
    // The first 109 tables of sectors stand in the header; directories beyond them (7 MB and more in) are not followed.
    if (index >= 109) return END
    const at = offsetOf(view.getUint32(76 + index * 4, true)) + (sector % perSector) * 4
    return at + 4 <= bytes.length ? view.getUint32(at, true) : END
  }
  const streams = new Map<string, number>()
  let sector = view.getUint32(48, true)
  for (let count = 0; sector < END && count < 1_000; count += 1) {
    const from = offsetOf(sector)
    if (from + size > bytes.length) break
    for (let at = from; at < from + size; at += 128) {
      const length = view.getUint16(at + 64, true)
      if (length < 2 || length > 64) continue
      const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2))
      if (!streams.has(name)) streams.set(name, view.getUint32(at + 116, true))
    }
    sector = next(sector)
  }
  if (streams.has('EncryptedPackage')) return 'encrypted'
  const document = streams.get('WordDocument')
  if (document !== undefined) {
    const at = offsetOf(document)
    if (at + 32 > bytes.length || view.getUint16(at, true) !== 0xa5ec) return 'damaged'
    return (view.getUint16(at + 10, true) & 0x0100) === 0 ? 'doc' : 'encrypted'
  }
  if (streams.has('Workbook') || streams.has('Book')) return 'workbook'
  return streams.size === 0 ? 'damaged' : 'other'
}

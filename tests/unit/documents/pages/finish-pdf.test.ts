import { describe, expect, test } from 'vitest'
import { finishPdf } from '../../../../shared/documents/pages/finish-pdf.ts'
import { day } from '../../../support/ports.ts'

const INFO = "<</Producer (Skia/PDF m114)\n/CreationDate (D:20261123062222+00'00')\n/ModDate (D:20261123062222+00'00')>>"

/** A PDF built as Chromium builds one: a table of objects, pages in a tree. */
const chromiumPdf = (pages: number): Uint8Array => {
  const kids = Array.from({ length: pages }, (_, i) => 4 + i)
  const objects = [
    INFO,
    '<</Type /Catalog\n/Pages 3 0 R>>',
    `<</Type /Pages\n/Count ${pages}\n/Kids [${kids.map((n) => `${n} 0 R`).join(' ')}]>>`,
    ...kids.map(() => '<</Type /Page\n/MediaBox [0 0 594.96 841.92]\n/Parent 3 0 R>>'),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${start}\n%%EOF`
  return Uint8Array.from(text, (c) => c.charCodeAt(0))
}

const finished = (pdf: Uint8Array, turned: readonly number[] = []): string =>
  String.fromCharCode(...(finishPdf(pdf, { title: '通报', on: day('2024-07-05'), turned }) ?? []))

describe('a PDF of Chromium', () => {
  test('gets its title and the day of the notice; the time of its making is gone, so that the same notice is the same file', () => {
    const text = finished(chromiumPdf(2))
    expect(text).toContain('/Title <FEFF901A62A5>')
    expect(text).not.toContain('20261123')
    expect(text.match(/D:20240705000000\+00'00'/g)).toHaveLength(4)
    expect(text).toMatch(/\/Prev \d+>>\nstartxref\n\d+\n%%EOF\n$/)
  })

  test('shows the pages turned that are named, by a later version of those pages', () => {
    const text = finished(chromiumPdf(3), [2])
    expect(text.match(/\/Rotate 90/g)).toHaveLength(1)
    expect(text).toContain('5 0 obj\n<</Rotate 90\n/Type /Page')
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    expect(text.slice(start, start + 4)).toBe('xref')
    const at = Number(/5 1\n(\d{10})/.exec(text.slice(start))?.[1])
    expect(text.slice(at, at + 7)).toBe('5 0 obj')
  })

  test('is left as it is when it is built in another way, or has no such page', () => {
    expect(finishPdf(new Uint8Array([1, 2, 3]), { title: '通报', on: day('2024-07-05'), turned: [] })).toBeNull()
    expect(finishPdf(chromiumPdf(1).slice(0, -20), { title: '通报', on: day('2024-07-05'), turned: [] })).toBeNull()
    expect(finishPdf(chromiumPdf(1), { title: '通报', on: day('2024-07-05'), turned: [2] })).toBeNull()
  })
})

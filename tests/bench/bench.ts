import * as A from '@automerge/automerge'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import ExcelJS from 'exceljs'
import { Bench } from 'tinybench'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { noticeDocument } from '../../shared/documents/build-document.ts'
import { fourListsWorkbook } from '../../shared/documents/four-lists-workbook.ts'
import { TIMES_IN_WORD } from '../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../shared/documents/pages/lay-out-pages.ts'
import { newLayoutCache } from '../../shared/documents/pages/layout-cache.ts'
import { renderNoticeDocx } from '../../shared/documents/render/notice-docx.ts'
import { renderWorkbookXlsx } from '../../shared/documents/render/workbook-xlsx.ts'
import { suggestLedger } from '../../shared/intake/suggest-ledger.ts'
import { automergeEngine } from '../../shared/merge/automerge-engine.ts'
import { createDocuments, documentFields, editDocuments } from '../../shared/merge/ledger-documents.ts'
import type { NoticeModel } from '../../shared/notice/model.ts'
import { believableLedger } from '../support/believable/ledger.ts'
import { by } from '../support/engine-parts.ts'
import { day } from '../support/ports.ts'
import { composed, suggested } from '../support/suggested.ts'
import { sampleText } from '../support/texts.ts'

/**
 * What the program adds to what a library or the platform must do anyway, as ratios in one run: absolute times say more about the
 * machine than about the program. Nothing fails here.
 */
const text = sampleText()
const date = day('2024-07-05')
const { ledger, records } = suggested(text)
const model = composed(ledger)
const workbook = fourListsWorkbook(ledger, date)
const engine = automergeEngine(randomIds)
const problem = ledger.problems[0]?.problem ?? records.problem[0]
/** The same fields in a bare document of the merge library. */
let bare = A.from<Record<string, unknown>>({ ...problem })

let documents = createDocuments(engine, records, by('测试'))
let edits = 0

/** The sample eight times over: two hundred pages. */
const LONG_TIMES = 8
const longModel = (first: string): NoticeModel => ({
  ...model,
  lines: Array.from({ length: LONG_TIMES }, (_, time) =>
    model.lines.map((line, i) => (time + i === 0 ? { ...line, text: first } : { ...line, text: `${line.text}${time}` })),
  ).flat(),
})
const longDocument = noticeDocument(longModel('整改'))
const longTexts = longModel('整改').lines.map(({ text }) => text)
const retyped = [noticeDocument(longModel('整改。')), noticeDocument(longModel('整改进展。'))]
const layouts = newLayoutCache()

const WEIGHED = 20
const WEIGHING_EDITS = 100

const bareDocx = async (): Promise<void> => {
  const paragraphs = model.lines.map(
    (line) => new Paragraph({ children: [new TextRun(line.kind === 'run-in' ? line.heading + line.text : line.text)] }),
  )
  await Packer.toArrayBuffer(new Document({ sections: [{ children: paragraphs }] }))
}

const bareXlsx = async (): Promise<void> => {
  const book = new ExcelJS.Workbook()
  for (const sheet of workbook.sheets) book.addWorksheet(sheet.name).addRows(sheet.rows.map((row) => [...row.cells]))
  await book.xlsx.writeBuffer()
}

const editOne = (): void => {
  const edited = editDocuments(
    engine,
    documents,
    records,
    [{ type: 'change', kind: 'problem', id: problem?.id ?? '', fields: { target: `目标${++edits}` } }],
    by('测试'),
  )
  if (!edited.ok) throw new Error(edited.error.type)
  documents = edited.value
  const doc = documents.get(`problem:${problem?.id ?? ''}`)
  if (doc) engine.save(doc)
}

/** Each act beside what it is held against. */
const PAIRS = [
  {
    name: 'intake: text → ledger',
    act: () => {
      suggestLedger(text, { ids: randomIds, today: date })
    },
    baseline: 'the text through one pass of a regular expression for marks, labels and numbers',
    held: () => {
      text.match(/^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）|整改(?:措施|进展|成效)：|\d+(?:\.\d+)?/gm)
    },
  },
  {
    name: 'docx: notice → Word',
    act: () => renderNoticeDocx(model, { profile: 'word' }),
    baseline: 'the library writing the same paragraphs bare',
    held: bareDocx,
  },
  {
    name: 'pages: 200 pages laid out',
    act: () => {
      layOutPages(longDocument, TIMES_IN_WORD)
    },
    baseline: 'one look at each character of them',
    held: () => {
      let sum = 0
      for (const text of longTexts) for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i)
      return sum
    },
  },
  {
    name: 'pages: one paragraph of 200 pages retyped',
    act: () => {
      layOutPages(retyped[++edits % 2] ?? longDocument, TIMES_IN_WORD, layouts)
    },
    baseline: 'the same 200 pages laid out anew',
    held: () => {
      layOutPages(longDocument, TIMES_IN_WORD)
    },
  },
  {
    name: 'xlsx: four lists → Excel',
    act: () => renderWorkbookXlsx(workbook, date),
    baseline: 'the library writing the same cells bare',
    held: bareXlsx,
  },
  {
    name: 'edit: one field, with its document saved',
    act: editOne,
    baseline: 'the library changing and saving the same fields bare',
    held: () => {
      bare = A.change(bare, (draft) => {
        draft['target'] = new A.ImmutableString(`目标${++edits}`)
      })
      A.save(bare)
    },
  },
] as const

const bench = new Bench({ time: 700, warmupTime: 200 })
for (const { name, act, baseline, held } of PAIRS) bench.add(name, act).add(baseline, held)
await bench.run()

const medianOf = (name: string): number => {
  const result = bench.getTask(name)?.result
  return result && 'latency' in result ? result.latency.p50 : Number.NaN
}

for (const { name, baseline } of PAIRS) {
  const [own, other] = [medianOf(name), medianOf(baseline)]
  process.stdout.write(
    `${name.padEnd(42)} ${own.toFixed(2).padStart(8)} ms   ${(own / other).toFixed(1).padStart(7)} × ${baseline} (${other.toFixed(3)} ms)\n`,
  )
}

/** What lived-in problems weigh as documents against their records as JSON, and what each later edit of one field adds. */
const weights = (): void => {
  const lived = believableLedger({ problems: WEIGHED, seed: 1, livedIn: 15 })
  const made = [...documentFields(lived)].filter(([key]) => key.startsWith('problem:'))
  const json = lived.problem.map(({ id }) => {
    const file = [id, ...lived.measure.filter(({ problemId }) => problemId === id).map((measure) => measure.id)]
    const parts = [lived.progress, lived.responsibility, lived.extension, lived.outcome, lived.attachment].flatMap((list) =>
      list.filter(({ ownerId }) => ownerId !== null && file.includes(ownerId)),
    )
    const own = [...lived.problem, ...lived.measure].filter((record) => file.includes(record.id))
    const cycles = lived.closure.filter(({ problemId }) => problemId === id)
    return Buffer.byteLength(JSON.stringify([...own, ...parts, ...cycles]))
  })
  const docs = made.map(([, fields]) => engine.create(fields, by('测试')))
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)
  const fresh = sum(docs.map((doc) => engine.save(doc).length))
  let [doc] = docs
  const [key] = [...(made[0]?.[1].keys() ?? [])].filter((name) => name.endsWith('/target'))
  if (!doc || !key) throw new Error('a lived-in problem has a target')
  const before = engine.save(doc).length
  for (let i = 0; i < WEIGHING_EDITS; i++) {
    const changed = engine.edit(doc, [{ type: 'set', key, value: `目标改为第${i}次` }], by('测试'))
    if (!changed.ok) throw new Error(changed.error.type)
    doc = changed.value
  }
  const growth = (engine.save(doc).length - before) / WEIGHING_EDITS
  process.stdout.write(
    `bytes of a fresh document   ${(fresh / WEIGHED / 1000).toFixed(1)} KB   ${(fresh / sum(json)).toFixed(2)} × its records as JSON (${(sum(json) / WEIGHED / 1000).toFixed(1)} KB)   [≤ 0.5 ×]\n` +
      `growth per edit of a field  ${growth.toFixed(0)} bytes\n`,
  )
}

weights()

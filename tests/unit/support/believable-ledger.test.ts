import { describe, expect, test } from 'vitest'
import { parseDeadline } from '../../../shared/domain/deadline.ts'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { type LedgerRecords, RECORD_KINDS, recordSchemas } from '../../../shared/domain/records/record-kinds.ts'
import { isDone } from '../../../shared/domain/status.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { createDocuments, readDocuments, taggedRecords } from '../../../shared/merge/ledger-documents.ts'
import { livedInHistory } from '../../support/believable/history.ts'
import { believableLedger } from '../../support/believable/ledger.ts'
import { by } from '../../support/engine-parts.ts'
import { countingIds, day } from '../../support/ports.ts'
import { composed, textOf } from '../../support/suggested.ts'

const SIXTY = believableLedger({ problems: 60, seed: 1 })
const THOUSANDS = believableLedger({ problems: 2_000, seed: 2 })
const TODAY = day('2024-07-05')

const counted = (ids: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

describe('a believable ledger', () => {
  test.each([
    ['60', SIXTY],
    ['2,000', THOUSANDS],
  ])('of %s problems passes every schema', (_, records) => {
    for (const { kind, record } of taggedRecords(records)) {
      const parsed = recordSchemas[kind].strict().safeParse(record)
      expect(parsed.success ? parsed.data : parsed.error.issues, kind).toEqual(record)
    }
  })

  test('has the size it is asked for, and 3–6 measures for each problem', () => {
    for (const problems of [1, 7, 60, 133]) {
      const records = believableLedger({ problems, seed: problems })
      expect(records.problem).toHaveLength(problems)
      const measures = counted(records.measure.map(({ problemId }) => problemId))
      for (const { id } of records.problem) expect([3, 4, 5, 6]).toContain(measures.get(id))
    }
    expect(THOUSANDS.problem).toHaveLength(2_000)
    const top = SIXTY.outlineNode.filter(({ parentId }) => parentId === null).length
    expect([3, 4]).toContain(top)
    expect(SIXTY.outlineNode.length - top).toBeGreaterThanOrEqual(10)
    expect(SIXTY.outlineNode.length - top).toBeLessThanOrEqual(15)
  })

  test('of 20,000 problems is made in seconds', () => {
    const started = performance.now()
    const records = believableLedger({ problems: 20_000, seed: 3 })
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(records.problem).toHaveLength(20_000)
  })

  test('is the same for the same seed and another for another', () => {
    const bytes = (seed: number): string => JSON.stringify(believableLedger({ problems: 60, seed }))
    expect(bytes(1)).toBe(JSON.stringify(SIXTY))
    expect(bytes(4)).not.toBe(bytes(1))
  })

  test('names every record once, and refers only to what is there', () => {
    for (const records of [SIXTY, THOUSANDS]) expect(danglingReferences(records)).toEqual([])
  })

  test('says of a problem only what its measures, days and closures bear out', () => {
    const { problems } = openLedger(THOUSANDS)
    for (const { problem, measures, closures, progress } of problems) {
      const { status, completedOn, startOn } = problem
      expect(completedOn !== null, status).toBe(isDone(status))
      for (const part of [problem, ...measures]) {
        expect(parseDeadline(part.deadlineWords, null).on).toBe(part.deadlineOn)
        expect(part.completedOn !== null).toBe(isDone(part.status))
        if (part.completedOn !== null) expect(part.completedOn <= TODAY && part.completedOn >= (part.startOn ?? '9')).toBe(true)
      }
      if (isDone(status)) expect(measures.every((measure) => isDone(measure.status))).toBe(true)
      else expect(measures.every((measure) => isDone(measure.status))).toBe(false)
      if (status === 'notStarted') expect([startOn, progress.length, closures.length]).toEqual([null, 0, 0])
      if (status === 'closed') expect(closures.length).toBeGreaterThan(0)
      for (const { on } of progress) expect(on !== null && on >= (startOn ?? '9') && on <= (completedOn ?? TODAY)).toBe(true)
      const days = closures.map(({ closedOn }) => closedOn)
      expect(days).toEqual([...days].sort())
    }
  })

  test('holds what a ledger gathers in a year: all courses, reopened problems, extensions, regulations, money, dealings', () => {
    const { problem, closure, extension, outcome, accountability, officePart, lead } = THOUSANDS
    expect(new Set(problem.map(({ status }) => status)).size).toBe(5)
    expect(new Set(problem.map(({ kind }) => kind)).size).toBe(3)
    expect(new Set(problem.map(({ deadlineWords }) => deadlineWords)).size).toBeGreaterThan(40)
    const open = new Set(problem.filter(({ status }) => status === 'inProgress').map(({ id }) => id))
    expect(closure.some(({ problemId }) => open.has(problemId))).toBe(true)
    expect(closure.some(({ cycle }) => cycle === 2)).toBe(true)
    for (const { fromOn, toOn } of extension) expect(fromOn !== null && toOn !== null && fromOn < toOn).toBe(true)
    expect(
      outcome
        .filter(({ title }) => title?.startsWith('《'))
        .every(({ documentNumber }) => /〔20\d\d〕\d+号$/.test(documentNumber ?? '')),
    ).toBe(true)
    expect(new Set(outcome.map(({ kind }) => kind))).toEqual(new Set(['regulation', 'recovered', 'returned']))
    for (const kind of [extension, accountability, officePart, lead]) expect(kind.length).toBeGreaterThan(0)
  })

  test('tells progress in sentences of 40–150 characters that hardly ever repeat', () => {
    const texts = THOUSANDS.progress.map(({ text }) => text)
    for (const text of texts) expect(text.length >= 40 && text.length <= 150, text).toBe(true)
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.98)
    expect(texts.join('')).not.toMatch(/[{}]/)
  })

  test('is as lived-in as it is asked to be', () => {
    const entries = (livedIn: number): readonly number[] => {
      const { problem, progress, measure } = believableLedger({ problems: 400, seed: 5, livedIn })
      const owners = new Map(measure.map(({ id, problemId }) => [id, problemId]))
      const counts = counted(progress.map(({ ownerId }) => owners.get(ownerId) ?? ownerId))
      return problem.map(({ id }) => counts.get(id) ?? 0)
    }
    const mean = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0) / counts.length
    expect(mean(entries(0))).toBe(0)
    expect(mean(entries(3))).toBeLessThan(mean(entries(10)))
    expect(Math.max(...entries(15))).toBe(30)
  })

  test('is opened and counted in a sane time, and its notice composed', () => {
    const started = performance.now()
    const ledger = openLedger(THOUSANDS)
    const figures = figuresOf(ledger, TODAY)
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(figures.find(({ id }) => id === 'problems.total')?.value).toBe('2000')
    expect(textOf(composed(openLedger(SIXTY))).join('\n')).toContain(SIXTY.problem[0]?.statement.slice(0, -1))
  })

  test('comes back from its documents', () => {
    const engine = automergeEngine(countingIds())
    const { records, issues } = readDocuments(engine, createDocuments(engine, SIXTY, by('起草')))
    const sorted = (all: LedgerRecords) => RECORD_KINDS.map((kind) => [...all[kind]].sort((a, b) => (a.id < b.id ? -1 : 1)))
    expect(issues).toEqual([])
    expect(sorted(records)).toEqual(sorted(SIXTY))
  })
})

describe('a lived-in history', () => {
  const lived = (seed: number) => {
    const engine = automergeEngine(countingIds())
    const history = livedInHistory(engine, { problems: 12, seed, livedIn: 2 })
    const acts = Array.from({ length: 150 }, () => history.act())
    return { engine, acts, documents: history.documents() }
  }

  test('is made of acts of several clerks, every one a change of one document or two', () => {
    const { engine, acts, documents } = lived(7)
    const changes = [...documents.values()].flatMap((doc) => engine.history(doc))
    const started = documents.size - acts.filter(({ intent }) => intent === '添加问题').length
    expect(changes.length - started).toBe(acts.reduce((sum, { changed }) => sum + changed.length, 0))
    expect(new Set(acts.map(({ author }) => author.clerk)).size).toBe(3)
    expect(new Set(acts.map(({ intent }) => intent)).size).toBeGreaterThan(8)
    expect(acts.filter(({ changed }) => changed.length === 0).length).toBeLessThan(20)
    for (const doc of documents.values()) expect(engine.conflicts(doc)).toEqual([])
  })

  test('leaves records that can be read without an issue and refer only to what is there', () => {
    const { engine, documents } = lived(8)
    const { records, issues } = readDocuments(engine, documents)
    expect(issues).toEqual([])
    expect(danglingReferences(records)).toEqual([])
  })

  test('is the same for the same seed', () => {
    const heads = (seed: number): readonly string[] => {
      const { engine, documents } = lived(seed)
      return [...documents].map(([key, doc]) => `${key} ${engine.heads(doc).join()}`)
    }
    expect(heads(9)).toEqual(heads(9))
  })
})

/** References that name nothing, and ids that name two records of one kind. */
const danglingReferences = (records: LedgerRecords): readonly string[] => {
  const known = new Set(RECORD_KINDS.flatMap((kind) => records[kind].map(({ id }) => id)))
  const wrong: string[] = []
  for (const kind of RECORD_KINDS) {
    const ids = records[kind].map(({ id }) => id)
    if (new Set(ids).size !== ids.length) wrong.push(`${kind}: an id twice`)
  }
  for (const { kind, record } of taggedRecords(records))
    for (const [field, value] of Object.entries(record))
      if (field.endsWith('Id') && value !== null && !known.has(value as string)) wrong.push(`${kind}.${field} ${value}`)
  return wrong
}

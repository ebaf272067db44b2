import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { type AddProblem, decideAddProblem } from '../../../shared/domain/commands/add-problem.ts'
import type { CommandContext, Decision } from '../../../shared/domain/commands/decision.ts'
import { decideProblemCommand, type ProblemCommand } from '../../../shared/domain/commands/problem-commands.ts'
import { type ProblemFile, problemFiles } from '../../../shared/domain/ledger.ts'
import type { LedgerRecords } from '../../../shared/domain/records/record-kinds.ts'
import { STATUS_WORDS } from '../../../shared/domain/status.ts'
import { type DocumentKey, documentKey } from '../../../shared/merge/document-boundaries.ts'
import type { Author, MergeEngine, Stamp } from '../../../shared/merge/engine.ts'
import { entityKey } from '../../../shared/merge/flat-map.ts'
import { createDocuments, editDocuments, type LedgerDocuments, readDocuments } from '../../../shared/merge/ledger-documents.ts'
import { unwrapped } from '../expect-ok.ts'
import { type BelievableSize, believableLedger } from './ledger.ts'
import { inventCounty } from './places.ts'
import { type RandomSource, randomSource } from './random-source.ts'
import { sentencesOf } from './sentences.ts'
import { TOPICS } from './topics.ts'

/** One act of a clerk on the ledger: what it was for, by whom, and the documents it changed. */
export interface LivedAct {
  readonly intent: string
  readonly author: Author
  readonly changed: readonly DocumentKey[]
}

export interface LivedInHistory<Doc> {
  /** The documents as they stand; their handles are spent by the next `act`. */
  readonly documents: () => LedgerDocuments<Doc>
  /** One random act, decided by the program's own commands. */
  readonly act: () => LivedAct
}

const CLERKS: readonly Author[] = [
  { clerk: '沈砚秋', unit: '县委巡察整改办', pc: '整改办-1' },
  { clerk: '顾望舟', unit: '县委巡察整改办', pc: '整改办-2' },
  { clerk: '纪知禾', unit: '县委办公室', pc: '县委办-3' },
]

/** The documents of a believable ledger, and clerks who go on working on them. The same seed acts the same. */
export const livedInHistory = <Doc>(engine: MergeEngine<Doc>, size: BelievableSize): LivedInHistory<Doc> => {
  const records = believableLedger(size)
  const random = randomSource(size.seed ^ 0x5eed)
  let at = Date.parse('2023-09-20T01:00:00Z') / 1000
  const stamp = (author: Author, intent: string): Stamp => ({ author, at, intent })
  const documents = new Map<DocumentKey, Doc>(createDocuments(engine, records, stamp(CLERKS[0] as Author, '建立台账')))
  const problemIds = records.problem.map(({ id }) => id)
  const removed = new Set<string>()
  const draw = commandSource(random)
  const context: CommandContext = {
    ids: { id: random.id, actor: random.id },
    year: 2024,
    today: '2024-07-05' as PlainDate,
  }
  let last: Author | null = null

  /** The documents of one problem; another clerk reads them from the disk first, under an actor of its own. */
  const documentsOf = (problemId: string, author: Author): Map<DocumentKey, Doc> => {
    const own = new Map<DocumentKey, Doc>()
    for (const key of [documentKey('problem', problemId), documentKey('office', problemId)]) {
      const doc = documents.get(key)
      if (doc !== undefined) own.set(key, author === last ? doc : unwrapped(engine.load(engine.save(doc))))
    }
    return own
  }
  const write = (
    own: LedgerDocuments<Doc>,
    known: LedgerRecords,
    { edits, intent }: Decision,
    author: Author,
  ): readonly DocumentKey[] => {
    const before = new Map([...own].map(([key, doc]) => [key, engine.heads(doc).join()]))
    const next = unwrapped(editDocuments(engine, own, known, edits, stamp(author, intent)))
    for (const [key, doc] of next) documents.set(key, doc)
    return [...next].filter(([key, doc]) => engine.heads(doc).join() !== before.get(key)).map(([key]) => key)
  }

  const act = (): LivedAct => {
    at += random.whole(60, 40_000)
    const author = random.pick(CLERKS)
    const problemId = random.pick(problemIds)
    const own = documentsOf(problemId, author)
    last = author
    for (const [key, doc] of own) documents.set(key, doc)
    if (removed.delete(problemId)) {
      const key = documentKey('problem', problemId)
      const intent = '恢复问题'
      const doc = own.get(key) as Doc
      documents.set(
        key,
        unwrapped(engine.edit(doc, [{ type: 'restore', entity: entityKey('problem', problemId) }], stamp(author, intent))),
      )
      return { intent, author, changed: [key] }
    }
    const known = { ...readDocuments(engine, own).records, ledger: records.ledger }
    const file = problemFiles(known)(known.problem[0] as never, [], 1)
    if (random.chance(0.02)) {
      const added = unwrapped(
        decideAddProblem({ outlineNode: records.outlineNode, problem: known.problem }, draw.problem(file), context),
      )
      problemIds.push(added.problemId)
      return { intent: added.intent, author, changed: write(new Map(), known, added, author) }
    }
    const command = draw.command(file)
    if (command.type === 'remove-problem') removed.add(problemId)
    const decision = unwrapped(decideProblemCommand(file, command, context))
    return { intent: decision.intent, author, changed: write(own, known, decision, author) }
  }
  return { documents: () => documents, act }
}

const commandSource = (random: RandomSource) => {
  const write = sentencesOf(random, inventCounty(random), random.pick(TOPICS))
  const values: Readonly<Record<string, () => string>> = {
    statement: write.statement,
    target: write.target,
    account: write.account,
    status: () => random.pick([STATUS_WORDS.notStarted, STATUS_WORDS.inProgress, STATUS_WORDS.basicallyDone, STATUS_WORDS.done]),
    deadline: () => random.pick(['2024年9月底前', '2024年12月底前', '2024年10月15日前', '长期坚持', '立行立改']),
    leadUnit: () => random.pick(['县财政局', '县水利局', '县民政局', '县委组织部']),
  }
  const setting = (problemId: string, measureId: string | null, fields: readonly string[]): ProblemCommand => {
    const field = random.pick(fields)
    return { type: 'set-field', problemId, measureId, field, value: values[field]?.() ?? '' }
  }
  const command = ({ problem: { id: problemId }, measures, progress }: ProblemFile): ProblemCommand => {
    const measureId = measures.length === 0 ? null : random.pick(measures).id
    const progressId = progress.length === 0 ? null : random.pick(progress).id
    const kind = random.weighted({
      problem: 6,
      measure: 4,
      entry: 6,
      correction: 2,
      unentry: 0.5,
      part: 1,
      unpart: 0.5,
      remove: 0.3,
    })
    if (kind === 'measure' && measureId !== null) return setting(problemId, measureId, ['account', 'status', 'deadline'])
    if (kind === 'correction' && progressId !== null)
      return { type: 'change-progress', problemId, progressId, text: write.progress() }
    if (kind === 'unentry' && progressId !== null) return { type: 'remove-progress', problemId, progressId }
    if (kind === 'unpart' && measureId !== null) return { type: 'remove-measure', problemId, measureId }
    if (kind === 'part') return { type: 'add-measure', problemId, text: write.measure() }
    if (kind === 'entry')
      return {
        type: 'add-progress',
        problemId,
        measureId: random.chance(0.4) ? measureId : null,
        on: null,
        text: write.progress(),
      }
    if (kind === 'remove') return { type: 'remove-problem', problemId }
    return setting(problemId, null, Object.keys(values))
  }
  const problem = ({ problem: { id, nodeId } }: ProblemFile): AddProblem => ({
    type: 'add-problem',
    nodeId,
    afterId: id,
    statement: write.statement(),
  })
  return { command, problem }
}

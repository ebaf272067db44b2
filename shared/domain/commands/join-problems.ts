import { z } from 'zod'
import { orderKeysBetween } from '../../base/order.ts'
import type { Ids } from '../../base/ports.ts'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { Advice } from '../advice.ts'
import { inOrder } from '../arrangement.ts'
import { unfit } from '../field-limits.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import type { RecordEdit } from '../record-edit.ts'
import { id } from '../records/fields.ts'
import { type Problem, type Responsibility, recordSchemas } from '../records/record-kinds.ts'
import type { CommandContext, Decision } from './decision.ts'
import { appended, joinedOffice, joinedStatement, repointed } from './join-references.ts'
import { marksMoved } from './move-marks.ts'
import { joinedMoves, type Move, movedRecord, moveMeasure, moveParts, moveWork, type Source } from './move-records.ts'

/** 合并: everything of the joined goes to one problem, which keeps its place, status and deadline. `statement` null: theirs are put together. */
export const joinProblemsSchema = z.object({
  type: z.literal('join-problems'),
  intoId: id(),
  ids: z.array(id()).min(1).max(100),
  statement: z.string().nullable(),
})
type JoinProblems = Readonly<z.infer<typeof joinProblemsSchema>>

export const decideJoinProblems = (ledger: Ledger, command: JoinProblems, context: CommandContext): Result<Decision, Refusal> => {
  const { ids } = context
  const fileOf = (problemId: string) => ledger.problems.find(({ problem }) => problem.id === problemId)
  const wanted = [...new Set(command.ids)].filter((problemId) => problemId !== command.intoId)
  const missing = [command.intoId, ...wanted].find((problemId) => fileOf(problemId) === undefined)
  const into = fileOf(command.intoId)
  if (missing !== undefined || !into) return err({ type: 'entity-removed', entity: `problem:${missing ?? command.intoId}` })
  const joined = wanted.flatMap((problemId) => fileOf(problemId) ?? [])
  if (joined.length === 0) return ok({ intent: '合并问题', edits: [] })

  const giver = hasDeadline(into.problem) ? null : (joined.find(({ problem }) => hasDeadline(problem)) ?? null)
  const fields = joinedFields(into.problem, joined, giver?.problem ?? null, command.statement)
  const office = joinedOffice(into, joined)
  const entries = repointed(ledger, into.problem.id, wanted, ids)
  const tooLong = unfit('problem', fields) ?? unfit('officePart', office.fields) ?? entries.tooLong
  if (tooLong) return tooLong

  const isExtended = into.extensions.some(({ ownerId }) => ownerId === into.problem.id)
  const { created, removed } = joinedMoves([
    ...joinedMeasures(into, joined, ids),
    ...joinedResponsibilities(into, joined, ids),
    moveWork(sources(joined), into.problem.id, ids, into),
    // Where the one kept was never extended, the first extension would tell a 原定时限 that was not its own.
    moveParts('extensions', sources(isExtended ? joined : giver ? [giver] : []), into.problem.id, ids, into),
  ])
  return ok({
    intent: '合并问题',
    edits: [
      { type: 'change', kind: 'problem', id: into.problem.id, fields },
      ...created,
      ...office.edits,
      ...entries.edits,
      ...marksMoved(ledger.records.withheldText, { from: wanted, into: into.problem.id }, removed, ids),
      ...removed,
      // What others hang on goes last: editing a part would bring it back.
      ...office.removed,
      ...wanted.flatMap((problemId): RecordEdit[] => [
        { type: 'change', kind: 'problem', id: problemId, fields: { joinedIntoId: into.problem.id } },
        { type: 'remove', kind: 'problem', id: problemId, movedTo: command.intoId },
      ]),
    ],
    advice: adviceOf(into, joined),
  })
}

const hasDeadline = (problem: Problem): boolean => problem.deadlineOn !== null || problem.deadlineWords !== ''

const joinedFields = (
  into: Problem,
  joined: readonly ProblemFile[],
  giver: Problem | null,
  statement: string | null,
): Partial<Problem> => {
  const all = [into, ...joined.map(({ problem }) => problem)]
  const numbers = appended(
    all.map(({ sourceNumber }) => sourceNumber ?? ''),
    '、',
  )
  const fits = recordSchemas.problem.shape.sourceNumber.safeParse(numbers).success
  const fields = {
    statement: statement === null ? joinedStatement(all.map((problem) => problem.statement)) : statement.trimEnd(),
    details: appended(all.map(({ details }) => details)),
    target: appended(all.map(({ target }) => target)),
    account: appended(all.map(({ account }) => account)),
    result: appended(all.map(({ result }) => result)),
    ...(numbers !== '' && fits ? { sourceNumber: numbers } : {}),
    ...(giver ? { deadlineOn: giver.deadlineOn, deadlineWords: giver.deadlineWords } : {}),
  }
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== into[name as keyof typeof into]),
  ) as Partial<Problem>
}

const joinedMeasures = (into: ProblemFile, joined: readonly ProblemFile[], ids: Ids): readonly Move[] => {
  const measures = joined.flatMap((file) => file.measures.map((measure) => ({ file, measure })))
  const places = orderKeysBetween(into.measures.at(-1)?.order ?? null, null, measures.length)
  return measures.map(({ file, measure }, i) => moveMeasure(file, measure, into.problem.id, places[i] ?? 'a0', ids))
}

/** Responsibilities of the joined problems themselves; a name that stands in the role already is not written twice. */
const joinedResponsibilities = (into: ProblemFile, joined: readonly ProblemFile[], ids: Ids): readonly Move[] => {
  const keyOf = ({ role, name }: Responsibility) => `${role} ${name}`
  const own = into.responsibilities.filter(({ ownerId }) => ownerId === into.problem.id)
  const standing = new Set(own.map(keyOf))
  const theirs = joined.flatMap(({ problem, responsibilities }) =>
    inOrder(responsibilities.filter(({ ownerId }) => ownerId === problem.id)),
  )
  const places = orderKeysBetween(inOrder(own).at(-1)?.order ?? null, null, theirs.length)
  return theirs.map((responsibility, i) => {
    const { created, removed } = movedRecord('responsibility', responsibility, {
      id: ids.id(),
      ownerId: into.problem.id,
      order: places[i],
    })
    const isNew = !standing.has(keyOf(responsibility))
    standing.add(keyOf(responsibility))
    return { created: isNew ? created : [], removed }
  })
}

const sources = (files: readonly ProblemFile[]): readonly Source[] => files.map((file) => ({ file, ownerId: file.problem.id }))

const adviceOf = (into: ProblemFile, joined: readonly ProblemFile[]): readonly Advice[] => {
  const { problem } = into
  const differs = (test: (other: Problem) => boolean): boolean => joined.some((file) => test(file.problem))
  const kept = hasDeadline(problem) ? problem : (joined.find((file) => hasDeadline(file.problem))?.problem ?? problem)
  return [
    ...(differs(({ status }) => status !== problem.status) ? [{ type: 'joined-statuses-differ' } as const] : []),
    ...(differs(
      (other) => hasDeadline(other) && (other.deadlineOn !== kept.deadlineOn || other.deadlineWords !== kept.deadlineWords),
    )
      ? [{ type: 'joined-deadlines-differ' } as const]
      : []),
    ...(joined.some(({ closures, problem: other }) => closures.length > 0 || other.status === 'closed')
      ? [{ type: 'joined-closures' } as const]
      : []),
  ]
}

import { z } from 'zod'
import { STATUSES } from '../../shared/domain/status.ts'
import { PIECE_ROLES, SPLIT_KINDS } from '../../shared/intake/feedback/splits.ts'
import { INCOMING_KINDS } from '../../shared/intake/kind-of-incoming.ts'

/** What each verb prints. docs/cli.md shows these as JSON Schema; tests hold the two together. */
const severity = z.enum(['error', 'warning', 'hint'])

export const findingOutput = z.object({
  rule: z.string(),
  severity,
  message: z.string(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  text: z.string().nullable(),
  stated: z.string().nullable(),
  expected: z.string().nullable(),
})

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const count = z.number().int().min(0)

const feedbackRead = z.object({
  team: z.string().nullable(),
  inspectedParty: z.string().nullable(),
  feedbackDate: date.nullable(),
  headings: count,
  details: count,
  advice: count,
  splits: z.array(
    z.object({
      at: count,
      kind: z.enum(SPLIT_KINDS),
      role: z.enum(PIECE_ROLES),
      level: count,
      confidence: z.number(),
      taken: z.boolean(),
    }),
  ),
})

export const intakeOutput = z.object({
  kind: z.enum(INCOMING_KINDS),
  reasons: z.array(z.string()),
  feedback: feedbackRead.nullable(),
  title: z.string().nullable(),
  rectifyingParty: z.string().nullable(),
  signedDate: date.nullable(),
  problems: count,
  items: count,
  done: count,
  sustained: count,
  basicallyDone: count,
  open: count,
  unstated: count,
  findings: z.array(findingOutput),
  tables: z.array(
    z.object({
      sheet: z.string(),
      headerTop: count,
      headerBottom: count,
      firstRow: count,
      lastRow: count,
      columns: z.array(
        z.object({
          column: count,
          heading: z.string(),
          field: z.string().nullable(),
          confidence: z.number(),
          alternatives: z.array(z.string()),
        }),
      ),
    }),
  ),
  rejected: z.array(z.object({ sheet: z.string(), row: count, reason: z.string(), text: z.string() })),
})

export const checkOutput = z.object({
  checked: count,
  passed: count,
  findings: z.array(findingOutput),
  /** Of a notice composed from a ledger: what the offsets count in. */
  text: z.string().optional(),
})

export const noticeOutput = z.object({
  out: z.string(),
  title: z.string().nullable(),
  template: z.string(),
  edition: z.enum(['report', 'party', 'public']),
  date,
  profile: z.enum(['word', 'preview']),
  paragraphs: count,
  findings: z.array(findingOutput),
})

export const pagesOutput = z.object({
  title: z.string().nullable(),
  edition: z.enum(['report', 'party', 'public']),
  date,
  pages: count,
  headings: z.array(z.object({ level: count, text: z.string(), page: count })),
})

const genre = z.enum(['notice', 'report', 'plan'])
const edition = z.enum(['report', 'party', 'public'])

export const templatesOutput = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      genre,
      edition,
      own: z.boolean(),
      faults: z.array(z.object({ rule: z.string(), field: z.string(), text: z.string(), message: z.string() })),
    }),
  ),
})

/** Two compositions: what differs, and how many paragraphs are the same. */
const comparisonOutput = z
  .object({
    same: count,
    different: z.array(
      z.object({
        type: z.enum(['changed', 'removed', 'added']),
        before: z.string().nullable(),
        after: z.string().nullable(),
        words: z.array(z.object({ type: z.enum(['same', 'removed', 'added']), text: z.string() })),
        problemId: z.string().nullable(),
      }),
    ),
  })
  .nullable()

export const editionsOutput = z.object({
  editions: z.array(
    z.object({ edition, problems: count, paragraphs: count, namesMasked: z.boolean(), findings: z.array(findingOutput) }),
  ),
  comparison: comparisonOutput,
})

export const withheldOutput = z.object({
  withheld: z.array(
    z.object({
      number: count,
      kind: z.enum(['problem', 'record', 'sentence']),
      matter: z.string(),
      content: z.string(),
      reason: z.string(),
      state: z.enum(['standing', 'changed', 'lost', 'gone']),
      problemId: z.string().nullable(),
      markId: z.string().nullable(),
    }),
  ),
  notShown: z.array(z.string()),
})

export const draftsOutput = z.object({
  out: z.string().nullable(),
  drafts: z.array(
    z.object({
      draft: count,
      title: z.string(),
      cutoff: date.nullable(),
      edition,
      template: z.string(),
      takenOn: date.nullable(),
      note: z.string().nullable(),
      sha256: z.string(),
      content: z.enum(['whole', 'missing', 'newer', 'damaged']),
    }),
  ),
  comparison: comparisonOutput,
})

export const tablesOutput = z.object({
  out: z.string(),
  date,
  sheets: z.array(z.object({ name: z.string(), rows: count })),
})

const writer = z.object({ clerk: z.string(), unit: z.string(), pc: z.string() }).nullable()
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

const placeInPlan = {
  /** The field as the documents name it: what `resolve --set` takes. */
  key: z.string(),
  record: z.string(),
  recordTitle: z.string(),
  title: z.string(),
}

const toldConflict = z.object({
  ...placeInPlan,
  type: z.enum(['field', 'removed-while-edited']),
  values: z.array(z.object({ value: scalar, text: z.string(), author: writer, at: z.number().nullable() })),
})

const plannedItem = z.object({
  key: z.string(),
  kind: z.string(),
  problem: z.object({ id: z.string(), number: count }).nullable(),
  title: z.string(),
  verdict: z.enum(['added', 'changed', 'conflict', 'seen', 'same']),
  news: z.array(
    z.object({
      ...placeInPlan,
      /** What is taken or turned down with it: the field, or a record that comes or goes as one. */
      item: z.string(),
      life: z.enum(['added', 'removed', 'changed']),
      before: z.string().nullable(),
      after: z.string().nullable(),
      author: writer,
      at: z.number().nullable(),
      intent: z.string(),
    }),
  ),
  conflicts: z.array(toldConflict),
})

export const planOutput = z.object({
  /** One for each package: `same` state, `older`, or with `news`. */
  packages: z.array(
    z.object({ file: z.string(), state: z.enum(['same', 'older', 'news']), sender: writer, writtenAt: z.number() }),
  ),
  items: z.array(plannedItem),
  same: count,
  /** What the integrity check would find afterwards and does not find now. */
  findings: z.array(z.object({ rule: z.string(), severity: z.enum(['error', 'warning', 'hint']), message: z.string() })),
})

export const sliceOutput = z.object({ out: z.string(), unit: z.string(), problems: z.array(count), bytes: count })

export const replyOutput = z.object({
  out: z.string(),
  unit: z.string(),
  /** How many problems were changed, and in how many changes. */
  problems: count,
  changes: count,
  bytes: count,
})

export const mergeOutput = z.object({
  out: z.string(),
  taken: z.array(z.string()),
  rejected: z.array(z.string()),
  conflicts: count,
  findings: planOutput.shape.findings,
})

export const conflictsOutput = z.object({
  conflicts: z.array(z.object({ document: z.string(), problem: plannedItem.shape.problem, ...toldConflict.shape })),
})

export const resolveOutput = z.object({ out: z.string(), resolved: count, left: count })

export const papersOutput = z.object({
  /** Null: the form of one's own has faults, and nothing was written. */
  folder: z.string().nullable(),
  faults: z.array(z.string()),
  files: z.array(
    z.object({
      name: z.string(),
      /** Id of the form, table or 分册, or `template`. */
      paper: z.string(),
      subjectId: z.string().nullable(),
      /** `skipped`: a file of that name is there, and --replace was not said. */
      state: z.enum(['written', 'skipped']),
    }),
  ),
})

const namedField = z.object({ name: z.string(), meaning: z.string() })

export const formOutput = z.object({
  scope: z.enum(['problem', 'ledger']),
  fields: z.array(z.string()),
  faults: z.array(z.string()),
  known: z.object({
    ledger: z.array(namedField),
    problem: z.array(namedField),
    lists: z.array(z.object({ name: z.string(), fields: z.array(namedField) })),
    /** The loop over all problems, for a form of the whole ledger. */
    allProblems: z.string(),
  }),
})

export const figuresOutput = z.object({
  cutoff: date,
  figures: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      value: z.number(),
      unit: z.string(),
      formula: z.string(),
      counts: z.array(z.string()),
    }),
  ),
})

export const freezeOutput = z.object({
  out: z.string(),
  period: count,
  title: z.string(),
  cutoff: date,
  sha256: z.string(),
  figures: count,
  problems: count,
})

const namedProblem = { id: z.string(), number: count, statement: z.string() }

export const relateOutput = z.object({
  /** Null: nothing was written. */
  out: z.string().nullable(),
  /** Each problem of the other ledger, in its order, with the one of ours that seems to be the same. */
  suggested: z.array(
    z.object({
      theirs: z.object(namedProblem),
      mine: z.object(namedProblem).nullable(),
      by: z.enum(['equal', 'near', 'none']),
      score: z.number(),
    }),
  ),
  /** Null without `--out`. */
  report: z
    .object({
      /** Numbers in the ledger that was written, and in the other one. */
      pairs: z.array(z.object({ mine: count, theirs: count })),
      added: z.array(z.object({ mine: count, theirs: count })),
      units: count,
      leaders: count,
      registers: count,
      leftOut: z.object({
        problems: count,
        removedProblems: count,
        notices: count,
        drafts: count,
        templates: count,
        periods: count,
        numberBlocks: count,
        headings: count,
        headingTexts: count,
        settings: count,
      }),
      /** `same`: all of it had been taken in before. */
      state: z.enum(['same', 'older', 'news']),
      items: z.array(plannedItem),
      conflicts: count,
      findings: planOutput.shape.findings,
    })
    .nullable(),
})

const problemChange = z.object({
  ...namedProblem,
  statusBefore: z.enum(STATUSES),
  statusAfter: z.enum(STATUSES),
  deadlineBefore: z.string(),
  deadlineAfter: z.string(),
})
const comparedSide = z.object({ period: count.nullable(), cutoff: date })

export const periodsOutput = z.object({
  periods: z.array(
    z.object({
      period: count,
      title: z.string(),
      cutoff: date.nullable(),
      takenOn: date.nullable(),
      sha256: z.string(),
      content: z.enum(['whole', 'missing', 'newer', 'damaged']),
    }),
  ),
  comparison: z
    .object({
      before: comparedSide,
      after: comparedSide,
      added: z.array(z.object(namedProblem)),
      gone: z.array(z.object({ ...namedProblem, joinedIntoId: z.string().nullable() })),
      finished: z.array(problemChange),
      closed: z.array(problemChange),
      reopened: z.array(problemChange),
      newlyOverdue: z.array(problemChange),
      extended: z.array(problemChange),
      statusChanged: z.array(problemChange),
      figures: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          unit: z.string(),
          before: z.number().nullable(),
          after: z.number().nullable(),
        }),
      ),
    })
    .nullable(),
})

export const deadlinesOutput = z.object({
  date,
  duties: z.array(z.object({ duty: z.enum(['plan', 'meeting', 'report']), label: z.string(), days: count, on: date.nullable() })),
  deadlines: z.array(
    z.object({
      number: z.string(),
      deadline: z.string(),
      on: date.nullable(),
      original: z.string(),
      extensions: count,
      daysLeft: z.number().int().nullable(),
      warning: z.enum(['none', 'green', 'yellow', 'red']),
    }),
  ),
})

const author = z.object({ clerk: z.string(), unit: z.string(), pc: z.string() }).nullable()

/** When and by whom, as the PC it was done on said. */
const changed = { author, at: z.number().int(), intent: z.string() }

export const historyOutput = z.object({
  changes: z.array(
    z.object({
      hash: z.string(),
      ...changed,
      records: z.array(
        z.object({
          entity: z.string(),
          what: z.string(),
          title: z.string(),
          life: z.enum(['created', 'removed', 'restored', 'settled', 'changed']),
          fields: z.array(z.object({ field: z.string(), title: z.string(), from: z.array(z.string()), to: z.string() })),
        }),
      ),
    }),
  ),
  written: z.array(
    z.object({
      entity: z.string(),
      what: z.string(),
      title: z.string(),
      value: z.string(),
      writers: z.array(z.object(changed)),
    }),
  ),
})

export const trashOutput = z.object({
  items: z.array(z.object({ entity: z.string(), document: z.string(), what: z.string(), title: z.string(), ...changed })),
  restored: z.string().nullable(),
  out: z.string().nullable(),
})

export const editOutput = z.object({
  out: z.string(),
  changed: z.array(z.object({ number: z.string(), field: z.string(), from: z.string(), to: z.string() })),
  removed: z.array(z.string()),
})

export const actOutput = z.object({
  out: z.string(),
  done: z.array(z.object({ intent: z.string(), records: z.array(z.string()), advice: z.array(z.string()) })),
})

/** A node of the outline, or a problem (`number` is its 序号); `text` is the heading or the statement. */
const outlineLine = z
  .object({
    type: z.enum(['node', 'problem']),
    id: z.string(),
    mark: z.string(),
    sourceNumber: z.string().nullable(),
    text: z.string(),
    number: count.nullable(),
    get children() {
      return z.array(outlineLine)
    },
  })
  .meta({ id: 'line' })

export const outlineOutput = z.object({ outline: z.array(outlineLine) })

export const integrityOutput = z.object({
  date,
  errors: count,
  warnings: count,
  hints: count,
  findings: z.array(
    z.object({
      rule: z.string(),
      severity,
      message: z.string(),
      area: z.enum(['problem', 'ledger', 'outline', 'directories', 'registers', 'notice']),
      problem: z.object({ id: z.string(), number: count }).nullable(),
      records: z.array(z.string()),
    }),
  ),
})

export const updateOutput = z.object({
  out: z.string(),
  isSameLedger: z.boolean().nullable(),
  written: z.array(z.string()),
  leftOut: z.array(z.object({ id: z.string(), why: z.string() })),
  intent: z.string().nullable(),
})

export const compareOutput = z.object({
  isOwnExport: z.boolean(),
  isSameLedger: z.boolean().nullable(),
  exportedOn: date.nullable(),
  changed: z.array(
    z.object({
      problemId: z.string(),
      number: count,
      statement: z.string(),
      by: z.enum(['id', 'words']),
      certainty: z.number(),
      numberClash: z.string().nullable(),
      changes: z.array(
        z.object({
          id: z.string(),
          measureId: z.string().nullable(),
          field: z.string(),
          title: z.string(),
          ledger: z.string(),
          table: z.string(),
          exported: z.string().nullable(),
          verdict: z.enum(['table', 'ledger', 'both', 'differs']),
          asks: z.enum(['deadline']).nullable(),
        }),
      ),
      newMeasures: z.array(z.object({ id: z.string(), text: z.string(), progress: z.string() })),
    }),
  ),
  unchanged: z.array(z.string()),
  newProblems: z.array(z.object({ id: z.string(), number: z.string().nullable(), cells: z.record(z.string(), z.string()) })),
  ambiguous: z.array(
    z.object({
      number: z.string().nullable(),
      statement: z.string(),
      candidates: z.array(z.object({ problemId: z.string(), number: count, certainty: z.number() })),
    }),
  ),
  notFound: z.array(z.object({ problemId: z.string(), number: count, statement: z.string() })),
  rejected: z.array(z.object({ reason: z.string(), text: z.string() })),
})

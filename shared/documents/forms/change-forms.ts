import { deadlineOf, printDeadline } from '../../domain/deadline.ts'
import { extensionsOf } from '../../domain/extensions.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import type { Extension, Measure } from '../../domain/records/record-kinds.ts'
import { FORM_WORDS } from '../../messages/forms.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'
import { FOUR, label, mark, pairRow, row, wideRow, words } from '../form-grid.ts'
import type { FormRow, PaperDocument } from '../paper-document.ts'
import { dayWords, formFacts, measureWords, partyOf } from './form-facts.ts'
import { formTitle, line, paper } from './form-paper.ts'

const { problem } = FORM_WORDS

/** 延期审批表: the last extension of the problem and of each of its measures; without any an open one to fill in by hand. */
export const extensionForm = (ledger: Ledger, file: ProblemFile): PaperDocument => {
  const WORDS = FORM_WORDS.extension
  const facts = formFacts(file)
  const last = [null, ...file.measures].flatMap((measure) => {
    const own = extensionsOf(file, measure?.id ?? file.problem.id)
    const extension = own.at(-1)
    return extension ? [{ measure, extension, times: own.length }] : []
  })
  const asked = last.length === 0 ? [{ measure: null, extension: null, times: 0 }] : last
  return paper(WORDS.title, partyOf(ledger), [
    formTitle(WORDS.title),
    line('form-line', FORM_WORDS.filledBy(facts.names('unit') || facts.names('leadUnit'))),
    {
      kind: 'form',
      columns: FOUR,
      rows: [
        pairRow([problem.number, facts.number], [problem.source, facts.source]),
        wideRow(problem.statement, facts.statement, 2),
        pairRow([problem.leader, facts.names('leader')], [problem.leadUnit, facts.names('leadUnit')]),
        pairRow([problem.unit, facts.names('unit')], [problem.status, facts.status]),
        ...asked.flatMap((own) => extensionRows(file, own)),
        wideRow(WORDS.progress, facts.account, 4),
        wideRow(WORDS.applicant, '', 3, FORM_WORDS.signUnit),
        wideRow(WORDS.leadUnit, '', 3, FORM_WORDS.signUnit),
        wideRow(WORDS.leader, '', 3, FORM_WORDS.signLeader),
        wideRow(WORDS.office, '', 3, FORM_WORDS.signUnit),
      ],
    },
    line('form-line', FORM_WORDS.foot),
  ])
}

interface AskedExtension {
  readonly measure: Measure | null
  readonly extension: Extension | null
  readonly times: number
}

const extensionRows = (file: ProblemFile, { measure, extension, times }: AskedExtension): readonly FormRow[] => {
  const WORDS = FORM_WORDS.extension
  const subject = measure === null ? WORDS.whole : WORDS.measure(file.measures.indexOf(measure) + 1, measureWords(measure))
  if (extension === null) {
    return [
      wideRow(WORDS.subject, ''),
      pairRow([WORDS.from, printDeadline(deadlineOf(file.problem))], [WORDS.to, '']),
      wideRow(WORDS.reason, '', 4),
    ]
  }
  const { fromOn, fromWords, toOn, toWords, reason, approvedBy, approvedOn } = extension
  const approved = approvedOn === null && approvedBy === null ? '' : WORDS.approved(approvedBy ?? '', dayWords(approvedOn))
  return [
    row([label(WORDS.subject), words(subject), label(WORDS.times), mark(String(times))]),
    pairRow(
      [WORDS.from, printDeadline({ on: fromOn, words: fromWords })],
      [WORDS.to, printDeadline({ on: toOn, words: toWords })],
    ),
    wideRow(WORDS.reason, [mendPunctuation(reason ?? ''), approved].filter((part) => part !== '').join('\n'), 3),
  ]
}

/** 方案调整审批表: the plan as it stands beside room for what it becomes. */
export const adjustmentForm = (ledger: Ledger, file: ProblemFile): PaperDocument => {
  const WORDS = FORM_WORDS.adjustment
  const facts = formFacts(file)
  const beside = (name: string, before: string, lines: number): FormRow => row([label(name), words(before), words('', 2)], lines)
  const duty = [
    [problem.leader, facts.names('leader')],
    [problem.leadUnit, facts.names('leadUnit')],
    [problem.unit, facts.names('unit')],
  ].flatMap(([name, names]) => (names === '' ? [] : [`${name}：${names}`]))
  return paper(WORDS.title, partyOf(ledger), [
    formTitle(WORDS.title),
    line('form-line', FORM_WORDS.filledBy(facts.names('unit') || facts.names('leadUnit'))),
    {
      kind: 'form',
      columns: [2, 6, 2, 4],
      rows: [
        pairRow([problem.number, facts.number], [problem.source, facts.source]),
        wideRow(problem.statement, facts.statement, 2),
        row([label(''), { ...label(WORDS.before) }, { ...label(WORDS.after), across: 2 }]),
        beside(WORDS.target, facts.target, 2),
        beside(WORDS.measures, facts.measures, 8),
        beside(WORDS.duty, duty.join('\n'), 3),
        beside(WORDS.deadline, facts.deadline, 1),
        wideRow(WORDS.reason, '', 4),
        wideRow(FORM_WORDS.extension.applicant, '', 3, FORM_WORDS.signUnit),
        wideRow(FORM_WORDS.extension.leadUnit, '', 3, FORM_WORDS.signUnit),
        wideRow(FORM_WORDS.extension.leader, '', 3, FORM_WORDS.signLeader),
        wideRow(FORM_WORDS.extension.office, '', 3, FORM_WORDS.signUnit),
      ],
    },
    line('form-line', FORM_WORDS.foot),
  ])
}

import { err, ok, type Result } from '../../shared/base/result.ts'
import { inOrder } from '../../shared/domain/arrangement.ts'
import type { Ledger } from '../../shared/domain/ledger.ts'
import { findTemplate, templatesOf } from '../../shared/domain/notices/find-template.ts'
import type { NoticeTemplate } from '../../shared/domain/notices/notice-template.ts'
import { EDITIONS, type Edition } from '../../shared/domain/records/notice-records.ts'
import type { Notice } from '../../shared/domain/records/record-kinds.ts'
import type { OpenedLedger } from '../../shared/exchange/ledger-package.ts'
import type { AutomergeDocument } from '../../shared/merge/automerge-engine.ts'
import { type ComposeChoices, composeNotice } from '../../shared/notice/compose.ts'
import type { NoticeModel } from '../../shared/notice/model.ts'
import { dateOption } from './arguments.ts'
import { readLedgerFile } from './ledger-file.ts'
import { type CliPorts, misused, type Outcome, option, type ParsedArguments, refused } from './verb.ts'

/** The options that say which notice is composed and how. */
export const COMPOSE_OPTIONS = {
  notice: { type: 'string' },
  template: { type: 'string' },
  edition: { type: 'string' },
  date: { type: 'string' },
} as const

/** A notice of a ledger's file, as the options ask for it. */
export interface ChosenNotice {
  readonly opened: OpenedLedger<AutomergeDocument>
  readonly notice: Notice
  /** The id of the template it is composed by. */
  readonly template: string
  /** What the options ask for. */
  readonly choices: ComposeChoices
  /** `edition` goes before what --edition names. */
  readonly compose: (edition?: Edition) => NoticeModel
}

/** Opens the ledger the first argument names, with the notice to compose of it; the error is the verb's outcome. */
export const openNotice = async (given: ParsedArguments, ports: CliPorts): Promise<Result<ChosenNotice, Outcome>> => {
  const [path = ''] = given.positionals
  const opened = await readLedgerFile(path, ports)
  if (!opened.ok) return err(refused(opened.error))
  const { ledger } = opened.value
  const choices = composeChoices(given, ledger, ports)
  if (!choices.ok) return choices
  const notice = chosenNotice(given, ledger)
  if (!notice.ok) return notice
  return ok({
    opened: opened.value,
    notice: notice.value,
    template: choices.value.template?.id ?? notice.value.template,
    choices: choices.value,
    compose: (edition) => composeNotice(ledger, notice.value, { ...choices.value, ...(edition ? { edition } : {}) }),
  })
}

/** The notice --notice N names (the first without it); the error is the verb's outcome. */
const chosenNotice = (given: ParsedArguments, ledger: Ledger): Result<Notice, Outcome> => {
  const typed = option(given, 'notice') ?? '1'
  if (!/^[1-9]\d{0,4}$/.test(typed)) return err(misused('--notice 应写通报的次序，如 2'))
  const notice = inOrder(ledger.records.notice)[Number(typed) - 1]
  return notice ? ok(notice) : err(refused({ type: 'no-notice' }))
}

export const readEdition = (text: string): Result<Edition, Outcome> => {
  const edition = EDITIONS.find((known) => known === text)
  return edition ? ok(edition) : err(misused(`没有版本“${text}”，可用的有：${EDITIONS.join('、')}`))
}

const readTemplate = (text: string, ledger: Ledger): Result<NoticeTemplate, Outcome> => {
  const template = findTemplate(text, ledger.records)
  const known = templatesOf(ledger.records).map(({ id }) => id)
  return template ? ok(template) : err(misused(`没有模板“${text}”，可用的有：${known.join('、')}`))
}

/** --template, --edition and --date as choices; what was not given is left to the notice. */
const composeChoices = (given: ParsedArguments, ledger: Ledger, ports: CliPorts): Result<ComposeChoices, Outcome> => {
  const [editionId, templateId] = [option(given, 'edition'), option(given, 'template')]
  const edition = editionId === null ? null : readEdition(editionId)
  if (edition && !edition.ok) return edition
  const template = templateId === null ? null : readTemplate(templateId, ledger)
  if (template && !template.ok) return template
  const date = dateOption(given)
  if (!date.ok) return err(misused(date.error))
  return ok({
    today: ports.clock.today(),
    ...(template ? { template: template.value } : {}),
    ...(edition ? { edition: edition.value } : {}),
    ...(date.value === null ? {} : { date: date.value }),
  })
}

import type { z } from 'zod'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { err, type Result } from '../../../shared/base/result.ts'
import { inOrder } from '../../../shared/domain/arrangement.ts'
import { decideFreezeDraft } from '../../../shared/domain/commands/freeze-draft.ts'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import { keptText, openKeptText } from '../../../shared/exchange/kept-text.ts'
import type { FilesByHash } from '../../../shared/exchange/package-files.ts'
import { compareNotices } from '../../../shared/notice/differences.ts'
import { type NoticeDraft, printDraft, readDraft } from '../../../shared/notice/draft.ts'
import { applyActs } from '../apply-acts.ts'
import { COMPOSE_OPTIONS, openNotice } from '../composed-notice.ts'
import { draftsOutput } from '../contract.ts'
import { writeLedgerFile } from '../ledger-file.ts'
import { authorOf, done, misused, option, refused, type Verb } from '../verb.ts'
import { comparisonOutput } from './editions.ts'

export const draftsVerb: Verb = {
  name: 'drafts',
  usage:
    "drafts LEDGER [--freeze --out LEDGER2 [--title TITLE] [--note TEXT] [--as 'clerk/unit/pc']] [--compare A,B | --compare A] [--notice N] [--template ID] [--edition ID] [--date YYYY-MM-DD]",
  summary: 'lists the frozen drafts of the 通报, freezes another, and compares two of them, or one with the 通报 as it is',
  positionals: 1,
  options: {
    freeze: { type: 'boolean' },
    title: { type: 'string' },
    out: { type: 'string' },
    note: { type: 'string' },
    as: { type: 'string' },
    compare: { type: 'string' },
    ...COMPOSE_OPTIONS,
  },
  required: [],
  output: draftsOutput,
  run: async (given, ports) => {
    const sides = option(given, 'compare')?.split(',') ?? []
    if (sides.length > 2 || sides.some((side) => !/^[1-9]\d{0,4}$/.test(side)))
      return misused('--compare 应写两稿的稿次，如 1,2，或只写一稿，与通报现状比较')
    const [isFreezing, out] = [option(given, 'freeze') !== null, option(given, 'out')]
    if (isFreezing !== (out !== null)) return misused('--freeze 和 --out 要一起写')
    const chosen = await openNotice(given, ports)
    if (!chosen.ok) return chosen.error
    const { opened, template, compose } = chosen.value
    const noticeId = chosen.value.notice.id
    const model = compose()

    let [ledger, files, written]: [typeof opened.ledger, FilesByHash, string | null] = [opened.ledger, opened.filesByHash, null]
    if (out !== null) {
      const { sha256, bytes } = keptText(printDraft({ noticeId, template, model }))
      const { cutoff, edition } = model
      const freeze = { noticeId, cutoff, edition, template, note: option(given, 'note'), sha256 }
      const author = authorOf(option(given, 'as'))
      const title = option(given, 'title') ?? ''
      const applied = applyActs(
        opened.documents,
        [(now, context) => decideFreezeDraft(now, { ...freeze, title }, context)],
        author,
        ports,
      )
      if (!applied.ok) return refused(applied.error)
      const filesByHash = new Map([...files, [sha256, bytes]])
      const { unknown } = opened
      const saved = await writeLedgerFile(out, applied.value.documents, applied.value.ledger, author, ports, {
        unknown,
        filesByHash,
      })
      if (!saved.ok) return refused(saved.error)
      ;[ledger, files, written] = [applied.value.ledger, filesByHash, saved.value]
    }

    const drafts = inOrder(ledger.records.noticeDraft.filter((draft) => draft.noticeId === noticeId))
    const before = sides[0] === undefined ? null : draftAt(drafts, files, sides[0])
    if (before && !before.ok) return refused(before.error)
    const after = sides[1] === undefined ? null : draftAt(drafts, files, sides[1])
    if (after && !after.ok) return refused(after.error)
    const output: z.infer<typeof draftsOutput> = {
      out: written,
      drafts: drafts.map((draft, i) => ({
        draft: i + 1,
        title: draft.title,
        cutoff: draft.cutoff,
        edition: draft.edition,
        template: draft.template,
        takenOn: draft.takenOn,
        note: draft.note,
        sha256: draft.sha256,
        content: contentOf(openDraft(files, draft.sha256)),
      })),
      comparison: before ? comparisonOutput(compareNotices(before.value.model, after ? after.value.model : model)) : null,
    }
    return done(output, written === null ? [] : [`台账已写入：${written}`])
  },
}

const openDraft = (files: FilesByHash, sha256: string): Result<NoticeDraft, Refusal> => {
  const bytes = files.get(sha256)
  if (!bytes) return err({ type: 'draft-missing' })
  const text = openKeptText(bytes, sha256)
  return text === null ? err({ type: 'draft-damaged' }) : readDraft(text)
}

const draftAt = (
  drafts: readonly RecordOf<'noticeDraft'>[],
  files: FilesByHash,
  number: string,
): Result<NoticeDraft, Refusal> => {
  const draft = drafts[Number(number) - 1]
  return draft ? openDraft(files, draft.sha256) : err({ type: 'no-such-draft', draft: number, count: drafts.length })
}

const contentOf = (read: Result<NoticeDraft, Refusal>): 'whole' | 'missing' | 'newer' | 'damaged' => {
  if (read.ok) return 'whole'
  if (read.error.type === 'draft-missing') return 'missing'
  return read.error.type === 'draft-newer' ? 'newer' : 'damaged'
}

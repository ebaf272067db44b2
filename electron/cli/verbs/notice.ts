import type { z } from 'zod'
import { noticeFontsOf } from '../../../shared/documents/render/notice-fonts.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { COMMENT_AUTHOR } from '../../../shared/messages/notice-paper.ts'
import { editionFindings } from '../../../shared/notice/edition-findings.ts'
import { findingPlaces } from '../../../shared/notice/notice-comments.ts'
import { noticeFigures } from '../../../shared/notice/notice-figures.ts'
import { noticeFindings } from '../../../shared/notice/notice-findings.ts'
import { typedFigures } from '../../../shared/notice/typed-figures.ts'
import { proofOfNotice, proofPlaces, sayingsOf } from '../../../shared/proof/notice-proof.ts'
import { writeFileAtomically } from '../../files/atomic-write.ts'
import { COMPOSE_OPTIONS, openNotice } from '../composed-notice.ts'
import { noticeOutput } from '../contract.ts'
import { done, misused, option, refused, type Verb } from '../verb.ts'

const PROFILES = ['word', 'preview'] as const

export const noticeVerb: Verb = {
  name: 'notice',
  usage:
    'notice LEDGER --out X.docx [--notice N] [--template ID] [--edition ID] [--date YYYY-MM-DD] [--profile word|preview] [--comments]',
  summary: 'composes the 通报 from the ledger and writes it as a Word document',
  positionals: 1,
  options: { out: { type: 'string' }, profile: { type: 'string' }, comments: { type: 'boolean' }, ...COMPOSE_OPTIONS },
  required: ['out'],
  output: noticeOutput,
  run: async (given, ports) => {
    const out = option(given, 'out') ?? ''
    const profileId = option(given, 'profile') ?? 'word'
    const profile = PROFILES.find((known) => known === profileId)
    if (!profile) return misused(`没有版式“${profileId}”，可用的有：${PROFILES.join('、')}`)

    const chosen = await openNotice(given, ports)
    if (!chosen.ok) return chosen.error
    const { opened, notice, template, choices } = chosen.value
    const { ledger } = opened
    // Of what two people wrote differently only one can be printed; a draft with comments is for looking at.
    const engine = automergeEngine(ports.ids)
    const count = [...opened.documents.values()].reduce((sum, doc) => sum + engine.conflicts(doc).length, 0)
    if (count > 0 && option(given, 'comments') === null)
      return refused({ type: 'conflicts-unresolved', count, what: '导出正式通报' })
    const checked = proofOfNotice(ledger, notice, choices)
    const { model } = checked
    // The Word library is loaded only when it is needed: it is most of the start-up time.
    const [settings] = ledger.records.ledger
    const fonts = noticeFontsOf(settings ?? null, model.look ?? null)
    const findings = [...noticeFindings(model), ...editionFindings(ledger, notice, model)]
    const places =
      option(given, 'comments') !== null
        ? [
            ...findingPlaces(model, findings, typedFigures(model, noticeFigures(ledger, model.cutoff))),
            ...proofPlaces(checked, sayingsOf(ledger, notice.id)),
          ]
        : []
    const comments = places.map((place) => ({ ...place, author: COMMENT_AUTHOR }))
    const { renderNoticeDocx } = await import('../../../shared/documents/render/notice-docx.ts')
    const written = await writeFileAtomically(out, await renderNoticeDocx(model, { profile, fonts, comments }))
    if (!written.ok) return refused(written.error)
    const output: z.infer<typeof noticeOutput> = {
      out: written.value,
      title: model.title,
      template,
      edition: model.edition,
      date: model.cutoff,
      profile,
      paragraphs: model.lines.length,
      findings,
    }
    const messages = [`通报已写入：${written.value}`, ...findings.map((finding) => finding.message)]
    return done(
      output,
      messages,
      findings.some((finding) => finding.severity === 'error'),
    )
  },
}

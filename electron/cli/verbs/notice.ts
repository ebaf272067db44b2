import type { z } from 'zod'
import { inOrder } from '../../../shared/domain/arrangement.ts'
import { EDITIONS } from '../../../shared/domain/records/notice-records.ts'
import { composeNotice } from '../../../shared/notice/compose.ts'
import { noticeFindings } from '../../../shared/notice/notice-findings.ts'
import { findTemplate, NOTICE_TEMPLATES } from '../../../shared/notice/templates.ts'
import { writeFileAtomically } from '../../files/atomic-write.ts'
import { dateOption } from '../arguments.ts'
import { noticeOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { done, misused, option, refused, type Verb } from '../verb.ts'

const PROFILES = ['word', 'preview'] as const

export const noticeVerb: Verb = {
  name: 'notice',
  usage: 'notice LEDGER --out X.docx [--template ID] [--edition ID] [--date YYYY-MM-DD] [--profile word|preview]',
  summary: 'composes the 通报 from the ledger and writes it as a Word document',
  positionals: 1,
  options: {
    out: { type: 'string' },
    template: { type: 'string' },
    edition: { type: 'string' },
    date: { type: 'string' },
    profile: { type: 'string' },
  },
  required: ['out'],
  output: noticeOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const out = option(given, 'out') ?? ''
    const templateId = option(given, 'template')
    const template = templateId === null ? null : findTemplate(templateId)
    if (templateId !== null && !template)
      return misused(`没有模板“${templateId}”，可用的有：${NOTICE_TEMPLATES.map((t) => t.id).join('、')}`)
    const editionId = option(given, 'edition')
    const edition = EDITIONS.find((known) => known === editionId)
    if (editionId !== null && !edition) return misused(`没有版本“${editionId}”，可用的有：${EDITIONS.join('、')}`)
    const profileId = option(given, 'profile') ?? 'word'
    const profile = PROFILES.find((known) => known === profileId)
    if (!profile) return misused(`没有版式“${profileId}”，可用的有：${PROFILES.join('、')}`)
    const date = dateOption(given)
    if (!date.ok) return misused(date.error)

    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const { ledger } = opened.value
    const [notice] = inOrder(ledger.records.notice)
    if (!notice) return refused({ type: 'package-foreign', entry: 'documents/notice' })
    const model = composeNotice(ledger, notice, {
      today: ports.clock.today(),
      ...(template ? { template } : {}),
      ...(edition ? { edition } : {}),
      ...(date.value === null ? {} : { date: date.value }),
    })
    // The Word library is loaded only when it is needed: it is most of the start-up time.
    const { renderNoticeDocx } = await import('../../../shared/documents/render/notice-docx.ts')
    const written = await writeFileAtomically(out, await renderNoticeDocx(model, { profile }))
    if (!written.ok) return refused(written.error)
    const findings = noticeFindings(model)
    const output: z.infer<typeof noticeOutput> = {
      out: written.value,
      title: model.title,
      template: template?.id ?? notice.template,
      edition: model.edition,
      date: model.cutoff,
      profile,
      paragraphs: model.lines.length,
      findings: [...findings],
    }
    const messages = [`通报已写入：${written.value}`, ...findings.map((finding) => finding.message)]
    return done(
      output,
      messages,
      findings.some((finding) => finding.severity === 'error'),
    )
  },
}

import type { z } from 'zod'
import { noticeDocument } from '../../../shared/documents/build-document.ts'
import { pagesOfLines } from '../../../shared/documents/pages/laid-page.ts'
import { TIMES_IN_WORD } from '../../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../../shared/documents/pages/lay-out-pages.ts'
import { COMPOSE_OPTIONS, openNotice } from '../composed-notice.ts'
import { pagesOutput } from '../contract.ts'
import { done, type Verb } from '../verb.ts'

export const pagesVerb: Verb = {
  name: 'pages',
  usage: 'pages LEDGER [--notice N] [--template ID] [--edition ID] [--date YYYY-MM-DD]',
  summary: 'lays the 通报 out on pages and tells how many there are and on which each heading stands',
  positionals: 1,
  options: COMPOSE_OPTIONS,
  required: [],
  output: pagesOutput,
  run: async (given, ports) => {
    const chosen = await openNotice(given, ports)
    if (!chosen.ok) return chosen.error
    const model = chosen.value.compose()
    const pages = layOutPages(noticeDocument(model), TIMES_IN_WORD)
    const numbers = pagesOfLines(pages)
    const output: z.infer<typeof pagesOutput> = {
      title: model.title,
      edition: model.edition,
      date: model.cutoff,
      pages: pages.length,
      headings: model.lines.flatMap((line, i) => {
        const page = numbers.get(i)
        if (line.kind === 'paragraph' || page === undefined) return []
        return [{ level: line.level, text: line.kind === 'run-in' ? line.heading : line.text, page }]
      }),
    }
    return done(output, [`全文共 ${pages.length} 页`])
  },
}

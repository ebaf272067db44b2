import { groupBy } from '../base/list.ts'
import type { Ledger } from '../domain/ledger.ts'
import type { NoticeBlock } from '../domain/records/record-kinds.ts'
import { isRemaining } from '../domain/status.ts'
import type { NoticeTemplate } from './templates.ts'

/** What of a block printing needs; blocks that a template adds have no id. */
export type PrintBlock = Pick<NoticeBlock, 'part' | 'form' | 'mark' | 'heading' | 'text' | 'status'> & {
  readonly id: string | null
}

/**
 * A notice's blocks in the order of another template. Parts the template does not name stand before the outlook; headings over the
 * problems and the remaining items are the template's own where it has them.
 */
export const arrangeFor = (template: NoticeTemplate, blocks: readonly PrintBlock[], ledger: Ledger): readonly PrintBlock[] => {
  const byPart = groupBy(blocks, (block) => block.part)
  const named = new Set([...template.parts.map(({ part }) => part), 'head'])
  const unnamed = [...byPart.keys()]
    .filter((part) => !named.has(part) && part !== 'remaining')
    .map((part) => ({ part, section: null }))
  const outlook = template.parts.findIndex(({ part }) => part === 'outlook')
  const head = { part: 'head', section: null } as const
  const parts = [head, ...template.parts.slice(0, outlook), ...unnamed, ...template.parts.slice(outlook)]
  return parts.flatMap(({ part, section }) => {
    if (part === 'problems') return problemsPart(section)
    if (part === 'remaining') return remainingPart(template, section, ledger)
    const own = byPart.get(part) ?? []
    const needsHeading = section !== null && own.length > 0 && !own.some((block) => block.form === 'section')
    return needsHeading ? [sectionOf(part, section), ...own] : own
  })
}

const block = (fields: Partial<PrintBlock> & Pick<PrintBlock, 'part' | 'form'>): PrintBlock => ({
  id: null,
  mark: null,
  heading: '',
  text: '',
  status: 'unstated',
  ...fields,
})

const sectionOf = (part: PrintBlock['part'], heading: string): PrintBlock =>
  block({ part, form: 'section', mark: 'cjk-dun', heading })

const problemsPart = (section: string | null): readonly PrintBlock[] => {
  const problems = block({ part: 'problems', form: 'problems' })
  return section === null ? [problems] : [sectionOf('problems', section), problems]
}

const remainingPart = (template: NoticeTemplate, section: string | null, ledger: Ledger): readonly PrintBlock[] => {
  if (!ledger.problems.some((file) => isRemaining(file.problem.status))) return []
  const groups = template.remainingGroups.flatMap(({ status, heading }) => [
    block({ part: 'remaining', form: 'heading', mark: 'cjk-paren', heading }),
    block({ part: 'remaining', form: 'remaining', mark: 'arabic-dot', status }),
  ])
  return section === null ? groups : [sectionOf('remaining', section), ...groups]
}

import { groupBy } from '../base/list.ts'
import type { Ledger } from '../domain/ledger.ts'
import type { NoticeBlock } from '../domain/records/record-kinds.ts'
import { isRemaining } from '../domain/status.ts'
import type { NoticeTemplate } from './templates.ts'

/** What of a block printing needs; blocks that a template adds have no id. */
export type PrintBlock = Pick<NoticeBlock, 'part' | 'form' | 'level' | 'heading' | 'text' | 'status'> & {
  readonly id: string | null
}

/**
 * A notice's blocks in the order of another template. Parts the template does not name stand before the outlook; headings over the
 * problems and the remaining items are the template's own where it has them.
 */
export const arrangeFor = (template: NoticeTemplate, blocks: readonly PrintBlock[], ledger: Ledger): readonly PrintBlock[] => {
  const byPart = groupBy(blocks, (block) => block.part)
  const named = new Set(template.parts.map(({ part }) => part))
  const unnamed = [...byPart.keys()]
    .filter((part) => !named.has(part) && part !== 'remaining')
    .map((part) => ({ part, section: null }))
  const outlook = template.parts.findIndex(({ part }) => part === 'outlook')
  const parts = [...template.parts.slice(0, outlook), ...unnamed, ...template.parts.slice(outlook)]
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
  level: null,
  heading: '',
  text: '',
  status: 'unstated',
  ...fields,
})

const sectionOf = (part: PrintBlock['part'], heading: string): PrintBlock => block({ part, form: 'section', level: 1, heading })

const problemsPart = (section: string | null): readonly PrintBlock[] => {
  const problems = block({ part: 'problems', form: 'problems', level: section === null ? 0 : 1 })
  return section === null ? [problems] : [sectionOf('problems', section), problems]
}

const remainingPart = (template: NoticeTemplate, section: string | null, ledger: Ledger): readonly PrintBlock[] => {
  if (!ledger.problems.some((file) => isRemaining(file.problem.status))) return []
  const base = section === null ? 0 : 1
  const groups = template.remainingGroups.flatMap(({ status, heading }) => [
    block({ part: 'remaining', form: 'heading', level: base + 1, heading }),
    block({ part: 'remaining', form: 'remaining', level: base + 2, status }),
  ])
  return section === null ? groups : [sectionOf('remaining', section), ...groups]
}

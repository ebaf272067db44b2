import { groupBy } from '../../base/list.ts'
import type { Ledger } from '../ledger.ts'
import type { Edition } from '../records/notice-records.ts'
import { type BlockDraft, blockDraft, defaultBlocks, remainingBlocks, sectionBlock } from './default-blocks.ts'
import type { NoticeTemplate } from './notice-template.ts'

/** What of a block printing needs; blocks that a template adds have no id. */
export type PrintBlock = BlockDraft & {
  readonly id: string | null
  /** Its text is what the registers say, not what the block holds. */
  readonly isGenerated?: boolean
}

/** The text of a document that nobody has written yet: the template's own. */
export const templateBlocks = (template: NoticeTemplate, ledger: Ledger, edition: Edition): readonly PrintBlock[] =>
  defaultBlocks(template, ledger, edition).map(added)

/**
 * A notice's blocks in the order of another template. Parts the template does not name stand before the outlook; headings over the
 * problems and the remaining items are the template's own where it has them; without anything left to do those go.
 */
export const arrangeFor = (
  template: NoticeTemplate,
  blocks: readonly PrintBlock[],
  hasRemaining: boolean,
): readonly PrintBlock[] => {
  const byPart = groupBy(blocks, (block) => block.part)
  const named = new Set([...template.parts.map(({ part }) => part), 'head'])
  const unnamed = [...byPart.keys()]
    .filter((part) => !named.has(part) && part !== 'remaining')
    .map((part) => ({ part, section: null }))
  const at = template.parts.findIndex(({ part }) => part === 'outlook')
  const outlook = at === -1 ? template.parts.length : at
  const head = { part: 'head', section: null } as const
  const parts = [head, ...template.parts.slice(0, outlook), ...unnamed, ...template.parts.slice(outlook)]
  return parts.flatMap(({ part, section }) => {
    if (part === 'problems') return problemsPart(section)
    if (part === 'remaining') return hasRemaining ? remainingPart(template, section) : []
    const own = byPart.get(part) ?? []
    const needsHeading = section !== null && own.length > 0 && !own.some((block) => block.form === 'section')
    return needsHeading ? [added(sectionBlock(part, section)), ...own] : own
  })
}

const added = (block: BlockDraft): PrintBlock => ({ id: null, ...block })

const problemsPart = (section: string | null): readonly PrintBlock[] => {
  const problems = blockDraft({ part: 'problems', form: 'problems' })
  return (section === null ? [problems] : [sectionBlock('problems', section), problems]).map(added)
}

const remainingPart = (template: NoticeTemplate, section: string | null): readonly PrintBlock[] => {
  const groups = remainingBlocks(template)
  return (section === null ? groups : [sectionBlock('remaining', section), ...groups]).map(added)
}

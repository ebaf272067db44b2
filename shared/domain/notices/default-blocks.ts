import type { Ledger } from '../ledger.ts'
import type { Edition, NoticePart } from '../records/notice-records.ts'
import type { NoticeBlock } from '../records/record-kinds.ts'
import type { NoticeTemplate, TemplatePart } from './notice-template.ts'
import { fillStandard, inspectionFacts } from './standard-text.ts'

/** A block before it has an id, a notice and a place. */
export type BlockDraft = Pick<NoticeBlock, 'part' | 'form' | 'mark' | 'heading' | 'text' | 'status'>

export const blockDraft = (fields: Partial<BlockDraft> & Pick<BlockDraft, 'part' | 'form'>): BlockDraft => ({
  mark: null,
  heading: '',
  text: '',
  status: 'unstated',
  ...fields,
})

/** The numbered heading a part stands under. */
export const sectionBlock = (part: NoticePart, heading: string): BlockDraft =>
  blockDraft({ part, form: 'section', mark: 'cjk-dun', heading })

/** The blocks of what is left to do, group by group. */
export const remainingBlocks = (template: NoticeTemplate): readonly BlockDraft[] =>
  template.remainingGroups.flatMap(({ status, heading }) => [
    blockDraft({ part: 'remaining', form: 'heading', mark: 'cjk-paren', heading }),
    blockDraft({ part: 'remaining', form: 'remaining', mark: 'arabic-dot', status }),
  ])

type Frame = Pick<Ledger, 'ledger' | 'inspection'>

/**
 * The text of a new document of this template: standard paragraphs in the words of the inspection, statistics that are written from the
 * registers each time, and the places where problems stand. Parts that only the registers can fill are printed as soon as they hold
 * anything.
 */
export const defaultBlocks = (
  template: NoticeTemplate,
  ledger: Frame,
  edition: Edition = template.edition,
): readonly BlockDraft[] => template.parts.flatMap((part) => partBlocks(template, part, ledger, edition))

/** What a new document of this template is called. */
export const titleFor = (template: NoticeTemplate, ledger: Frame): string => {
  const facts = inspectionFacts(ledger)
  return fillStandard(template.titleWords, { ...facts, team: ledger.inspection.team ?? facts['xun'] ?? null })
}

const partBlocks = (
  template: NoticeTemplate,
  { part, section }: TemplatePart,
  ledger: Frame,
  edition: Edition,
): readonly BlockDraft[] => {
  // 附注 of a public text says that it may be published.
  if (part === 'annotation' && template.genre === 'notice' && edition !== 'public') return []
  const standard = fillStandard(template.standard[part] ?? '', inspectionFacts(ledger))
  const own = [
    ...(standard === '' ? [] : [blockDraft({ part, form: 'paragraph', text: standard })]),
    ...generated(template, part),
  ]
  return own.length > 0 && section !== null ? [sectionBlock(part, section), ...own] : own
}

const generated = (template: NoticeTemplate, part: NoticePart): readonly BlockDraft[] => {
  if (part === 'problems') return [blockDraft({ part, form: 'problems' })]
  if (part === 'remaining') return remainingBlocks(template)
  // A plan is written before there is anything to count.
  const isCounted = template.genre !== 'plan' && (part === 'statistics' || part === 'arrangement')
  return isCounted ? [blockDraft({ part, form: 'register' })] : []
}

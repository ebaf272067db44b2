import { orderKeys } from '../../base/order.ts'
import type { Ids } from '../../base/ports.ts'
import { arrangeFor, type PrintBlock } from '../notices/arrange-blocks.ts'
import type { NoticeTemplate } from '../notices/notice-template.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { type NoticeBlock, recordOf } from '../records/record-kinds.ts'

/**
 * What puts the blocks of a notice (in order) into the order of a template: headings and places become the template's, words of a person
 * stay in their part. Only what held no words goes.
 */
export const fittedBlocks = (
  template: NoticeTemplate,
  noticeId: string,
  stored: readonly NoticeBlock[],
  ids: Ids,
): readonly RecordEdit[] => {
  const unused = new Map(stored.map((block) => [block.id, block]))
  const wanted = arrangeFor(template, stored, true).map((block): Placed => {
    const own = block.id === null ? standIn(block, [...unused.values()]) : unused.get(block.id)
    if (own) unused.delete(own.id)
    return { block, own: own ?? null }
  })
  const [kept, gone] = [[...unused.values()].filter(hasWords), [...unused.values()].filter((block) => !hasWords(block))]
  const row = kept.reduce<readonly Placed[]>((placed, block) => withBlock(placed, block), wanted)
  const places = orderKeys(row.length)
  return [
    ...row.flatMap(({ block, own }, i): readonly RecordEdit[] => {
      const fields = { ...block, order: places[i] ?? 'a0', id: own?.id ?? ids.id(), noticeId }
      if (!own) return [{ type: 'create', tagged: tag('noticeBlock', recordOf('noticeBlock', fields)) }]
      const { order, heading, mark } = fields
      const isSame = own.order === order && own.heading === heading && own.mark === mark
      return isSame ? [] : [{ type: 'change', kind: 'noticeBlock', id: own.id, fields: { order, heading, mark } }]
    }),
    ...gone.map(({ id }): RecordEdit => ({ type: 'remove', kind: 'noticeBlock', id })),
  ]
}

interface Placed {
  readonly block: PrintBlock
  readonly own: NoticeBlock | null
}

/** A block of the notice that can hold the place of one the template adds. */
const standIn = (block: PrintBlock, left: readonly NoticeBlock[]): NoticeBlock | undefined =>
  left.find(({ part, form, status }) => part === block.part && form === block.form && status === block.status)

const hasWords = ({ form, text }: NoticeBlock): boolean => text !== '' && (form === 'paragraph' || form === 'run-in')

/** Words the arrangement has no place for, behind the heading of their part; at the end where the part is gone. */
const withBlock = (row: readonly Placed[], own: NoticeBlock): readonly Placed[] => {
  const first = row.findIndex(({ block }) => block.part === own.part)
  const at = first === -1 ? row.length : row[first]?.block.form === 'section' ? first + 1 : first
  return [...row.slice(0, at), { block: own, own }, ...row.slice(at)]
}

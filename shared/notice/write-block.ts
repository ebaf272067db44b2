import type { Ledger } from '../domain/ledger.ts'
import type { PrintBlock } from '../domain/notices/arrange-blocks.ts'
import type { LevelNumbering } from '../domain/numbering.ts'
import type { About } from './model.ts'
import { headingText, type Wording } from './wording.ts'
import { composed, keptIn, type Words } from './words.ts'
import { writeBranch } from './write-problem.ts'
import { writeRemaining } from './write-remaining.ts'
import type { Writer } from './writer.ts'

/** Writes what a block says itself, or the problems it stands for; 版头 and 附注 stand outside the text and are not written here. */
export const writeBlock = (writer: Writer, block: PrintBlock, ledger: Ledger, wording: Wording): void => {
  const about = blockAbout(block)
  const level: LevelNumbering = { style: block.mark ?? 'cjk-dun', continuous: false }
  if (block.part === 'annotation' || block.part === 'head' || block.form === 'register') return
  const heading = () => blockWords(block, 'heading')
  const text = () => blockWords(block, 'text')
  switch (block.form) {
    case 'section':
    case 'heading':
      writer.heading(level, headingText(block.heading), about, heading)
      break
    case 'run-in':
      writer.runIn(level, block.heading, block.text, about, { heading, text })
      break
    case 'paragraph':
      writer.paragraphs(block.text, about, text)
      break
    case 'problems':
      writeBranch(writer, ledger.outline, 1, wording)
      break
    case 'remaining':
      writeRemaining(writer, ledger, block.status, block.mark === null ? null : level, wording)
  }
}

export const blockAbout = (block: PrintBlock): About => (block.id === null ? {} : { blockId: block.id })

/** What a template adds, and what the registers say, is composed; all else stands in the block. */
export const blockWords = (block: PrintBlock, field: 'heading' | 'text'): Words =>
  block.id === null || (block.isGenerated === true && field === 'text')
    ? composed(block[field])
    : keptIn(block[field], { kind: 'noticeBlock', id: block.id, field, isLine: field === 'heading' })

import { Plugin } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'

/** Marks a transaction of ours that changes lines: by a person's hand, or because the ledger has changed. */
export const BY_HAND = 'sheet-by-hand'
export const FROM_LEDGER = 'sheet-from-ledger'

/**
 * Nothing but words inside a field is changed by what the browser does on its own: whatever would tear a field, a composed stretch or a
 * line apart is not let through ([Note: The sheet]).
 */
export const guardPlugin = (): Plugin =>
  new Plugin({
    filterTransaction: (tr) => {
      if (!tr.docChanged || tr.getMeta(BY_HAND) === true || tr.getMeta(FROM_LEDGER) === true) return true
      return tr.steps.every((step, i) => {
        const doc = tr.docs[i]
        if (!(step instanceof ReplaceStep) || !doc) return false
        const [from, to] = [doc.resolve(step.from), doc.resolve(step.to)]
        const isInside = from.parent.type.name === 'field' && from.sameParent(to)
        const { openStart, openEnd, content } = step.slice
        let isWords = openStart === 0 && openEnd === 0
        content.forEach((node) => {
          if (!node.isInline) isWords = false
        })
        return isInside && isWords
      })
    },
  })

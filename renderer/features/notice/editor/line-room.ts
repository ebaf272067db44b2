import type { Node } from 'prosemirror-model'
import { guessedRows, type LineWindow } from './line-window.ts'

const LINE_EM = 1.81

/**
 * The room that is left above and below the editor for the lines that are not in it ([Note: Lines near the window]): as high as a line was
 * when it was last seen, else as high as it is guessed to be.
 */
export class LineRoom {
  readonly #above = document.createElement('div')
  readonly #below = document.createElement('div')
  #heights = new WeakMap<Node, number>()
  #type: number
  /** In another size of type every line has another height. */
  readonly #resizing = new ResizeObserver(() => {
    if (this.#em() === this.#type) return
    this.#type = this.#em()
    this.#heights = new WeakMap()
    this.onOtherType()
  })

  /** Puts `middle`, where the editor stands, into `place` between the two rooms; `onOtherType` is to leave the room anew. */
  constructor(
    readonly place: HTMLElement,
    middle: HTMLElement,
    readonly onOtherType: () => void,
  ) {
    place.append(this.#above, middle, this.#below)
    this.#type = this.#em()
    this.#resizing.observe(place)
  }

  destroy(): void {
    this.#resizing.disconnect()
  }

  /** Leaves room for the lines that are not in the editor. */
  leave(whole: Node, window: LineWindow): void {
    const em = this.#em()
    let [above, below] = [0, 0]
    whole.forEach((line, _pos, i) => {
      if (i < window.from) above += this.#heightOf(line, em)
      else if (i >= window.to) below += this.#heightOf(line, em)
    })
    this.#above.style.height = `${above}px`
    this.#below.style.height = `${below}px`
  }

  /** Keeps how high the lines in the editor are, for when they have left it; `elements` are what they are drawn as. */
  remember(doc: Node, elements: HTMLCollection): void {
    doc.forEach((line, _pos, i) => {
      const element = elements[i]
      if (element instanceof HTMLElement) this.#heights.set(line, element.offsetHeight)
    })
  }

  /** The line that ought to be at `top` of the screen, by the heights that are known or guessed. */
  lineAt(top: number, whole: Node): number {
    const em = this.#em()
    let left = top - this.#above.getBoundingClientRect().top
    for (let i = 0; i < whole.childCount; i += 1) {
      left -= this.#heightOf(whole.child(i), em)
      if (left <= 0) return i
    }
    return whole.childCount - 1
  }

  #em(): number {
    return Number.parseFloat(getComputedStyle(this.place).fontSize)
  }

  #heightOf(line: Node, em: number): number {
    return this.#heights.get(line) ?? guessedRows(line) * LINE_EM * em
  }
}

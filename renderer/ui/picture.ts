import type { Refusal } from '../../shared/base/refusal.ts'
import { err, type Result } from '../../shared/base/result.ts'
import type { ChartTokens } from './chart-tokens.ts'

/** A part of a picture: `canvas` is `scale` times finer than `width` × `height` say. */
export interface PicturePart {
  readonly title: string
  readonly canvas: HTMLCanvasElement
  readonly width: number
  readonly height: number
}

export interface PictureModel {
  readonly title: string
  readonly note: string
  /** Numbers in a row under the title. */
  readonly cards: readonly { readonly label: string; readonly value: string }[]
  /** Rows of parts side by side. */
  readonly rows: readonly (readonly PicturePart[])[]
}

const GAP = 16
const TITLE = 26
const CARDS = 58

/** One picture of everything, with its title and date: what is pasted elsewhere must say what it is. */
export const composePicture = (model: PictureModel, tokens: ChartTokens, scale: number): HTMLCanvasElement => {
  const rowWidth = (row: readonly PicturePart[]) => row.reduce((sum, part) => sum + part.width + GAP, GAP)
  const rowHeight = (row: readonly PicturePart[]) => Math.max(0, ...row.map((part) => part.height)) + TITLE + GAP
  const width = Math.max(480, ...model.rows.map(rowWidth))
  const head = GAP + 30 + 22 + (model.cards.length > 0 ? CARDS + GAP : 0)
  const height = model.rows.reduce((sum, row) => sum + rowHeight(row), head) + GAP
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  pen.scale(scale, scale)
  pen.fillStyle = tokens.paper
  pen.fillRect(0, 0, width, height)
  const write = (text: string, x: number, y: number, size: number, colour: string, weight = 400) => {
    pen.fillStyle = colour
    pen.font = `${weight} ${size}px ${tokens.font}`
    pen.fillText(text, x, y)
  }
  pen.textBaseline = 'top'
  write(model.title, GAP, GAP, 18, tokens.ink, 600)
  write(model.note, GAP, GAP + 28, 13, tokens.grey)
  const cardWidth = (width - GAP) / Math.max(1, model.cards.length)
  model.cards.forEach(({ label, value }, i) => {
    const x = GAP + i * cardWidth
    pen.strokeStyle = tokens.line
    pen.strokeRect(x + 0.5, GAP + 52.5, cardWidth - GAP / 2, CARDS)
    write(label, x + 8, GAP + 60, 12, tokens.grey)
    write(value, x + 8, GAP + 80, 18, tokens.ink, 600)
  })
  let y = head
  for (const row of model.rows) {
    let x = GAP
    for (const part of row) {
      write(part.title, x, y + 4, 14, tokens.ink, 600)
      pen.drawImage(part.canvas, x, y + TITLE, part.width, part.height)
      x += part.width + GAP
    }
    y += rowHeight(row)
  }
  return canvas
}

/** The picture as PNG, handed to `write`. */
export const pictureTo = async (
  canvas: HTMLCanvasElement,
  write: (png: Uint8Array) => Promise<Result<unknown, Refusal>>,
): Promise<Result<unknown, Refusal>> => {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) return err({ type: 'program-fault', reason: '图片太大，画不出来' })
  return write(new Uint8Array(await blob.arrayBuffer()))
}

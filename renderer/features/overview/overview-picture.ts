import type { Overview, ShownDay } from '../../data/figures-host.ts'
import { CARD_WORDS, GROUP_WORDS, OVERVIEW_WORDS } from '../../messages/overview.ts'
import { drawChart, PICTURE_SCALE } from '../../ui/chart.tsx'
import type { ChartTokens } from '../../ui/chart-tokens.ts'
import { composePicture, type PicturePart } from '../../ui/picture.ts'
import { dayLabel, leadingDays } from './calendar-panel.tsx'
import { burnUpOption, groupsOption, statusOption } from './chart-options.ts'
import { groupsHeight, shownGroups, statusParts, topGroups } from './chart-panels.tsx'
import { CARD_FIGURES } from './figure-cards.tsx'
import type { Grouping } from './groups.ts'

export const PICTURES = ['status', 'groups', 'burnUp', 'calendar'] as const
export type PictureName = (typeof PICTURES)[number]

const HEIGHT = 300

/** One part of 总览 as a picture of its own; its size does not depend on the window. */
const partOf = (name: PictureName, overview: Overview, by: Grouping, tokens: ChartTokens): PicturePart => {
  const part = (width: number, height: number, draw: (width: number, height: number) => HTMLCanvasElement): PicturePart => ({
    title: OVERVIEW_WORDS[name],
    canvas: draw(width, height),
    width,
    height,
  })
  switch (name) {
    case 'status': {
      const total = overview.figures.find(({ id }) => id === 'problems.total')
      return part(440, HEIGHT, (w, h) => drawChart(statusOption(statusParts(overview), total, tokens), w, h))
    }
    case 'groups': {
      const shown = shownGroups(overview, by)
      const top = topGroups(shown.groups)
      const drawn = part(720, Math.max(HEIGHT, groupsHeight(top.length)), (w, h) => drawChart(groupsOption(top, tokens), w, h))
      return { ...drawn, title: `${drawn.title} · ${GROUP_WORDS[shown.by]}` }
    }
    case 'burnUp':
      return part(640, HEIGHT, (w, h) => drawChart(burnUpOption(overview.weeks, overview.cutoff, tokens), w, h))
    case 'calendar':
      return part(520, HEIGHT, (w, h) => drawCalendar(overview.days, w, h, tokens))
  }
}

const noteOf = ({ cutoff }: Overview): string => `${OVERVIEW_WORDS.cutoff} ${cutoff}`

export const onePicture = (name: PictureName, overview: Overview, by: Grouping, tokens: ChartTokens): HTMLCanvasElement =>
  composePicture(
    { title: overview.title, note: noteOf(overview), cards: [], rows: [[partOf(name, overview, by, tokens)]] },
    tokens,
    PICTURE_SCALE,
  )

export const wholePicture = (overview: Overview, by: Grouping, tokens: ChartTokens): HTMLCanvasElement => {
  const part = (name: PictureName) => partOf(name, overview, by, tokens)
  const cards = CARD_FIGURES.flatMap((id) => overview.figures.find((figure) => figure.id === id) ?? [])
  return composePicture(
    {
      title: overview.title,
      note: noteOf(overview),
      cards: cards.map(({ id, label, value, unit }) => ({ label: CARD_WORDS[id] ?? label, value: `${value}${unit}` })),
      rows: [
        [part('status'), part('groups')],
        [part('burnUp'), part('calendar')],
      ],
    },
    tokens,
    PICTURE_SCALE,
  )
}

const drawCalendar = (days: readonly ShownDay[], width: number, height: number, tokens: ChartTokens): HTMLCanvasElement => {
  const canvas = document.createElement('canvas')
  canvas.width = width * PICTURE_SCALE
  canvas.height = height * PICTURE_SCALE
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  pen.scale(PICTURE_SCALE, PICTURE_SCALE)
  pen.textBaseline = 'top'
  const leading = leadingDays(days)
  const cell = { width: width / 7, height: (height - 24) / Math.ceil((leading + days.length) / 7) }
  const write = (text: string, x: number, y: number, font: string, colour: string) => {
    pen.font = `${font} ${tokens.font}`
    pen.fillStyle = colour
    pen.fillText(text, x, y)
  }
  OVERVIEW_WORDS.weekdays.forEach((weekday, i) => {
    write(weekday, i * cell.width + 6, 4, '12px', tokens.grey)
  })
  pen.strokeStyle = tokens.line
  days.forEach(({ on, due }, i) => {
    const x = ((leading + i) % 7) * cell.width
    const y = 24 + Math.floor((leading + i) / 7) * cell.height
    pen.strokeRect(x + 0.5, y + 0.5, cell.width - 2, cell.height - 2)
    write(dayLabel(on), x + 6, y + 5, '11px', tokens.grey)
    if (due.count > 0) write(due.value, x + cell.width / 2, y + cell.height / 2 - 8, '600 16px', tokens.red)
  })
  return canvas
}

import { decimalOf, percentOf } from '../../../shared/base/decimal.ts'
import type { ShownFigure, ShownWeek } from '../../data/figures-host.ts'
import { OVERVIEW_WORDS, PART_WORDS } from '../../messages/overview.ts'
import type { ChartOption } from '../../ui/chart.tsx'
import type { ChartTokens } from '../../ui/chart-tokens.ts'
import { type Group, STACKED } from './groups.ts'

/** One part of the ring: a status and its figure. */
export interface StatusPart {
  readonly name: string
  readonly figure: ShownFigure
  readonly colour: (tokens: ChartTokens) => string
  readonly opacity: number
}

interface Datum {
  readonly key?: string
  readonly tip?: string
}

/** Tooltips are drawn on the canvas and do not break lines by themselves. */
const tipOf = ({ label, value, unit, formula }: ShownFigure): string =>
  [`${label} ${value}${unit}`, ...(`${OVERVIEW_WORDS.formula}：${formula}`.match(/.{1,26}/gsu) ?? [])].join('\n')

const frame = (tokens: ChartTokens): ChartOption => ({
  textStyle: { fontFamily: tokens.font, color: tokens.ink, fontSize: 12 },
  tooltip: {
    renderMode: 'richText',
    confine: true,
    backgroundColor: tokens.paper,
    borderColor: tokens.line,
    textStyle: { color: tokens.ink, fontSize: 12 },
    formatter: ({ data }: { readonly data: Datum }) => data.tip ?? '',
  },
})

const legend = (tokens: ChartTokens) => ({ itemWidth: 12, itemHeight: 10, textStyle: { color: tokens.ink } })

const datum = (figure: ShownFigure) => ({ value: Number(figure.value), key: figure.ref, tip: tipOf(figure) })

/** The share as every other place of the program rounds it: the chart's own makes the shares add up to 100. */
const shareLabel =
  (whole: number) =>
  ({ name, value }: { readonly name: string; readonly value: unknown }): string => {
    const share = percentOf(decimalOf(Number(value)), decimalOf(whole), 2)
    return share === null ? `${name} ${value}` : `${name} ${value}\n${share}%`
  }

export const statusOption = (parts: readonly StatusPart[], total: ShownFigure | undefined, tokens: ChartTokens): ChartOption => ({
  ...frame(tokens),
  title: {
    text: total?.value ?? '0',
    subtext: OVERVIEW_WORDS.centre,
    left: 'center',
    top: '42%',
    textStyle: { color: tokens.ink, fontSize: 24 },
    subtextStyle: { color: tokens.grey, fontSize: 12 },
  },
  series: [
    {
      type: 'pie',
      radius: ['44%', '64%'],
      center: ['50%', '50%'],
      minAngle: 4,
      label: { color: tokens.ink, opacity: 1, formatter: shareLabel(total?.count ?? 0) },
      labelLine: { length: 8, length2: 8 },
      data: parts
        .filter(({ figure }) => figure.count > 0)
        .map(({ name, figure, colour, opacity }) => ({
          name,
          ...datum(figure),
          itemStyle: { color: colour(tokens), opacity, borderColor: tokens.paper, borderWidth: 1 },
        })),
    },
  ],
})

const PART_COLOURS: Readonly<Record<(typeof STACKED)[number], (tokens: ChartTokens) => { color: string; opacity: number }>> = {
  done: ({ green }) => ({ color: green, opacity: 0.9 }),
  basicallyDone: ({ amber }) => ({ color: amber, opacity: 0.75 }),
  open: ({ blue }) => ({ color: blue, opacity: 0.85 }),
  unstated: ({ grey }) => ({ color: grey, opacity: 0.45 }),
}

/** The first group stands on top. */
export const groupsOption = (groups: readonly Group[], tokens: ChartTokens): ChartOption => ({
  ...frame(tokens),
  legend: { ...legend(tokens), top: 0 },
  grid: { left: 8, right: 64, top: 28, bottom: 8, containLabel: true },
  xAxis: { type: 'value', minInterval: 1, axisLabel: { color: tokens.grey }, splitLine: { lineStyle: { color: tokens.line } } },
  yAxis: {
    type: 'category',
    inverse: true,
    data: groups.map(({ name }) => name),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: tokens.line } },
    axisLabel: { color: tokens.ink, width: 168, overflow: 'truncate', interval: 0 },
  },
  series: STACKED.map((part, i) => ({
    type: 'bar',
    name: PART_WORDS[part],
    stack: 'status',
    barMaxWidth: 16,
    itemStyle: PART_COLOURS[part](tokens),
    data: groups.map((group) => {
      const figure = group.parts[part]
      return figure === undefined ? { value: 0 } : datum(figure)
    }),
    ...(i === STACKED.length - 1
      ? {
          label: {
            show: true,
            position: 'right',
            color: tokens.grey,
            opacity: 1,
            formatter: ({ dataIndex }: { readonly dataIndex: number }) => endLabel(groups[dataIndex]),
          },
        }
      : {}),
  })),
})

const endLabel = (group: Group | undefined): string => {
  const rate = group?.parts.doneRate
  return rate === undefined ? '' : `${rate.value}%`
}

/** The words stand on the side of the line where there is room. */
const sideOf = (weeks: readonly ShownWeek[], cutoff: string): 'left' | 'right' =>
  weeks.findIndex(({ on }) => on === cutoff) * 2 > weeks.length ? 'right' : 'left'

export const burnUpOption = (weeks: readonly ShownWeek[], cutoff: string, tokens: ChartTokens): ChartOption => ({
  ...frame(tokens),
  legend: { ...legend(tokens), top: 0, left: 0 },
  grid: { left: 8, right: 20, top: 44, bottom: 4, containLabel: true },
  xAxis: {
    type: 'time',
    axisLabel: { color: tokens.grey, hideOverlap: true, formatter: '{yyyy}-{MM}' },
    axisLine: { lineStyle: { color: tokens.line } },
  },
  yAxis: { type: 'value', minInterval: 1, axisLabel: { color: tokens.grey }, splitLine: { lineStyle: { color: tokens.line } } },
  series: [
    {
      type: 'line',
      name: OVERVIEW_WORDS.planned,
      step: 'end',
      symbol: 'circle',
      symbolSize: 4,
      lineStyle: { color: tokens.grey, type: 'dashed', width: 2 },
      itemStyle: { color: tokens.grey },
      data: weeks.map(({ on, planned }) => ({ ...datum(planned), value: [on, Number(planned.value)] })),
      markLine: {
        symbol: 'none',
        silent: true,
        lineStyle: { color: tokens.red, type: 'solid' },
        label: {
          color: tokens.red,
          formatter: `${OVERVIEW_WORDS.cutoff} ${cutoff}`,
          position: 'end',
          distance: 4,
          align: sideOf(weeks, cutoff),
        },
        data: [{ xAxis: cutoff }],
      },
    },
    {
      type: 'line',
      name: OVERVIEW_WORDS.done,
      symbol: 'circle',
      symbolSize: 5,
      lineStyle: { color: tokens.green, width: 3 },
      itemStyle: { color: tokens.green },
      areaStyle: { color: tokens.green, opacity: 0.12 },
      data: weeks.flatMap(({ on, done }) => (done === null ? [] : [{ ...datum(done), value: [on, Number(done.value)] }])),
    },
  ],
})

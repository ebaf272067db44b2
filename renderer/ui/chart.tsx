import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, getInstanceByDom, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([
  BarChart,
  LineChart,
  PieChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
])

export type ChartOption = EChartsCoreOption

interface ChartProps {
  readonly option: ChartOption
  /** What the chart shows, in a sentence with its numbers: for those who do not see it. */
  readonly description: string
  readonly height: number
  /** A part was clicked whose datum carries `key`. */
  readonly onPick: (key: string) => void
}

/** A chart. Keys reach its numbers through the table that stands for it. */
export const Chart = ({ option, description, height, onPick }: ChartProps) => {
  const element = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  useEffect(() => {
    const holder = element.current
    if (!holder) return undefined
    // Each chart in a turn of its own: several at once would hold up a key that is pressed meanwhile.
    const timer = setTimeout(() => draw(holder, option, (key) => pick.current(key)))
    return () => clearTimeout(timer)
  }, [option])
  useEffect(() => {
    const holder = element.current
    if (!holder) return undefined
    const sizes = new ResizeObserver(() => getInstanceByDom(holder)?.resize())
    sizes.observe(holder)
    return () => {
      sizes.disconnect()
      getInstanceByDom(holder)?.dispose()
    }
  }, [])
  return <div ref={element} className="chart" role="img" aria-label={description} style={{ height }} />
}

const draw = (holder: HTMLElement, option: ChartOption, onPick: (key: string) => void): void => {
  const standing = getInstanceByDom(holder)
  const chart = standing ?? init(holder, null, { renderer: 'canvas' })
  if (!standing)
    chart.on('click', ({ data }) => {
      const key = (data as { readonly key?: unknown } | undefined)?.key
      if (typeof key === 'string') onPick(key)
    })
  chart.setOption({ animation: false, ...option }, { notMerge: true })
}

/** The same chart as a picture of its own, twice as fine as it is large. */
export const drawChart = (option: ChartOption, width: number, height: number): HTMLCanvasElement => {
  const chart = init(document.createElement('div'), null, { renderer: 'canvas', width, height, devicePixelRatio: PICTURE_SCALE })
  chart.setOption({ animation: false, ...option })
  const canvas = chart.renderToCanvas({ pixelRatio: PICTURE_SCALE })
  chart.dispose()
  return canvas
}

export const PICTURE_SCALE = 2

import { tokens } from '@fluentui/react-components'
import type { KmsRequests, KmsThreshold } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { Cell, DataTable } from '../../../components/DataTable.tsx'
import { timeText } from '../../../format/time.ts'
import { requests as words } from '../../../strings/kms-hosts/requests.ts'
import { axisTime } from './axis-time.ts'
import { LineChart } from './fluent-charts.ts'
import { growthPoints, growthTitle } from './growth.ts'
import { PlotFrame, type PlotSize } from './PlotFrame.tsx'

interface Props {
  readonly count: number
  readonly threshold: KmsThreshold
  readonly requests: KmsRequests
}

/** How the number of computers has grown, the threshold, and when it is expected. */
export const GrowthPlot = ({ count, threshold, requests }: Props) => {
  const { forecast, needed } = threshold
  const points = growthPoints(requests.clients, requests.from)
  const last = points.at(-1)?.computers ?? 0
  const lastAt = points.at(-1)?.at ?? new Date(requests.to)
  const end = forecast.outcome === 'expected' ? new Date(forecast.at) : lastAt
  const begin = points[0]?.at ?? new Date(requests.from)
  const span = end.getTime() - begin.getTime()
  const title = growthTitle(count, threshold, lastAt)
  const line = (
    legend: string,
    data: readonly { readonly x: Date; readonly y: number }[],
    color: string,
    dash: string,
  ) => ({
    legend,
    color,
    data: [...data],
    hideNonActiveDots: true,
    lineOptions: { strokeWidth: 3, ...(dash === '' ? {} : { strokeDasharray: dash }) },
  })
  const lines = [
    line(
      words.seen,
      points.map(({ at, computers }) => ({ x: at, y: computers })),
      tokens.colorBrandForeground1,
      '',
    ),
    line(
      words.threshold(needed, threshold.of),
      [
        { x: begin, y: needed },
        { x: end, y: needed },
      ],
      tokens.colorStatusWarningForeground1,
      '8 4',
    ),
    ...(forecast.outcome === 'expected'
      ? [
          line(
            words.forecast,
            [
              { x: lastAt, y: last },
              { x: end, y: last + forecast.missing },
            ],
            tokens.colorNeutralForeground3,
            '2 4',
          ),
        ]
      : []),
  ]
  const draw = ({ width, height }: PlotSize) => (
    <LineChart
      data={{ chartTitle: title, lineChartData: lines }}
      width={width}
      height={height}
      margins={{ top: 16, bottom: 40, left: 56, right: 32 }}
      yMinValue={0}
      yMaxValue={Math.max(needed, last, forecast.outcome === 'expected' ? last + forecast.missing : 0)}
      yAxisTitle={words.growthAxis}
      useUTC={false}
      customDateTimeFormatter={axisTime(span)}
    />
  )
  const table = (
    <DataTable caption={title} columns={[{ name: words.time }, { name: words.growthAxis, numeric: true }]}>
      {points
        .filter((point, index) => index === 0 || point.computers !== points[index - 1]?.computers)
        .map(({ at, computers }) => (
          <tr key={`${at.getTime()} ${computers}`}>
            <Cell header>{timeText(at.toISOString())}</Cell>
            <Cell numeric>{computers}</Cell>
          </tr>
        ))}
    </DataTable>
  )
  return <PlotFrame title={title} draw={draw} table={table} />
}

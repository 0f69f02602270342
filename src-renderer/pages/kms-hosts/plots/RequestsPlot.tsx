import { tokens } from '@fluentui/react-components'
import type { KmsRequests } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { Cell, DataTable } from '../../../components/DataTable.tsx'
import { timeText } from '../../../format/time.ts'
import { requests as words } from '../../../strings/kms-hosts/requests.ts'
import { axisTime } from './axis-time.ts'
import { VerticalStackedBarChart } from './fluent-charts.ts'
import { PlotFrame, type PlotSize } from './PlotFrame.tsx'

interface Props {
  readonly requests: KmsRequests
  /** How far back the requests reach, in words. */
  readonly span: string
}

/** Requests over time: taken and refused. */
export const RequestsPlot = ({ requests, span }: Props) => {
  const { buckets, total } = requests
  const refused = buckets.reduce((sum, bucket) => sum + bucket.refused, 0)
  const title = words.title(total, span, refused)
  const axis = words.axis(words.bucketMinutes(requests.bucketMinutes))
  const bars = buckets.map((bucket) => ({
    xAxisPoint: new Date(bucket.start),
    chartData: [
      { legend: words.accepted, data: bucket.accepted, color: tokens.colorBrandForeground1 },
      ...(refused > 0
        ? [{ legend: words.refused, data: bucket.refused, color: tokens.colorStatusDangerForeground1 }]
        : []),
    ],
  }))
  const draw = ({ width, height }: PlotSize) => (
    <VerticalStackedBarChart
      chartTitle={title}
      data={bars}
      width={width}
      height={height}
      margins={{ top: 16, bottom: 40, left: 56, right: 32 }}
      yMinValue={0}
      yAxisTitle={axis}
      maxBarWidth={24}
      useUTC={false}
      customDateTimeFormatter={axisTime(Date.parse(requests.to) - Date.parse(requests.from))}
    />
  )
  const columns = [
    { name: words.time },
    { name: words.accepted, numeric: true },
    { name: words.refused, numeric: true },
    { name: words.clientsInBucket, numeric: true },
  ]
  const table = (
    <DataTable caption={title} columns={columns}>
      {buckets
        .filter((bucket) => bucket.accepted + bucket.refused > 0)
        .map((bucket) => (
          <tr key={bucket.start}>
            <Cell header>{timeText(bucket.start)}</Cell>
            <Cell numeric>{bucket.accepted}</Cell>
            <Cell numeric>{bucket.refused}</Cell>
            <Cell numeric>{bucket.clients}</Cell>
          </tr>
        ))}
    </DataTable>
  )
  return <PlotFrame title={title} draw={draw} table={table} />
}

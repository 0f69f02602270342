import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { CalendarUnit, EstateCalendar } from '../../../src-main/contract/models/estate-calendar.ts'
import { Cell, DataTable } from '../../components/DataTable.tsx'
import { timeText } from '../../format/time.ts'
import { calendar as words } from '../../strings/deployment/calendar.ts'
import { VerticalStackedBarChart } from '../kms-hosts/plots/fluent-charts.ts'
import { PlotFrame, type PlotSize } from '../kms-hosts/plots/PlotFrame.tsx'
import { bucketName, bucketTotal } from './bucket-name.ts'
import { axisTop, expiryBars, plottedDays } from './expiry-bars.ts'

const useStyles = makeStyles({ text: { margin: 0 } })

interface Props {
  readonly calendar: EstateCalendar
  readonly unit: CalendarUnit
}

/** How many computers end in each day or week to come. */
export const ExpiryPlot = ({ calendar, unit }: Props) => {
  const styles = useStyles()
  const { spans, ending, after } = useMemo(() => expiryBars(calendar), [calendar])
  const title = words.plotTitle(ending, plottedDays)
  const bars = useMemo(
    () =>
      spans.flatMap(({ from, licensed, grace }) =>
        from === null
          ? []
          : [
              {
                // The library puts dates of its own choice at an axis of time; names stand where their bars are.
                xAxisPoint: timeText(from).slice(5, 10),
                chartData: [
                  { legend: words.licensed, data: licensed, color: tokens.colorBrandForeground1 },
                  { legend: words.grace, data: grace, color: tokens.colorStatusWarningForeground1 },
                ],
              },
            ],
      ),
    [spans],
  )
  const draw = ({ width, height }: PlotSize) => (
    <VerticalStackedBarChart
      chartTitle={title}
      data={bars}
      width={width}
      height={height}
      margins={{ top: 16, bottom: 40, left: 56, right: 32 }}
      yMinValue={0}
      yMaxValue={axisTop(Math.max(...spans.map(bucketTotal), 1))}
      yAxisTickCount={4}
      yAxisTickFormat={(value: number) => value.toLocaleString('en')}
      yAxisTitle={words.axis[unit]}
      maxBarWidth={20}
      hideTickOverlap
    />
  )
  const table = (
    <DataTable
      caption={title}
      columns={[{ name: words.bucket }, { name: words.licensed, numeric: true }, { name: words.grace, numeric: true }]}
    >
      {spans
        .filter((bucket) => bucketTotal(bucket) > 0)
        .map((bucket) => (
          <tr key={bucket.key}>
            <Cell header>{bucketName(bucket)}</Cell>
            <Cell numeric>{bucket.licensed}</Cell>
            <Cell numeric>{bucket.grace}</Cell>
          </tr>
        ))}
    </DataTable>
  )
  return (
    <>
      {ending > 0 ? (
        <PlotFrame title={title} draw={draw} table={table} />
      ) : (
        <p className={styles.text}>{words.noneSoon(plottedDays)}</p>
      )}
      {after > 0 && <p className={styles.text}>{words.after(after)}</p>}
    </>
  )
}

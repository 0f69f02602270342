import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { CalendarBucket, CalendarRow } from '../../../src-main/contract/models/estate-calendar.ts'
import { Cell, DataTable } from '../../components/DataTable.tsx'
import { Section } from '../../components/Section.tsx'
import { timeText } from '../../format/time.ts'
import { calendar as words } from '../../strings/deployment/calendar.ts'
import { licenseStatusNames } from '../../strings/licensing.ts'
import { bucketName, bucketTotal } from './bucket-name.ts'

const useStyles = makeStyles({
  old: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  more: { justifySelf: 'start' },
})

interface BucketsProps {
  readonly buckets: readonly CalendarBucket[]
  /** Key of the bucket whose computers are shown. */
  readonly shown: string | null
  readonly onShow: (bucket: string) => void
}

/** Every day or week that has computers, overdue ones first. */
export const BucketTable = ({ buckets, shown, onShow }: BucketsProps) => (
  <Section title={words.buckets}>
    <DataTable
      caption={words.buckets}
      columns={[
        { name: words.bucket },
        { name: words.computersColumn, numeric: true },
        { name: words.licensed, numeric: true },
        { name: words.grace, numeric: true },
        { name: words.ended, numeric: true },
        { name: words.showShort },
      ]}
    >
      {buckets
        .filter((bucket) => bucketTotal(bucket) > 0)
        .map((bucket) => (
          <tr key={bucket.key}>
            <Cell header>{bucketName(bucket)}</Cell>
            <Cell numeric>{bucketTotal(bucket)}</Cell>
            <Cell numeric>{bucket.licensed}</Cell>
            <Cell numeric>{bucket.grace}</Cell>
            <Cell numeric>{bucket.ended}</Cell>
            <Cell>
              <Button
                size="small"
                aria-label={words.show(bucketName(bucket))}
                aria-pressed={bucket.key === shown}
                onClick={() => onShow(bucket.key)}
              >
                {words.showShort}
              </Button>
            </Cell>
          </tr>
        ))}
    </DataTable>
  </Section>
)

const endText = (expiresAt: string | null, kind: CalendarBucket['kind']): string => {
  if (expiresAt === null) return words.over
  const time = timeText(expiresAt).slice(0, 16)
  return kind === 'overdue' ? words.passed(time) : time
}

interface RowsProps {
  readonly bucket: CalendarBucket
  readonly rows: readonly CalendarRow[]
  readonly total: number
  readonly onMore: () => void
  readonly onSelect: () => void
}

/** The computers of one bucket, in the order of their ends. */
export const ComputersOfBucket = ({ bucket, rows, total, onMore, onSelect }: RowsProps) => {
  const styles = useStyles()
  const title = words.shown(bucketName(bucket))
  return (
    <Section title={title}>
      <Button className={styles.more} size="small" onClick={onSelect}>
        {words.select(total)}
      </Button>
      <DataTable
        caption={title}
        columns={[
          { name: words.computer },
          { name: words.group },
          { name: words.state },
          { name: words.ends },
          { name: words.scanned },
        ]}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <Cell header>{row.name}</Cell>
            <Cell>{row.group ?? ''}</Cell>
            <Cell>{licenseStatusNames[row.status]}</Cell>
            <Cell>{endText(row.expiresAt, bucket.kind)}</Cell>
            <Cell>
              {row.lastScanAt === null ? words.never : timeText(row.lastScanAt).slice(0, 16)}
              {row.stale && <span className={styles.old}>{` (${words.old})`}</span>}
            </Cell>
          </tr>
        ))}
      </DataTable>
      {total > rows.length && (
        <Button className={styles.more} onClick={onMore}>
          {words.moreRows(total - rows.length)}
        </Button>
      )}
    </Section>
  )
}

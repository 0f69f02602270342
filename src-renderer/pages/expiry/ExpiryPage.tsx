import { makeStyles, Radio, RadioGroup, Select, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useId, useState } from 'react'
import { useStore } from 'zustand'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { EstateCalendar } from '../../../src-main/contract/models/estate-calendar.ts'
import { bridge } from '../../bridge/bridge.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Page } from '../../components/Page.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { SaveReportButton } from '../../dialogs/report/SaveReportButton.tsx'
import { calendar as words } from '../../strings/deployment/calendar.ts'
import { PlaceChoice } from '../computers/PlaceChoice.tsx'
import { selectComputers } from '../computers/select-computers.ts'
import { usePlace } from '../deployment-map/use-place.ts'
import { bucketTotal } from './bucket-name.ts'
import { BucketTable, ComputersOfBucket } from './BucketTables.tsx'
import { createCalendarReading, type CalendarReading } from './calendar-store.ts'
import { ExpiryPlot } from './ExpiryPlot.tsx'

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '760px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  choice: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  text: { margin: 0 },
})

const Choices = ({ reading, place }: { readonly reading: CalendarReading; readonly place: EstatePlace }) => {
  const styles = useStyles()
  const { group, groups, unit } = useStore(reading.store)
  const [groupId, unitId] = [useId(), useId()]
  return (
    <div className={styles.bar}>
      <PlaceChoice kind={place.place} />
      <span className={styles.choice}>
        <label htmlFor={groupId}>{words.group}</label>
        <Select
          id={groupId}
          value={group ?? ''}
          onChange={(_, data) => void reading.choose({ group: data.value === '' ? null : data.value })}
        >
          <option value="">{words.allGroups}</option>
          {groups.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </span>
      <span className={styles.choice}>
        <span id={unitId}>{words.unit}</span>
        <RadioGroup
          layout="horizontal"
          aria-labelledby={unitId}
          value={unit}
          onChange={(_, data) => void reading.choose({ unit: data.value === 'day' ? 'day' : 'week' })}
        >
          <Radio value="week" label={words.units.week} />
          <Radio value="day" label={words.units.day} />
        </RadioGroup>
      </span>
      <SaveReportButton place={place} />
    </div>
  )
}

const Figures = ({ calendar }: { readonly calendar: EstateCalendar }) => {
  const styles = useStyles()
  const overdue = calendar.buckets.find(({ kind }) => kind === 'overdue')
  const past = overdue === undefined ? 0 : bucketTotal(overdue)
  if (calendar.total === 0)
    return (
      <Panel level="info" title={words.emptyTitle}>
        {words.empty}
      </Panel>
    )
  return (
    <>
      {past > 0 && (
        <Panel level="problem" title={words.overdueTitle(past)}>
          {words.overdueText}
        </Panel>
      )}
      {calendar.stale > 0 && <Panel level="warning">{words.stale(calendar.stale)}</Panel>}
      <p className={styles.text}>{words.figures(calendar.ending, calendar.permanent, calendar.unread)}</p>
    </>
  )
}

const ExpiryOfPlace = ({ place }: { readonly place: EstatePlace }) => {
  const styles = useStyles()
  const [reading] = useState(() => createCalendarReading(bridge, place))
  const { calendar, bucket, rows, total, error, unit, ...state } = useStore(reading.store)
  useEffect(() => {
    void reading.read()
    return reading.dispose
  }, [reading])
  const select = async (): Promise<void> => {
    const ids = await reading.ids()
    if (ids !== null) await selectComputers(place, ids)
  }
  const shown = calendar?.buckets.find(({ key }) => key === bucket)
  return (
    <>
      <Choices reading={reading} place={place} />
      {state.reading && calendar === null && <Spinner size="tiny" label={words.reading} />}
      {error !== null && <ErrorPanel error={error} title={words.failed} />}
      {calendar !== null && <Figures calendar={calendar} />}
      {calendar !== null && calendar.total > 0 && (
        <>
          {calendar.ending > 0 && (
            <Section title={words.next}>
              <ExpiryPlot calendar={calendar} unit={unit} />
            </Section>
          )}
          {bucket === null ? (
            <p className={styles.text}>{words.nobody}</p>
          ) : (
            <BucketTable buckets={calendar.buckets} shown={bucket} onShow={(chosen) => void reading.show(chosen)} />
          )}
          {shown !== undefined && (
            <ComputersOfBucket
              bucket={shown}
              rows={rows}
              total={total}
              onMore={() => void reading.more()}
              onSelect={() => void select()}
            />
          )}
        </>
      )}
    </>
  )
}

/** When the activation of each computer of a place ends. */
export const ExpiryPage = () => {
  const styles = useStyles()
  const place = usePlace()
  return (
    <Page heading={words.heading}>
      <p className={styles.intro}>{words.intro}</p>
      {place !== null && <ExpiryOfPlace key={place.place === 'lab' ? place.scenario : ''} place={place} />}
    </Page>
  )
}

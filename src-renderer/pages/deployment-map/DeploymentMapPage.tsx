import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useState, type FormEvent } from 'react'
import { useStore } from 'zustand'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { EstateMap } from '../../../src-main/contract/models/estate-map.ts'
import { bridge } from '../../bridge/bridge.ts'
import { announce } from '../../components/Announcer.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Page } from '../../components/Page.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { SaveReportButton } from '../../dialogs/report/SaveReportButton.tsx'
import { timeText } from '../../format/time.ts'
import { map as words } from '../../strings/deployment/map.ts'
import { createMapMaking } from './map-store.ts'
import { MapFindings } from './MapFindings.tsx'
import { MapPicture } from './MapPicture.tsx'
import { MapTables } from './MapTables.tsx'
import { PlaceChoice } from '../computers/PlaceChoice.tsx'
import { usePlace } from './use-place.ts'

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '760px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  domains: { minWidth: '280px' },
  text: { margin: 0 },
})

const MapAnswer = ({ map, place }: { readonly map: EstateMap; readonly place: EstatePlace }) => {
  const styles = useStyles()
  return (
    <>
      {map.computers === 0 && (
        <Panel level="info" title={words.emptyTitle}>
          {words.empty}
        </Panel>
      )}
      {map.computers > 0 && map.read === 0 && (
        <Panel level="info" title={words.unreadTitle}>
          {words.unread}
        </Panel>
      )}
      {map.dnsError !== null && <ErrorPanel error={map.dnsError} title={words.dnsFailed} />}
      <p className={styles.text}>
        {map.computers > 0 && words.figures(map.read, map.computers, map.kmsClients, map.otherChannels)}{' '}
        {words.madeAt(timeText(map.madeAt))}
      </p>
      {map.domains.length + map.hosts.length + map.clients.length > 0 && (
        <>
          <Section title={words.picture}>
            <MapPicture map={map} />
          </Section>
          <Section title={words.findings}>
            {map.findings.length === 0 ? (
              <p className={styles.text}>{words.noFindings}</p>
            ) : (
              <MapFindings findings={map.findings} place={place} />
            )}
          </Section>
          <MapTables map={map} />
        </>
      )}
    </>
  )
}

const MapOfPlace = ({ place }: { readonly place: EstatePlace }) => {
  const styles = useStyles()
  const [making] = useState(() => createMapMaking(bridge, place))
  const { domains, error, map, ...state } = useStore(making.store)
  useEffect(() => {
    void making.make()
    return making.stop
  }, [making])
  useEffect(() => {
    if (map !== null) announce(words.ready)
  }, [map])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void making.make()
  }
  const wrong = error?.code === 'invalid-input' ? error : null
  return (
    <>
      <form className={styles.bar} noValidate onSubmit={submit} aria-label={words.make}>
        <PlaceChoice kind={place.place} />
        <Field
          className={styles.domains}
          label={words.domains}
          hint={words.domainsHint}
          {...(wrong === null
            ? {}
            : {
                validationState: 'error' as const,
                validationMessage: `${wrong.message} ${wrong.remedy ?? ''}`.trim(),
              })}
        >
          <Input value={domains} onChange={(_, data) => making.editDomains(data.value)} />
        </Field>
        <Button type="submit" disabledFocusable={state.making}>
          {map === null ? words.make : words.again}
        </Button>
        <SaveReportButton place={place} />
      </form>
      {state.making && (
        <div className={styles.bar}>
          <Spinner size="tiny" labelPosition="after" label={words.making} />
          <Button size="small" onClick={making.stop}>
            {words.stop}
          </Button>
        </div>
      )}
      {error !== null && wrong === null && <ErrorPanel error={error} title={words.failed} />}
      {map !== null && <MapAnswer map={map} place={place} />}
    </>
  )
}

/** DNS → KMS hosts → clients of one place, with what is wrong and what to do. */
export const DeploymentMapPage = () => {
  const styles = useStyles()
  const place = usePlace()
  return (
    <Page heading={words.heading}>
      <p className={styles.intro}>{words.intro}</p>
      {place !== null && <MapOfPlace key={place.place === 'lab' ? place.scenario : ''} place={place} />}
    </Page>
  )
}

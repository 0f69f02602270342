import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { MapFinding } from '../../../src-main/contract/models/estate-map.ts'
import { CopyButton } from '../../components/CopyButton.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { LevelIcon } from '../../components/LevelIcon.tsx'
import { go, openPublishDns, openTaskWizard } from '../../stores/navigation-store.ts'
import { useLab } from '../../stores/lab-store.ts'
import { levelNames } from '../../strings/common.ts'
import { findingNames, map as words } from '../../strings/deployment/map.ts'
import type { TaskWizardName } from '../../stores/task-wizards.ts'
import { selectComputers } from '../computers/select-computers.ts'
import { emptyTarget } from '../../wizards/target-step/target-fields.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalL },
  item: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  body: { display: 'grid', rowGap: tokens.spacingVerticalXS, minWidth: 0, flexGrow: 1 },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: 'anywhere' },
  remedy: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  names: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXXS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
})

/** Which wizard mends a computer of a finding; null where none does. */
const wizardFor = ({ kind }: MapFinding): TaskWizardName | null => {
  switch (kind) {
    case 'host-gone':
    case 'split-clients':
    case 'no-host':
    case 'rogue-host':
      return 'configure-client'
    case 'duplicate-cmid':
      return 'prepare-image'
    case 'dead-record':
    case 'host-below-threshold':
    case 'dns-not-asked':
    case 'no-records':
    case 'no-known-host':
      return null
  }
}

const leadsToDns = ({ kind }: MapFinding): boolean =>
  kind === 'dead-record' || kind === 'no-records' || kind === 'dns-not-asked' || kind === 'no-host'
const leadsToHosts = ({ kind }: MapFinding): boolean =>
  kind === 'rogue-host' || kind === 'host-below-threshold' || kind === 'no-known-host'

const FindingItem = ({ finding, place }: { readonly finding: MapFinding; readonly place: EstatePlace }) => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const labComputers = useLab((state) => state.overview?.computers)
  const { kind, level, message, remedy, computers, names } = finding
  const wizard = wizardFor(finding)
  const openWizard = (name: string): void => {
    if (wizard === null) return
    const labHost = labComputers?.find(({ fullName }) => fullName.toLowerCase() === name.toLowerCase())?.host ?? name
    const computer =
      place.place === 'lab' ? { ...emptyTarget('lab'), labHost } : { ...emptyTarget('network'), host: name }
    void openTaskWizard(wizard, { kind: 'new', computer })
  }
  return (
    <li className={styles.item}>
      <LevelIcon level={level} />
      <div className={styles.body}>
        <h3 className={styles.name}>{`${levelNames[level]}: ${findingNames[kind]}`}</h3>
        <p className={styles.text}>{message}</p>
        <p className={styles.remedy}>{remedy}</p>
        <div className={styles.actions}>
          {leadsToDns(finding) && (
            <Button size="small" onClick={() => void openPublishDns({ kind: 'new' })}>
              {words.openDns}
            </Button>
          )}
          {leadsToHosts(finding) && (
            <Button size="small" onClick={() => void go({ page: 'kms-hosts' })}>
              {words.openHosts}
            </Button>
          )}
          {computers.length > 0 && (
            <Button size="small" onClick={() => void selectComputers(place, computers)}>
              {words.select(computers.length)}
            </Button>
          )}
          {names.length > 0 && names.length === computers.length && (
            <CopyButton text={names.join('\n')} label={words.copyNames} />
          )}
        </div>
        {names.length > 0 && (
          <Disclosure title={words.names(computers.length)} open={open} onToggle={setOpen}>
            <ul className={styles.names}>
              {names.map((name) => (
                <li key={name} className={styles.row}>
                  <span>{name}</span>
                  {wizard !== null && (
                    <Button size="small" onClick={() => openWizard(name)}>
                      {wizard === 'prepare-image' ? words.rearm(name) : words.configure(name)}
                    </Button>
                  )}
                </li>
              ))}
              {computers.length > names.length && <li>{words.more(computers.length - names.length)}</li>}
            </ul>
          </Disclosure>
        )}
      </div>
    </li>
  )
}

interface Props {
  readonly findings: readonly MapFinding[]
  readonly place: EstatePlace
}

/** The problems of a map with what to do, and the ways there. */
export const MapFindings = ({ findings, place }: Props) => (
  <ul className={useStyles().list} aria-label={words.findings}>
    {findings.map((finding) => (
      <FindingItem key={`${finding.kind} ${finding.message}`} finding={finding} place={place} />
    ))}
  </ul>
)

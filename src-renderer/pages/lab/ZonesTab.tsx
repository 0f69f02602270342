import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { LabZone } from '../../../src-main/contract/models/lab.ts'
import { announce } from '../../components/Announcer.tsx'
import { FactList } from '../../components/FactList.tsx'
import { Section } from '../../components/Section.tsx'
import { allowKmsPublishing, useLab } from '../../stores/lab-store.ts'
import { zones as words } from '../../strings/lab/computers.ts'
import { LabTable, useCellStyles } from './LabTable.tsx'

const useStyles = makeStyles({
  intro: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
  button: { justifySelf: 'start' },
})

const columns = [words.name, words.target, words.port, words.priority, words.weight, words.ttl]

/** One zone with its KMS records. */
const Zone = ({ zone }: { readonly zone: LabZone }) => {
  const styles = useStyles()
  const cells = useCellStyles()
  const changing = useLab((state) => state.changing !== null)
  const allow = async (): Promise<void> => {
    if (await allowKmsPublishing(zone.name)) announce(words.allowed(zone.name))
  }
  return (
    <Section title={zone.name}>
      <FactList
        facts={[
          [words.server, zone.server],
          [words.update, words.updates[zone.update]],
        ]}
      />
      {zone.update === 'secure' && (
        <>
          <p className={styles.intro}>{zone.openToKmsHosts ? words.shared : words.notShared}</p>
          {!zone.openToKmsHosts && (
            <Button
              className={styles.button}
              aria-label={words.allowNamed(zone.name)}
              disabledFocusable={changing}
              onClick={() => void allow()}
            >
              {words.allow}
            </Button>
          )}
        </>
      )}
      {zone.records.length === 0 ? (
        <p className={styles.intro}>{words.noRecords}</p>
      ) : (
        <LabTable caption={words.caption(zone.name)} columns={columns} minWidth={560}>
          {zone.records.map((record) => (
            <tr key={`${record.owner} ${record.target} ${record.port} ${record.priority} ${record.weight}`}>
              <td className={cells.cell}>{record.owner}</td>
              <td className={cells.cell}>{record.target}</td>
              <td className={`${cells.cell} ${cells.number}`}>{record.port}</td>
              <td className={`${cells.cell} ${cells.number}`}>{record.priority}</td>
              <td className={`${cells.cell} ${cells.number}`}>{record.weight}</td>
              <td className={`${cells.cell} ${cells.number}`}>
                {record.ttl === null ? '' : words.seconds(record.ttl)}
              </td>
            </tr>
          ))}
        </LabTable>
      )}
    </Section>
  )
}

/** The DNS zones of the Lab. */
export const ZonesTab = ({ zones }: { readonly zones: readonly LabZone[] }) => {
  const styles = useStyles()
  return (
    <>
      <p className={styles.intro}>{zones.length === 0 ? words.none : words.intro}</p>
      {zones.map((zone) => (
        <Zone key={zone.name} zone={zone} />
      ))}
    </>
  )
}

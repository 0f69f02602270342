import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { TextField } from '../../../components/TextField.tsx'
import { bind as words } from '../../../strings/publish-dns/guides.ts'
import { mostHosts, type BindFields, type BindGuide } from './bind-store.ts'

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalL },
  add: { justifySelf: 'start' },
})

interface Props {
  readonly guide: BindGuide
  readonly hosts: BindFields['hosts']
  readonly complaint: { readonly field: string; readonly message: string } | null
}

/** The KMS hosts of the configuration: name and address of each. */
export const BindHosts = ({ guide, hosts, complaint }: Props) => {
  const styles = useStyles()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.hosts}</legend>
      {hosts.map((host, index) => (
        <div key={index} className={styles.row}>
          <TextField
            name={`hosts.${index}.target`}
            label={words.hostName(index + 1)}
            value={host.target}
            complaint={complaint}
            onChange={(target) => guide.editHost(index, { target })}
          />
          <TextField
            name={`hosts.${index}.address`}
            figure
            label={words.hostAddress(index + 1)}
            value={host.address}
            complaint={complaint}
            onChange={(address) => guide.editHost(index, { address })}
          />
          {hosts.length > 1 && (
            <Button
              icon={<DismissRegular />}
              aria-label={words.removeHost(index + 1)}
              title={words.removeHost(index + 1)}
              onClick={() => guide.removeHost(index)}
            />
          )}
        </div>
      ))}
      {hosts.length < mostHosts && (
        <Button className={styles.add} icon={<AddRegular />} onClick={guide.addHost}>
          {words.addHost}
        </Button>
      )}
    </fieldset>
  )
}

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { KmsHostSetting } from '../../../../src-main/contract/models/kms-host-overview.ts'
import type { HostChange } from '../../../../src-main/contract/models/kms-host-settings.ts'
import { Cell, DataTable } from '../../../components/DataTable.tsx'
import { Section } from '../../../components/Section.tsx'
import { overview as words } from '../../../strings/kms-hosts/overview.ts'

const useStyles = makeStyles({
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-line' },
  import: { justifySelf: 'start' },
})

/** What each row is called where it is changed. */
const changeOf: Record<KmsHostSetting['setting'], HostChange['setting']> = {
  port: 'port',
  dnsPublishing: 'dns-publishing',
  publishList: 'publish-list',
  lowPriority: 'priority',
  activationInterval: 'activation-interval',
  renewalInterval: 'renewal-interval',
}

const columns = [{ name: words.setting }, { name: words.value }, { name: words.effect }, { name: words.change }]

interface Props {
  readonly settings: readonly KmsHostSetting[]
  /** Opens the edit of one setting. */
  readonly onEdit: (setting: HostChange['setting']) => void
}

/** How the host is set, each setting with its own edit. */
export const SettingsSection = ({ settings, onEdit }: Props) => {
  const styles = useStyles()
  return (
    <Section title={words.settings}>
      <DataTable caption={words.settings} columns={columns}>
        {settings.map(({ setting, label, text, why, editable, needsRestart }) => (
          <tr key={setting}>
            <Cell header>{label}</Cell>
            <Cell>
              <span className={styles.text}>{text}</span>
              {why !== null && <p className={styles.muted}>{why}</p>}
            </Cell>
            <Cell>{needsRestart ? words.restart : words.atOnce}</Cell>
            <Cell>
              <Button
                size="small"
                disabledFocusable={!editable}
                aria-label={words.editNamed(label)}
                onClick={() => onEdit(changeOf[setting])}
              >
                {words.edit}
              </Button>
            </Cell>
          </tr>
        ))}
      </DataTable>
      <Button className={styles.import} onClick={() => onEdit('registry-values')}>
        {words.importSettings}
      </Button>
    </Section>
  )
}

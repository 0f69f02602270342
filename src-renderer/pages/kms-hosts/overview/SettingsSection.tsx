import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { KmsHostSetting } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { Cell, DataTable } from '../../../components/DataTable.tsx'
import { Section } from '../../../components/Section.tsx'
import { overview as words } from '../../../strings/kms-hosts/overview.ts'

const useStyles = makeStyles({
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-line' },
})

interface Props {
  readonly settings: readonly KmsHostSetting[]
  /** Opens the edit of one setting; absent where settings are only shown. */
  readonly onEdit?: ((setting: KmsHostSetting['setting']) => void) | undefined
}

/** How the host is set, each setting with its own edit. */
export const SettingsSection = ({ settings, onEdit }: Props) => {
  const styles = useStyles()
  const columns = [
    { name: words.setting },
    { name: words.value },
    { name: words.effect },
    ...(onEdit === undefined ? [] : [{ name: words.change }]),
  ]
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
            {onEdit !== undefined && (
              <Cell>
                <Button
                  size="small"
                  disabledFocusable={!editable}
                  aria-label={words.editNamed(label)}
                  onClick={() => onEdit(setting)}
                >
                  {words.edit}
                </Button>
              </Cell>
            )}
          </tr>
        ))}
      </DataTable>
    </Section>
  )
}

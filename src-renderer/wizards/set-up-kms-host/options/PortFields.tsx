import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components'
import { findingOfField } from '../../../components/finding-of-field.ts'
import { hostSettings as words } from '../../../strings/host-settings.ts'
import { windowsDefaults } from '../draft.ts'
import type { OptionsStep } from '../machine.ts'
import { useWizard } from '../use-wizard.ts'

const useStyles = makeStyles({ field: { maxWidth: '560px' }, input: { width: '140px' } })

/** The port and whether clients reach it through the firewall. */
export const PortFields = ({ state }: { readonly state: OptionsStep }) => {
  const styles = useStyles()
  const { edit } = useWizard().options
  const { port, openFirewall } = state.draft.options
  const read = state.options.answer?.settings
  const ownRule = read?.port !== undefined && read.port !== null && String(read.port) !== windowsDefaults.port
  return (
    <>
      <Field
        className={styles.field}
        required
        label={words.port}
        hint={words.portHint}
        {...findingOfField(read?.findings ?? [], 'port')}
      >
        <Input
          name="port"
          className={styles.input}
          value={port}
          inputMode="numeric"
          autoComplete="off"
          onChange={(_, data) => edit({ port: data.value })}
        />
      </Field>
      <Field className={styles.field} hint={ownRule ? words.firewallOwnRule(String(read.port)) : words.firewallHint}>
        <Checkbox
          label={words.firewall}
          checked={openFirewall}
          onChange={(_, data) => edit({ openFirewall: data.checked === true })}
        />
      </Field>
    </>
  )
}

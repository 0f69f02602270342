import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components'
import { findingOfField } from '../../../components/finding-of-field.ts'
import { hostSettings } from '../../../strings/host-settings.ts'
import type { ValueStep } from '../machine.ts'
import { useEdit } from '../use-edit.ts'

const useStyles = makeStyles({ field: { maxWidth: '560px' }, input: { width: '180px' } })

const rows = {
  port: { field: 'port', label: hostSettings.port, hint: hostSettings.portHint },
  'activation-interval': {
    field: 'activationInterval',
    label: hostSettings.activationInterval,
    hint: hostSettings.activationIntervalHint,
  },
  'renewal-interval': {
    field: 'renewalInterval',
    label: hostSettings.renewalInterval,
    hint: hostSettings.renewalIntervalHint,
  },
} as const

interface Props {
  readonly setting: keyof typeof rows
  readonly state: ValueStep
}

/** A port or an interval, with what it means in larger units, and the firewall where it is a port. */
export const NumberSetting = ({ setting, state }: Props) => {
  const styles = useStyles()
  const { edit } = useEdit()
  const { field, label, hint } = rows[setting]
  const read = state.answer?.settings ?? null
  const inWords = field === 'port' ? null : (read?.[`${field}InWords`] ?? null)
  const minutes = read?.[field] ?? null
  const said = inWords === null || minutes === null ? hint : `${hostSettings.inWords(minutes, inWords)} ${hint}`
  const port = setting === 'port' ? minutes : null
  return (
    <>
      <Field
        className={styles.field}
        required
        label={label}
        hint={said}
        {...findingOfField(read?.findings ?? [], field)}
      >
        <Input
          name={field}
          className={styles.input}
          value={state.fields.text}
          autoComplete="off"
          onChange={(_, data) => edit({ text: data.value })}
        />
      </Field>
      {setting === 'port' && (
        <Field
          className={styles.field}
          hint={port === null || port === 1688 ? hostSettings.firewallHint : hostSettings.firewallOwnRule(String(port))}
        >
          <Checkbox
            label={hostSettings.firewall}
            checked={state.fields.openFirewall}
            onChange={(_, data) => edit({ openFirewall: data.checked === true })}
          />
        </Field>
      )}
    </>
  )
}

import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { Disclosure } from '../../../components/Disclosure.tsx'
import { findingOfField } from '../../../components/finding-of-field.ts'
import { hostSettings } from '../../../strings/host-settings.ts'
import { options as words } from '../../../strings/set-up-kms-host/options.ts'
import type { HostSettingsCheck } from '../../../../src-main/contract/models/host-input-checks.ts'
import type { OptionsStep } from '../machine.ts'
import { useWizard } from '../use-wizard.ts'

const useStyles = makeStyles({ field: { maxWidth: '560px' }, input: { width: '180px' } })

const fields = ['activationInterval', 'renewalInterval'] as const
type IntervalField = (typeof fields)[number]

const hints: Record<IntervalField, string> = {
  activationInterval: hostSettings.activationIntervalHint,
  renewalInterval: hostSettings.renewalIntervalHint,
}

/** What an interval means for people, where it can be read. */
export const intervalInWords = (field: IntervalField, read: HostSettingsCheck | undefined): string | null => {
  const minutes = read?.[field] ?? null
  const inWords = read?.[`${field}InWords`] ?? null
  return minutes === null || inWords === null ? null : hostSettings.inWords(minutes, inWords)
}

/** Priority and intervals: folded away, and opened where a value there cannot be used. */
export const IntervalFields = ({ state }: { readonly state: OptionsStep }) => {
  const styles = useStyles()
  const { edit } = useWizard().options
  const [unfolded, setUnfolded] = useState(false)
  const { options } = state.draft
  const read = state.options.answer?.settings
  const wrong = fields.some((field) => findingOfField(read?.findings ?? [], field).validationState === 'error')
  return (
    <Disclosure title={words.advanced} open={unfolded || wrong} onToggle={setUnfolded}>
      <Field className={styles.field} hint={hostSettings.lowPriorityHint}>
        <Checkbox
          label={hostSettings.lowPriority}
          checked={options.lowPriority}
          onChange={(_, data) => edit({ lowPriority: data.checked === true })}
        />
      </Field>
      {fields.map((field) => (
        <Field
          key={field}
          className={styles.field}
          required
          label={hostSettings[field]}
          hint={`${intervalInWords(field, read) ?? ''} ${hints[field]}`.trim()}
          {...findingOfField(read?.findings ?? [], field)}
        >
          <Input
            name={field}
            className={styles.input}
            value={options[field]}
            autoComplete="off"
            onChange={(_, data) => edit({ [field]: data.value })}
          />
        </Field>
      ))}
    </Disclosure>
  )
}

import { Checkbox, Field } from '@fluentui/react-components'
import { Section } from '../../components/Section.tsx'
import { problemAt } from '../../components/use-field-focus.ts'
import { configureClient as words } from '../../strings/configure-client/options.ts'
import { activationTypeNames } from '../../strings/licensing.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import type { ClientFields } from './client-fields.ts'
import type { KnownClientProps } from './known-client-props.ts'
import { DiscoveryFields } from './DiscoveryFields.tsx'
import { activationTypeNow, cachingNow } from './present-text.ts'
import { SettingChoice } from './SettingChoice.tsx'
import { SuffixFields } from './SuffixFields.tsx'

const types = (['all', 'kms', 'active-directory', 'token'] as const).map((value) => ({
  value,
  label: activationTypeNames[value],
}))

/** The page "Settings": each with what it is now. A computer that could not be read does not come so far. */
export const ClientOptions = ({ computer, ...props }: OptionsProps<ClientFields>) =>
  computer.snapshot === null ? null : <ClientSettings {...props} snapshot={computer.snapshot} />

/** Every setting of a KMS client, for one computer or for many. */
export const ClientSettings = (known: KnownClientProps) => {
  const { snapshot, fields, edit, complaint } = known
  return (
    <>
      <DiscoveryFields {...known} />
      <SuffixFields {...known} />
      <SettingChoice
        name="caching"
        title={words.caching}
        label={words.cachingLabel}
        now={snapshot && cachingNow(snapshot)}
        value={fields.caching}
        choices={[
          { value: 'on', label: words.cachingOn, hint: words.cachingOnHint },
          { value: 'off', label: words.cachingOff, hint: words.cachingOffHint },
        ]}
        onChoose={(caching) => edit({ caching })}
      />
      <SettingChoice
        name="activationType"
        title={words.type}
        label={words.typeLabel}
        now={snapshot && activationTypeNow(snapshot)}
        value={fields.activationType}
        choices={types}
        missing={snapshot?.abilities.activationType === false ? words.needsWindows8 : null}
        onChoose={(activationType) => edit({ activationType })}
      />
      <Section title={words.activateTitle}>
        <Field hint={words.activateHint} {...problemAt(complaint, 'activate')}>
          <Checkbox
            name="activate"
            label={words.activate}
            checked={fields.activate}
            onChange={(_, data) => edit({ activate: data.checked === true })}
          />
        </Field>
      </Section>
    </>
  )
}

import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { HintedRadio } from '../../../components/HintedRadio.tsx'
import { editHost as words } from '../../../strings/edit-kms-host.ts'
import type { EditFields } from '../edit-fields.ts'
import { useEdit } from '../use-edit.ts'

/** Publishing on or off, by the service or by the registry. */
export const PublishingSwitch = ({ fields }: { readonly fields: EditFields }) => {
  const { edit } = useEdit()
  return (
    <>
      <Field label={words.newValue}>
        <RadioGroup value={fields.on ? 'on' : 'off'} onChange={(_, data) => edit({ on: data.value === 'on' })}>
          <Radio value="on" label={words.publish} />
          <Radio value="off" label={words.publishNot} />
        </RadioGroup>
      </Field>
      <Field label={words.by}>
        <RadioGroup
          value={fields.by}
          onChange={(_, data) => edit({ by: data.value === 'registry' ? 'registry' : 'service' })}
        >
          <HintedRadio value="service" label={words.byService} hint={words.byServiceHint} />
          <HintedRadio value="registry" label={words.byRegistry} hint={words.byRegistryHint} />
        </RadioGroup>
      </Field>
    </>
  )
}

/** Low or normal priority. */
export const PriorityChoice = ({ fields }: { readonly fields: EditFields }) => {
  const { edit } = useEdit()
  return (
    <Field label={words.newValue}>
      <RadioGroup value={fields.on ? 'low' : 'normal'} onChange={(_, data) => edit({ on: data.value === 'low' })}>
        <Radio value="normal" label={words.normal} />
        <Radio value="low" label={words.low} />
      </RadioGroup>
    </Field>
  )
}

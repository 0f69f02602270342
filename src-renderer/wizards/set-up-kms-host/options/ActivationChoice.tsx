import { Field, RadioGroup } from '@fluentui/react-components'
import { HintedRadio } from '../../../components/HintedRadio.tsx'
import { options as words } from '../../../strings/set-up-kms-host/options.ts'
import type { OptionFields } from '../draft.ts'
import { useWizard } from '../use-wizard.ts'

const ways = ['online', 'telephone', 'later'] as const
const hints = { online: words.onlineHint, telephone: words.telephoneHint, later: words.laterHint }

/** Online, by telephone, or later. */
export const ActivationChoice = ({ options }: { readonly options: OptionFields }) => {
  const { edit } = useWizard().options
  const choose = (value: string): void => {
    const activation = ways.find((way) => way === value)
    if (activation !== undefined) edit({ activation })
  }
  return (
    <Field label={words.activate}>
      <RadioGroup name="activation" value={options.activation} onChange={(_, data) => choose(data.value)}>
        {ways.map((way) => (
          <HintedRadio key={way} value={way} label={words[way]} hint={hints[way]} />
        ))}
      </RadioGroup>
    </Field>
  )
}

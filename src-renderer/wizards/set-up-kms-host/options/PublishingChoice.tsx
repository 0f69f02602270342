import { Field, RadioGroup } from '@fluentui/react-components'
import { HintedRadio } from '../../../components/HintedRadio.tsx'
import { PublishListEditor } from '../../../components/publish-list/PublishListEditor.tsx'
import { options as words } from '../../../strings/set-up-kms-host/options.ts'
import type { OptionsStep } from '../machine.ts'
import { useWizard } from '../use-wizard.ts'

const ways = ['automatic', 'domains', 'none'] as const

/** Where the host publishes itself, with the list of domains where it is to be in several. */
export const PublishingChoice = ({ state }: { readonly state: OptionsStep }) => {
  const { edit, publish, pasteList } = useWizard().options
  const { test, complaint } = state
  const { options } = state.draft
  const domain = test.phase === 'done' ? (test.result.snapshot?.dnsDomain ?? null) : null
  const list = state.options.answer?.list ?? null
  const choose = (value: string): void => {
    const publishing = ways.find((way) => way === value)
    if (publishing !== undefined) void publish(publishing)
  }
  return (
    <>
      <Field label={words.publish}>
        <RadioGroup name="publishing" value={options.publishing} onChange={(_, data) => choose(data.value)}>
          <HintedRadio value="automatic" label={words.automatic(domain)} hint={words.automaticHint} />
          <HintedRadio value="domains" label={words.domains} hint={words.domainsHint} />
          <HintedRadio value="none" label={words.none} hint={words.noneHint} />
        </RadioGroup>
      </Field>
      {options.publishing === 'domains' && (
        <PublishListEditor
          rows={options.rows}
          findings={list?.findings ?? []}
          cautions={list?.cautions ?? []}
          complaint={complaint?.field ?? null}
          onChange={(rows) => edit({ rows })}
          onPasteList={(text) => void pasteList(text)}
        />
      )}
    </>
  )
}

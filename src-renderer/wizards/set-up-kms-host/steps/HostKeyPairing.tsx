import { Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { HostKeyChoice } from '../../../../src-main/contract/models/host-input-checks.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { FactList } from '../../../components/FactList.tsx'
import { FindingList } from '../../../components/FindingList.tsx'
import { Section } from '../../../components/Section.tsx'
import { nameList } from '../../../format/name-list.ts'
import { hostKey as words } from '../../../strings/set-up-kms-host/host-key.ts'
import type { HostKeyStep } from '../machine.ts'
import { useWizard } from '../use-wizard.ts'
import { problemAt } from '../../../components/use-field-focus.ts'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  field: { width: '420px', maxWidth: '100%' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
})

/** Which host keys the tested computer takes and what they activate; the chosen one is compared before it is spent. */
export const HostKeyPairing = ({ state }: { readonly state: HostKeyStep }) => {
  const styles = useStyles()
  const { hostKey } = useWizard()
  const { pairing, draft } = state
  const { phase } = pairing
  useEffect(() => {
    if (phase === 'unknown') void hostKey.pair()
  }, [phase, hostKey])
  if (pairing.phase === 'unknown') return null
  if (pairing.phase === 'failed') return <ErrorPanel error={pairing.error} title={words.pairingUnknown} />
  const { windows, choices, findings } = pairing.answer
  const fitting = choices.filter(({ installable }) => installable === 'yes')
  const chosen = choices.find(({ generation }) => generation === draft.generation)
  return (
    <Section title={words.pairingTitle}>
      <p className={styles.text}>
        {fitting.length === 0
          ? words.pairingNone(windows)
          : words.pairingFits(windows, nameList(fitting.map(({ name }) => name)))}
      </p>
      <Field
        className={styles.field}
        label={words.pairingAsk}
        hint={words.pairingAskHint}
        {...problemAt(state.complaint, 'generation')}
      >
        <Select
          name="generation"
          value={draft.generation ?? ''}
          onChange={(_, data) => void hostKey.choose(data.value === '' ? null : data.value)}
        >
          <option value="">{words.notSaid}</option>
          {choices.map(({ generation, name }) => (
            <option key={generation} value={generation}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div aria-live="polite">
        {findings.length > 0 && <FindingList findings={findings} label={words.pairingTitle} />}
      </div>
      {chosen !== undefined && chosen.activates.length > 0 && (
        <FactList facts={[[words.activates, <ActivatedList key="activates" choice={chosen} />]]} />
      )}
    </Section>
  )
}

/** The systems that a host with such a key activates, each with the update that the host needs first. */
const ActivatedList = ({ choice }: { readonly choice: HostKeyChoice }) => (
  <ul className={useStyles().list}>
    {choice.activates.map(({ system, name, update }) => (
      <li key={system}>{update === null ? name : words.withUpdate(name, update)}</li>
    ))}
  </ul>
)

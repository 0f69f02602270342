import { Checkbox, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import type { FirewallProfile, RemoteScope } from '../../../src-main/contract/models/remote-management.ts'
import { findingOfField } from '../../components/finding-of-field.ts'
import { HintedRadio } from '../../components/HintedRadio.tsx'
import { Section } from '../../components/Section.tsx'
import { problemAt } from '../../components/use-field-focus.ts'
import { prepareRemote as words } from '../../strings/prepare-remote.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import type { RemoteFields } from './remote-fields.ts'

const useStyles = makeStyles({
  indented: { display: 'grid', rowGap: tokens.spacingVerticalM, marginLeft: tokens.spacingHorizontalXXL },
  field: { width: '420px', maxWidth: '100%' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  now: { margin: 0, color: tokens.colorNeutralForeground2 },
})

const profiles: readonly FirewallProfile[] = ['domain', 'private', 'public']
const senders: readonly (readonly [RemoteScope['from'], string])[] = [
  ['subnets', words.fromSubnets],
  ['local-subnet', words.fromLocal],
  ['any', words.fromAny],
]
const ways: readonly RemoteFields['firewall'][] = ['windows', 'own', 'keep']

interface Props extends Omit<OptionsProps<RemoteFields>, 'computer'> {
  readonly findings: readonly Finding[]
  /** Whether the rules of Windows are on; null where that is not known. */
  readonly wmiRulesOn: boolean | null
}

/** How the firewall lets WMI in: the rules of Windows, or rules for chosen networks and senders. */
export const FirewallFields = (props: Props) => {
  const styles = useStyles()
  const { fields, wmiRulesOn, edit } = props
  const choose = (value: string): void => {
    const firewall = ways.find((way) => way === value)
    if (firewall !== undefined) edit({ firewall })
  }
  return (
    <Section title={words.firewall}>
      {wmiRulesOn !== null && <p className={styles.now}>{wmiRulesOn ? words.wmiRulesOn : words.wmiRulesOff}</p>}
      <Field label={words.firewallLabel} {...problemAt(props.complaint, 'options')}>
        <RadioGroup name="options" value={fields.firewall} onChange={(_, data) => choose(data.value)}>
          <Radio value="keep" label={words.keep} />
          <HintedRadio value="windows" label={words.windows} hint={words.windowsHint} />
          <HintedRadio value="own" label={words.own} hint={words.ownHint} />
        </RadioGroup>
      </Field>
      {fields.firewall === 'own' && (
        <div className={styles.indented}>
          <OwnRuleFields {...props} />
        </div>
      )}
    </Section>
  )
}

const OwnRuleFields = ({ fields, edit, complaint, findings }: Props) => {
  const styles = useStyles()
  const toggle = (profile: FirewallProfile, on: boolean): void => {
    const others = fields.profiles.filter((one) => one !== profile)
    edit({ profiles: on ? [...others, profile] : others })
  }
  const choose = (value: string): void => {
    const from = senders.find(([sender]) => sender === value)?.[0]
    if (from !== undefined) edit({ from })
  }
  const faultAt = (field: string) => ({ ...findingOfField(findings, field), ...problemAt(complaint, field) })
  return (
    <>
      <Field label={words.profiles} hint={words.publicHint} {...faultAt('profiles')}>
        <fieldset className={styles.group} aria-label={words.profiles}>
          {profiles.map((profile) => (
            <Checkbox
              key={profile}
              name="profiles"
              label={words.profileNames[profile]}
              checked={fields.profiles.includes(profile)}
              onChange={(_, data) => toggle(profile, data.checked === true)}
            />
          ))}
        </fieldset>
      </Field>
      <Field label={words.from}>
        <RadioGroup name="from" value={fields.from} onChange={(_, data) => choose(data.value)}>
          {senders.map(([from, label]) => (
            <Radio key={from} value={from} label={label} />
          ))}
        </RadioGroup>
      </Field>
      {fields.from === 'subnets' && (
        <Field className={styles.field} required label={words.subnets} hint={words.subnetsHint} {...faultAt('subnets')}>
          <Textarea
            name="subnets"
            rows={4}
            value={fields.subnets}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, data) => edit({ subnets: data.value })}
          />
        </Field>
      )}
    </>
  )
}

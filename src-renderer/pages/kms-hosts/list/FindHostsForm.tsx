import { Button, Field, makeStyles, Radio, RadioGroup, Spinner, tokens } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { DnsPlace } from '../../../../src-main/contract/models/dns-survey.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Section } from '../../../components/Section.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { typedList } from '../../../format/typed-list.ts'
import { useAppInfo } from '../../../stores/app-info-store.ts'
import { useLab } from '../../../stores/lab-store.ts'
import { hosts as words } from '../../../strings/kms-hosts/hosts.ts'
import type { KnownHosts, KnownHostsState } from '../known-hosts-store.ts'

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

interface Props {
  readonly known: KnownHosts
  readonly state: KnownHostsState
  readonly onClose: () => void
}

/** Looks in DNS for hosts that are not in the list. */
export const FindHostsForm = ({ known, state, onClose }: Props) => {
  const styles = useStyles()
  const canManage = useAppInfo(({ info }) => info?.canManageThisComputer === true)
  const lab = useLab(({ overview }) => overview)
  const [inLab, setInLab] = useState(!canManage)
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const domains = typed ?? (inLab ? (lab?.zones.map(({ name }) => name).join(', ') ?? '') : '')
  const place: DnsPlace = inLab ? { place: 'lab', scenario: lab?.scenario ?? '' } : { place: 'network' }
  const { finding, found } = state
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const find = async (): Promise<void> => setError(await known.find(place, typedList(domains)))
    if (!finding) void find()
  }
  const complaint =
    error?.field?.startsWith('domain') === true
      ? { field: 'domains', message: [error.message, error.remedy ?? ''].join(' ').trim() }
      : null
  return (
    <Section title={words.findTitle}>
      <form className={styles.form} noValidate aria-label={words.findTitle} onSubmit={submit}>
        <Field label={words.where}>
          <RadioGroup
            layout="horizontal"
            value={inLab ? 'lab' : 'network'}
            onChange={(_, data) => setInLab(data.value === 'lab')}
          >
            <Radio value="network" label={words.network} />
            <Radio value="lab" label={words.lab} />
          </RadioGroup>
        </Field>
        <TextField
          name="domains"
          label={words.domains}
          hint={words.domainsHint}
          value={domains}
          complaint={complaint}
          onChange={setTyped}
        />
        <div className={styles.row}>
          <Button type="submit" appearance="primary" disabledFocusable={finding}>
            {words.findButton}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
          {finding && <Spinner size="tiny" labelPosition="after" label={words.finding} />}
        </div>
      </form>
      {error !== null && complaint === null && <ErrorPanel error={error} />}
      {found !== null && <output>{words.found(found.count)}</output>}
      {found?.errors.map((failure) => (
        <ErrorPanel key={`${failure.code} ${failure.message}`} error={failure} title={words.couldNotAsk} />
      ))}
    </Section>
  )
}

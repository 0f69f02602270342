import { Button, Field, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components'
import { useRef, useState, type FormEvent } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { HostRef } from '../../../../src-main/contract/models/known-kms-host.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Section } from '../../../components/Section.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { problemAt, useFieldFocus } from '../../../components/use-field-focus.ts'
import { useAppInfo } from '../../../stores/app-info-store.ts'
import { useLab } from '../../../stores/lab-store.ts'
import { hosts as words } from '../../../strings/kms-hosts/hosts.ts'
import type { KnownHosts } from '../known-hosts-store.ts'

// The same shape as HostName in the contract, which the window cannot import without zod.
const hostShape = /^[A-Za-z0-9_]([A-Za-z0-9_.:-]*[A-Za-z0-9_])?$/

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  select: { width: '420px', maxWidth: '100%' },
})

type Place = HostRef['place']

interface Complaint {
  readonly field: 'host' | 'labHost'
  readonly message: string
}

/** Adds a host by hand: this computer, one on the network, or one in the Lab. */
export const AddHostForm = ({ known, onClose }: { readonly known: KnownHosts; readonly onClose: () => void }) => {
  const styles = useStyles()
  const info = useAppInfo((state) => state.info)
  const lab = useLab((state) => state.overview)
  const canManage = info?.canManageThisComputer === true
  const [place, setPlace] = useState<Place>(canManage ? 'network' : 'lab')
  const [host, setHost] = useState('')
  const [labHost, setLabHost] = useState('')
  const [complaint, setComplaint] = useState<Complaint | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const area = useRef<HTMLFormElement>(null)
  useFieldFocus(complaint, area)

  const refOf = (): HostRef | Complaint => {
    const name = host.trim()
    switch (place) {
      case 'this-computer':
        return { place }
      case 'network':
        if (name === '') return { field: 'host', message: words.nameMissing }
        if (name.length > 255 || !hostShape.test(name)) return { field: 'host', message: words.nameMalformed(name) }
        return { place, host: name }
      case 'lab':
        if (labHost === '' || lab === null) return { field: 'labHost', message: words.labMissing }
        return { place, scenario: lab.scenario, host: labHost }
    }
  }
  const submit = async (): Promise<void> => {
    const ref = refOf()
    if ('field' in ref) return setComplaint(ref)
    const refused = await known.add(ref)
    if (refused === null) return onClose()
    setError(refused)
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    void submit()
  }
  return (
    <Section title={words.addTitle}>
      <form ref={area} className={styles.form} noValidate aria-label={words.addTitle} onSubmit={onSubmit}>
        <Field label={words.where}>
          <RadioGroup layout="horizontal" value={place} onChange={(_, data) => setPlace(placeNamed(data.value))}>
            {canManage && <Radio value="this-computer" label={words.thisComputer} />}
            <Radio value="network" label={words.network} />
            <Radio value="lab" label={words.lab} />
          </RadioGroup>
        </Field>
        {place === 'network' && (
          <TextField
            name="host"
            required
            label={words.name}
            hint={words.nameHint}
            value={host}
            complaint={complaint}
            onChange={(text) => {
              setHost(text)
              setComplaint(null)
            }}
          />
        )}
        {place === 'lab' && (
          <Field className={styles.select} required label={words.labComputer} {...problemAt(complaint, 'labHost')}>
            <Select name="labHost" value={labHost} onChange={(_, data) => setLabHost(data.value)}>
              <option value="">{words.choose}</option>
              {lab?.computers.map((computer) => (
                <option key={computer.host} value={computer.host}>
                  {`${computer.fullName}: ${computer.role}`}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {error !== null && <ErrorPanel error={error} title={words.addFailed} />}
        <div className={styles.row}>
          <Button type="submit" appearance="primary">
            {words.addHost}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Section>
  )
}

const placeNamed = (value: string): Place =>
  value === 'this-computer' || value === 'network' || value === 'lab' ? value : 'network'

import { Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components'
import type { LabComputer } from '../../../src-main/contract/models/lab.ts'
import { faultKinds, faultPlaces, faults as words } from '../../strings/lab/faults.ts'
import { methods, placesOf, type FaultDraft, type FaultKind, type FaultPlace } from './fault-draft.ts'
import { FaultEffectFields } from './FaultEffectFields.tsx'

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  sentence: { display: 'block', color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
})

const kinds = Object.keys(faultKinds) as readonly FaultKind[]

interface Props {
  readonly draft: FaultDraft
  readonly complaint: { readonly field: 'seconds' | 'times'; readonly message: string } | null
  readonly computers: readonly LabComputer[]
  readonly onEdit: (patch: Partial<FaultDraft>) => void
}

/** The fields of a fault: which computer, what goes wrong, where, how often. */
export const FaultFields = ({ draft, complaint, computers, onEdit }: Props) => {
  const styles = useStyles()
  const places = placesOf(draft.kind)
  const place: FaultPlace = places.includes(draft.place) ? draft.place : 'wmi'
  const complaintOf = (field: 'seconds' | 'times') =>
    complaint?.field === field ? ({ validationState: 'error', validationMessage: complaint.message } as const) : {}
  return (
    <>
      <Field label={words.computer}>
        <Select value={draft.host} onChange={(_, data) => onEdit({ host: data.value })}>
          <option value="*">{words.allComputers}</option>
          {computers.map(({ host }) => (
            <option key={host} value={host}>
              {host}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.what}>
        <RadioGroup
          value={draft.kind}
          onChange={(_, data) => onEdit({ kind: kinds.find((kind) => kind === data.value) ?? draft.kind })}
        >
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={
                <>
                  <span className={styles.name}>{faultKinds[kind].name}</span>
                  <span className={styles.sentence}>{faultKinds[kind].sentence}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <FaultEffectFields draft={draft} complaint={complaintOf('seconds')} onEdit={onEdit} />
      <div className={styles.row}>
        <Field label={words.where}>
          <Select
            value={place}
            onChange={(_, data) => onEdit({ place: places.find((one) => one === data.value) ?? 'wmi' })}
          >
            {places.map((one) => (
              <option key={one} value={one}>
                {faultPlaces[one]}
              </option>
            ))}
          </Select>
        </Field>
        {place === 'call' && (
          <Field label={words.method}>
            <Select value={draft.method} onChange={(_, data) => onEdit({ method: data.value })}>
              <option value="">{words.anyMethod}</option>
              {methods.map((method) => (
                <option key={method} value={method}>
                  {method}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <div className={styles.row}>
        <Field label={words.often}>
          <Select
            value={draft.limited ? 'limited' : 'always'}
            onChange={(_, data) => onEdit({ limited: data.value === 'limited' })}
          >
            <option value="always">{words.always}</option>
            <option value="limited">{words.limited}</option>
          </Select>
        </Field>
        {draft.limited && (
          <Field label={words.times} {...complaintOf('times')}>
            <Input
              name="times"
              inputMode="numeric"
              value={draft.times}
              onChange={(_, data) => onEdit({ times: data.value })}
            />
          </Field>
        )}
      </div>
    </>
  )
}

import { Checkbox, Field, Input, makeStyles, Select, type FieldProps } from '@fluentui/react-components'
import { failResults, faults as words } from '../../strings/lab/faults.ts'
import type { FaultDraft } from './fault-draft.ts'

const useStyles = makeStyles({ number: { width: '240px', maxWidth: '100%' } })

interface Props {
  readonly draft: FaultDraft
  /** What is wrong with the seconds. */
  readonly complaint: Pick<FieldProps, 'validationState' | 'validationMessage'>
  readonly onEdit: (patch: Partial<FaultDraft>) => void
}

/** What a kind of fault needs besides: how late, which Windows result, whether the work is done all the same. */
export const FaultEffectFields = ({ draft, complaint, onEdit }: Props) => {
  const styles = useStyles()
  const applied = (
    <Checkbox
      label={words.applied}
      checked={draft.applied}
      onChange={(_, data) => onEdit({ applied: data.checked === true })}
    />
  )
  switch (draft.kind) {
    case 'timeout':
    case 'slow':
      return (
        <Field label={words.seconds} className={styles.number} {...complaint}>
          <Input
            name="seconds"
            inputMode="numeric"
            value={draft.seconds}
            onChange={(_, data) => onEdit({ seconds: data.value })}
          />
        </Field>
      )
    case 'hang':
      return applied
    case 'fail':
      return (
        <>
          <Field label={words.result}>
            <Select value={String(draft.result)} onChange={(_, data) => onEdit({ result: Number(data.value) })}>
              {failResults.map(({ hresult, name }, index) => (
                <option key={hresult} value={index}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          {applied}
        </>
      )
    case 'refuse':
    case 'access-denied':
    case 'service-crash':
      return null
  }
}

import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { useEffect, useRef, type FormEvent } from 'react'
import { useStore } from 'zustand'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { problemAt, useFieldFocus } from '../components/use-field-focus.ts'
import { useAppInfo } from '../stores/app-info-store.ts'
import { loadLab } from '../stores/lab-store.ts'
import { target as words } from '../strings/target-step.ts'
import { LabFields } from '../wizards/target-step/LabFields.tsx'
import { NetworkFields } from '../wizards/target-step/NetworkFields.tsx'
import type { Place } from '../wizards/target-step/target-fields.ts'
import type { Choice } from './choice-store.ts'

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalL },
  button: { justifySelf: 'start' },
})

const places: readonly Place[] = ['this-computer', 'network', 'lab']

interface Props {
  readonly choice: Choice
  /** The verb of the button. */
  readonly button: string
  readonly onChosen: () => void
}

/** Which computer a page looks at: this one, one on the network, or one in the Lab. */
export const ComputerChoice = ({ choice, button, onChosen }: Props) => {
  const styles = useStyles()
  const area = useRef<HTMLFormElement>(null)
  const { fields, complaint, error } = useStore(choice.store)
  const info = useAppInfo((app) => app.info)
  useEffect(() => void loadLab(), [])
  useFieldFocus(complaint, area)
  const canManage = info?.canManageThisComputer === true
  const labels: Record<Place, string> = {
    'this-computer': words.thisComputer(info?.computerName ?? ''),
    network: words.network,
    lab: words.lab,
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onChosen()
  }
  const choose = (value: string): void => {
    const place = places.find((one) => one === value)
    if (place !== undefined) choice.edit({ place })
  }
  return (
    <form ref={area} className={styles.form} onSubmit={submit}>
      <Field
        label={words.place}
        {...(canManage ? {} : { hint: words.thisComputerWhyNot })}
        {...problemAt(complaint, 'place')}
      >
        <RadioGroup name="place" value={fields.place} onChange={(_, data) => choose(data.value)}>
          {places.map((place) => (
            <Radio key={place} value={place} label={labels[place]} disabled={place === 'this-computer' && !canManage} />
          ))}
        </RadioGroup>
      </Field>
      {fields.place === 'network' && <NetworkFields target={fields} complaint={complaint} edit={choice.edit} />}
      {fields.place === 'lab' && <LabFields target={fields} complaint={complaint} edit={choice.edit} />}
      {error !== null && <ErrorPanel error={error} />}
      <Button type="submit" appearance="primary" className={styles.button}>
        {button}
      </Button>
    </form>
  )
}

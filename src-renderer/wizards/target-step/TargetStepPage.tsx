import { Button, Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components'
import { useRef, type ReactNode } from 'react'
import { Panel } from '../../components/Panel.tsx'
import { WizardFrame } from '../../components/WizardFrame.tsx'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { common } from '../../strings/common.ts'
import { target as words, type TargetStepWords } from '../../strings/target-step.ts'
import { CancelButton } from '../../plan/LeaveButton.tsx'
import { ConnectionTest } from './ConnectionTest.tsx'
import { LabFields } from './LabFields.tsx'
import { NetworkFields } from './NetworkFields.tsx'
import { lacksElevation } from './target-complaints.ts'
import type { TargetEffects } from './target-effects.ts'
import type { Place } from './target-fields.ts'
import type { TargetState } from './target-machine.ts'
import { problemAt, useFieldFocus } from '../../components/use-field-focus.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' }, stack: { display: 'grid', rowGap: '20px' } })

const places: readonly Place[] = ['this-computer', 'network', 'lab']

interface Props {
  /** The wizard's name and steps. */
  readonly title: string
  readonly stepNames: readonly string[]
  readonly words: TargetStepWords
  readonly state: TargetState
  readonly effects: TargetEffects
  /** What the wizard itself has to say of the tested computer. */
  readonly children?: ReactNode
}

/** Step 1 of a wizard: which computer, and whether it can be reached. */
export const TargetStepPage = ({ title, stepNames, words: own, state, effects, children }: Props) => {
  const styles = useStyles()
  const info = useAppInfo((app) => app.info)
  const area = useRef<HTMLDivElement>(null)
  useFieldFocus(state.complaint, area)
  const { target } = state
  const canManage = info?.canManageThisComputer === true
  const labels: Record<Place, string> = {
    'this-computer': words.thisComputer(info?.computerName ?? ''),
    network: words.network,
    lab: words.lab,
  }
  const choose = (value: string): void => {
    const place = places.find((one) => one === value)
    if (place !== undefined) effects.edit({ place })
  }
  return (
    <WizardFrame
      title={title}
      stepNames={stepNames}
      step={0}
      heading={own.heading}
      onSubmit={() => void effects.next()}
      actions={
        <>
          <Button type="submit" appearance="primary">
            {common.next}
          </Button>
          <CancelButton />
        </>
      }
    >
      <div ref={area} className={styles.stack}>
        <p className={styles.text}>{own.intro}</p>
        <Field
          label={words.place}
          {...(canManage ? {} : { hint: words.thisComputerWhyNot })}
          {...problemAt(state.complaint, 'place')}
        >
          <RadioGroup name="place" value={target.place} onChange={(_, data) => choose(data.value)}>
            {places.map((place) => (
              <Radio
                key={place}
                value={place}
                label={labels[place]}
                disabled={place === 'this-computer' && !canManage}
              />
            ))}
          </RadioGroup>
        </Field>
        {lacksElevation(target, info) && (
          <Panel level="warning" title={words.elevationTitle}>
            <p className={styles.text}>{words.elevationBody}</p>
            <p className={styles.text}>{words.elevationRead}</p>
          </Panel>
        )}
        {target.place === 'network' && (
          <NetworkFields target={target} complaint={state.complaint} edit={effects.edit} />
        )}
        {target.place === 'lab' && <LabFields target={target} complaint={state.complaint} edit={effects.edit} />}
        <ConnectionTest state={state} effects={effects} words={own} />
        {children}
      </div>
    </WizardFrame>
  )
}

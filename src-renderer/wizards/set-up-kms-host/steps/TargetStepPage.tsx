import { Button, Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components'
import { useRef } from 'react'
import { Panel } from '../../../components/Panel.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { useAppInfo } from '../../../stores/app-info-store.ts'
import { common } from '../../../strings/common.ts'
import { target as words } from '../../../strings/set-up-kms-host/target.ts'
import { stepNames, wizard as wizardWords } from '../../../strings/set-up-kms-host/wizard.ts'
import { lacksElevation } from '../complaints.ts'
import type { Place } from '../draft.ts'
import type { TargetStep } from '../machine.ts'
import { useWizard } from '../use-wizard.ts'
import { CancelButton } from '../../../plan/LeaveButton.tsx'
import { ConnectionTest } from './ConnectionTest.tsx'
import { LabFields } from './LabFields.tsx'
import { NetworkFields } from './NetworkFields.tsx'
import { complaintOf, useComplaintFocus } from './use-complaint.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' }, stack: { display: 'grid', rowGap: '20px' } })

const places: readonly Place[] = ['this-computer', 'network', 'lab']

/** Step 1: which computer, and whether it can be reached. */
export const TargetStepPage = ({ state }: { readonly state: TargetStep }) => {
  const styles = useStyles()
  const wizard = useWizard()
  const info = useAppInfo((app) => app.info)
  const area = useRef<HTMLDivElement>(null)
  useComplaintFocus(state.complaint, area)
  const { target } = state.draft
  const canManage = info?.canManageThisComputer === true
  const labels: Record<Place, string> = {
    'this-computer': words.thisComputer(info?.computerName ?? ''),
    network: words.network,
    lab: words.lab,
  }
  const choose = (value: string): void => {
    const place = places.find((one) => one === value)
    if (place !== undefined) wizard.target.edit({ place })
  }
  return (
    <WizardFrame
      title={wizardWords.title}
      stepNames={stepNames}
      step={0}
      heading={words.heading}
      onSubmit={() => void wizard.target.next()}
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
        <p className={styles.text}>{words.intro}</p>
        <Field
          label={words.place}
          {...(canManage ? {} : { hint: words.thisComputerWhyNot })}
          {...complaintOf(state.complaint, 'place')}
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
        {target.place === 'network' && <NetworkFields target={target} complaint={state.complaint} />}
        {target.place === 'lab' && <LabFields target={target} complaint={state.complaint} />}
        <ConnectionTest state={state} />
      </div>
    </WizardFrame>
  )
}

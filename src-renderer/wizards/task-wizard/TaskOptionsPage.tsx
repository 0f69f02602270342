import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { useRef } from 'react'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { useFieldFocus } from '../../components/use-field-focus.ts'
import { WizardFrame } from '../../components/WizardFrame.tsx'
import { CancelButton } from '../../plan/LeaveButton.tsx'
import { common } from '../../strings/common.ts'
import { task as words } from '../../strings/task-wizard.ts'
import type { TaskOptionsStep } from './task-machine.ts'
import type { Task } from './task-store.ts'
import type { TaskWizard } from './task-wizard.ts'

const useStyles = makeStyles({
  area: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px' },
  text: { margin: 0, maxWidth: '720px' },
})

interface Props<F extends object> {
  readonly wizard: TaskWizard<F>
  readonly task: Task<F>
  readonly state: TaskOptionsStep<F>
}

/** Step 2: what is to be done, as the wizard asks it. */
export const TaskOptionsPage = <F extends object>({ wizard, task, state }: Props<F>) => {
  const styles = useStyles()
  const area = useRef<HTMLDivElement>(null)
  useFieldFocus(state.complaint, area)
  const { title, stepNames, optionsHeading, optionsIntro } = wizard.words
  const { Options } = wizard
  return (
    <WizardFrame
      title={title}
      stepNames={stepNames}
      step={1}
      heading={optionsHeading(state.computer.name)}
      onSubmit={() => void task.propose()}
      actions={
        <>
          {state.proposing && <Spinner size="tiny" labelPosition="after" label={words.proposing} />}
          <Button onClick={task.back}>{common.back}</Button>
          <Button type="submit" appearance="primary">
            {common.next}
          </Button>
          <CancelButton />
        </>
      }
    >
      <div ref={area} className={styles.area}>
        <p className={styles.text}>{optionsIntro}</p>
        {state.error !== null && <ErrorPanel error={state.error} title={words.proposeFailed} />}
        <Options fields={state.fields} computer={state.computer} edit={task.edit} complaint={state.complaint} />
      </div>
    </WizardFrame>
  )
}

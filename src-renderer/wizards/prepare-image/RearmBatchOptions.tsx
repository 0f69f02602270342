import { Field, makeStyles, RadioGroup, tokens } from '@fluentui/react-components'
import { HintedRadio } from '../../components/HintedRadio.tsx'
import { Panel } from '../../components/Panel.tsx'
import { TextField } from '../../components/TextField.tsx'
import { batchTasks } from '../../strings/batch/tasks.ts'
import type { BatchOptionsProps } from '../batch/batch-wizard.ts'
import type { RearmFields } from './rearm-fields.ts'

const words = batchTasks.rearm
const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  indented: { marginLeft: tokens.spacingHorizontalXXL },
})
const tasks: readonly RearmFields['task'][] = ['windows', 'office', 'product']

/** What is rearmed on many computers. */
export const RearmBatchOptions = ({ fields, edit, complaint }: BatchOptionsProps<RearmFields>) => {
  const styles = useStyles()
  const choose = (value: string): void => {
    const task = tasks.find((one) => one === value)
    if (task !== undefined) edit({ task })
  }
  return (
    <>
      <Panel level="warning">
        <p className={styles.text}>{words.spends}</p>
      </Panel>
      <Field label={words.label}>
        <RadioGroup name="task" value={fields.task} onChange={(_, data) => choose(data.value)}>
          <HintedRadio value="windows" label={words.windows} hint={words.windowsHint} />
          <HintedRadio value="office" label={words.office} hint={words.officeHint} />
          <HintedRadio value="product" label={words.product} hint={words.productHint} />
        </RadioGroup>
      </Field>
      {fields.task === 'product' && (
        <div className={styles.indented}>
          <TextField
            name="activationId"
            required
            label={words.activationId}
            hint={words.activationIdHint}
            value={fields.activationId}
            complaint={complaint}
            onChange={(activationId) => edit({ activationId })}
          />
        </div>
      )}
    </>
  )
}

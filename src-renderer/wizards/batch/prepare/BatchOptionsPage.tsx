import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { useRef } from 'react'
import { useStore } from 'zustand'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useFieldFocus } from '../../../components/use-field-focus.ts'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { batchPrepare as words } from '../../../strings/batch/prepare.ts'
import { common } from '../../../strings/common.ts'
import type { BatchWizard } from '../batch-wizard.ts'
import { LeaveBatchButton } from '../LeaveBatchButton.tsx'
import { byFit, withoutMisfits } from './chosen-computers.ts'
import { someNames } from './computer-text.ts'
import { PolicyPart } from './PolicyPart.tsx'
import type { Preparation } from './preparation.ts'

const useStyles = makeStyles({
  area: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px' },
  text: { margin: 0, maxWidth: '720px', overflowWrap: 'anywhere' },
})

interface Props<F extends object> {
  readonly wizard: BatchWizard<F>
  readonly preparation: Preparation<F>
}

/** Step 2: what is to be done, asked once for all, and how the batch goes through its computers. */
export const BatchOptionsPage = <F extends object>({ wizard, preparation }: Props<F>) => {
  const styles = useStyles()
  const area = useRef<HTMLDivElement>(null)
  const { computers, leftOut, fields, policy, proposing, complaint, error } = useStore(preparation.store)
  useFieldFocus(complaint, area)
  const chosen = withoutMisfits(wizard, computers, leftOut)
  const { taken, dropped } = byFit(wizard, fields, chosen)
  const { Options } = wizard
  return (
    <WizardFrame
      title={wizard.title}
      stepNames={words.stepNames}
      step={1}
      heading={wizard.optionsHeading(chosen.length)}
      onSubmit={() => void preparation.propose()}
      actions={
        <>
          {proposing && <Spinner size="tiny" labelPosition="after" label={words.proposing} />}
          <Button onClick={preparation.back}>{common.back}</Button>
          <Button type="submit" appearance="primary">
            {common.next}
          </Button>
          <LeaveBatchButton label={common.cancel} />
        </>
      }
    >
      <div ref={area} className={styles.area}>
        <p className={styles.text}>{words.optionsIntro}</p>
        {error !== null && <ErrorPanel error={error} title={words.proposeFailed} />}
        <Options fields={fields} computers={chosen} edit={preparation.edit} complaint={complaint} />
        {taken.length > 0 &&
          dropped.map(({ reason, computers: out }) => (
            <Panel key={reason} level="info" title={words.leftOutTitle(out.length)}>
              <p className={styles.text}>{reason}</p>
              <p className={styles.text}>{someNames(out.map(({ name }) => name))}</p>
            </Panel>
          ))}
        <PolicyPart policy={policy} count={taken.length} edit={preparation.editPolicy} complaint={complaint} />
      </div>
    </WizardFrame>
  )
}

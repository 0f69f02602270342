import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Section } from '../../components/Section.tsx'
import { openPublishDns } from '../../stores/navigation-store.ts'
import { convert as words } from '../../strings/convert-computer.ts'
import type { TaskEnd } from '../task-wizard/task-wizard.ts'
import { useConversionAdvice } from './use-conversion-advice.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' }, button: { justifySelf: 'start' } })

/** What the computer says of itself after the plan, and the way to what a former KMS host leaves behind. */
export const ConversionResult = ({ plan }: TaskEnd) => {
  const styles = useStyles()
  const { state, again } = useConversionAdvice(plan.target)
  const wasHost = plan.findings.some(({ check }) => check === 'record-stays')
  return (
    <>
      <Section title={words.nowTitle}>
        {state.phase === 'looking' && <Spinner size="small" labelPosition="after" label={words.reading} />}
        {state.phase === 'failed' && (
          <ErrorPanel error={state.error} title={words.readFailed}>
            <Button size="small" onClick={again}>
              {words.lookAgain}
            </Button>
          </ErrorPanel>
        )}
        {state.phase === 'known' && <p className={styles.text}>{state.advice.present}</p>}
      </Section>
      {wasHost && plan.state === 'done' && (
        <Section title={words.leftTitle}>
          <p className={styles.text}>{words.afterHost}</p>
          <Button className={styles.button} onClick={() => void openPublishDns({ kind: 'new' })}>
            {words.openDns}
          </Button>
        </Section>
      )}
    </>
  )
}

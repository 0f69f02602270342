import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Section } from '../../../components/Section.tsx'
import { result as words } from '../../../strings/set-up-kms-host/result.ts'
import type { ResultStep } from '../plan-stage.ts'
import { HostReport } from './HostReport.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  text: { margin: 0 },
})

/** What the computer, DNS and the port show, with the button that asks them again. */
export const HostState = ({ state, onVerify }: { readonly state: ResultStep; readonly onVerify: () => void }) => {
  const styles = useStyles()
  const { report, verify } = state
  return (
    <Section title={words.state}>
      {report === null ? <p className={styles.text}>{words.notVerified}</p> : <HostReport report={report} />}
      {verify.phase === 'failed' && <ErrorPanel error={verify.error} title={words.verifyFailed} />}
      <div className={styles.row}>
        <Button disabledFocusable={verify.phase === 'running'} onClick={onVerify}>
          {words.verify}
        </Button>
        {verify.phase === 'running' && <Spinner size="tiny" labelPosition="after" label={words.verifying} />}
      </div>
    </Section>
  )
}

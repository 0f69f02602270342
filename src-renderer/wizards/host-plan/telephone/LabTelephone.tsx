import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CallRegular } from '@fluentui/react-icons/svg/call'
import { useState } from 'react'
import type { Result } from '../../../../src-main/contract/app-error.ts'
import type { LabConfirmation } from '../../../../src-main/contract/models/lab.ts'
import { CommandText } from '../../../components/CommandText.tsx'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { common } from '../../../strings/common.ts'
import { telephone as words } from '../../../strings/telephone.ts'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

interface Props {
  readonly installationId: string
  readonly call: (installationId: string) => Promise<Result<LabConfirmation>>
  readonly onFill: (digits: string) => void
}

/** In the Lab: a line that tells a fictional confirmation ID, so that the call can be rehearsed. */
export const LabTelephone = ({ installationId, call, onFill }: Props) => {
  const styles = useStyles()
  const [answer, setAnswer] = useState<Result<LabConfirmation> | null>(null)
  const dial = async (): Promise<void> => setAnswer(await call(installationId))
  return (
    <Panel level="info" title={words.labTitle}>
      <p className={styles.text}>{words.labBody}</p>
      <div className={styles.row}>
        <Button size="small" icon={<CallRegular />} onClick={() => void dial()}>
          {words.labCall}
        </Button>
      </div>
      <div aria-live="polite">
        {answer?.ok === true && (
          <div className={styles.row}>
            <span>{words.labTold}</span>
            <CommandText text={answer.value.blocks.join(' ')} />
            <CopyButton iconOnly text={answer.value.blocks.join(' ')} label={common.copyNamed(words.confirmationId)} />
            <Button size="small" onClick={() => onFill(answer.value.digits)}>
              {words.labFill}
            </Button>
          </div>
        )}
      </div>
      {answer?.ok === false && <ErrorPanel error={answer.error} title={words.labFailed} />}
    </Panel>
  )
}

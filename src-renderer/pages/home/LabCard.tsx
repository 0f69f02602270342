import { Button } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker'
import { announce } from '../../components/Announcer.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { timeText } from '../../format/time.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { resetLab, useLab } from '../../stores/lab-store.ts'
import { openSetUpKmsHost } from '../../stores/navigation-store.ts'
import { ask } from '../../stores/question-store.ts'
import { home } from '../../strings/home.ts'

const resetQuestion = {
  title: home.labResetTitle,
  body: home.labResetBody,
  confirm: home.labResetConfirm,
  cancel: home.keep,
}

/** The Lab: what it is, and the way into it. */
export const LabCard = () => {
  const { overview, error, resetting } = useLab()
  const canManage = useAppInfo((state) => state.info?.canManageThisComputer ?? true)
  if (overview === null) return error === null ? null : <ErrorPanel error={error} title={home.labTitle} />
  const reset = async (): Promise<void> => {
    if (!(await ask(resetQuestion))) return
    await resetLab()
    announce(home.labResetDone)
  }
  return (
    <Card
      icon={<BeakerRegular />}
      title={home.labTitle}
      text={home.labBody(overview.title, overview.computers.length)}
      note={`${home.labClock(timeText(overview.now))}. ${canManage ? '' : home.canOnlyLab}`.trim()}
      actions={
        <>
          <Button onClick={() => void openSetUpKmsHost({ kind: 'practise' })}>{home.labButton}</Button>
          <Button disabledFocusable={resetting} onClick={() => void reset()}>
            {home.labReset}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorPanel error={error} />}
    </Card>
  )
}

import { Button } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker'
import { Card } from '../../components/Card.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { timeText } from '../../format/time.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { useLab } from '../../stores/lab-store.ts'
import { go, openSetUpKmsHost } from '../../stores/navigation-store.ts'
import { home } from '../../strings/home.ts'

/** The Lab: what it is, and the way into it. */
export const LabCard = () => {
  const { overview, error } = useLab()
  const canManage = useAppInfo((state) => state.info?.canManageThisComputer ?? true)
  if (overview === null) return error === null ? null : <ErrorPanel error={error} title={home.labTitle} />
  return (
    <Card
      icon={<BeakerRegular />}
      title={home.labTitle}
      text={home.labBody(overview.title, overview.computerCount)}
      note={`${home.labClock(timeText(overview.now))}. ${canManage ? '' : home.canOnlyLab}`.trim()}
      actions={
        <>
          <Button onClick={() => void openSetUpKmsHost({ kind: 'practise' })}>{home.labButton}</Button>
          <Button onClick={() => void go({ page: 'lab' })}>{home.labOpen}</Button>
        </>
      }
    >
      {error !== null && <ErrorPanel error={error} />}
    </Card>
  )
}

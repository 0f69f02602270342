import { useEffect } from 'react'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Page } from '../../components/Page.tsx'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { loadLab } from '../../stores/lab-store.ts'
import { loadUnfinishedPlans } from '../../stores/unfinished-plans-store.ts'
import { home } from '../../strings/home.ts'
import { LabCard } from './LabCard.tsx'
import { Notices } from './Notices.tsx'
import { TaskCard } from './TaskCard.tsx'
import { homeTasks } from './tasks.tsx'
import { UnfinishedPlans } from './UnfinishedPlans.tsx'

/** Where the app starts: messages, plans that wait, and what can be begun. */
export const HomePage = () => {
  const error = useAppInfo((state) => state.error)
  useEffect(() => {
    void loadUnfinishedPlans()
    void loadLab()
  }, [])
  return (
    <Page heading={home.heading}>
      {error !== null && <ErrorPanel error={error} />}
      <Notices />
      <UnfinishedPlans />
      {homeTasks.map((task, index) => (
        <TaskCard key={task.title} task={task} primary={index === 0} />
      ))}
      <LabCard />
    </Page>
  )
}

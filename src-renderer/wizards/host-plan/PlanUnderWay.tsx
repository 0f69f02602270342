import { RunningPage, type PlanPageProps } from './RunningPage.tsx'
import { TelephonePage } from './telephone/TelephonePage.tsx'

/** A plan that has not ended: the telephone where it waits for a confirmation ID, its progress otherwise. */
export const PlanUnderWay = (props: PlanPageProps) => {
  const { plan, request } = props.state
  const waiting = plan.state === 'waiting-for-input' ? plan.waiting : null
  return waiting !== null && request !== 'discarding' ? (
    <TelephonePage {...props} waiting={waiting} />
  ) : (
    <RunningPage {...props} />
  )
}

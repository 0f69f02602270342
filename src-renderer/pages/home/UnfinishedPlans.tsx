import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Section } from '../../components/Section.tsx'
import { useUnfinishedPlans } from '../../stores/unfinished-plans-store.ts'
import { home } from '../../strings/home.ts'
import { UnfinishedPlan } from './UnfinishedPlan.tsx'

/** Plans that run, wait or were interrupted. The section is absent where there are none. */
export const UnfinishedPlans = () => {
  const { plans, error } = useUnfinishedPlans()
  if (error === null && (plans === null || plans.length === 0)) return null
  return (
    <Section title={home.unfinishedHeading}>
      {error !== null && <ErrorPanel error={error} />}
      {plans?.map((plan) => (
        <UnfinishedPlan key={plan.planId} plan={plan} />
      ))}
    </Section>
  )
}

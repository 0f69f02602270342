import { useEffect } from 'react'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Section } from '../../components/Section.tsx'
import { useUnfinishedPlans } from '../../stores/unfinished-plans-store.ts'
import { home } from '../../strings/home.ts'
import { loadUnfinishedBatches, useUnfinishedBatches } from '../../stores/unfinished-batches-store.ts'
import { UnfinishedBatch } from './UnfinishedBatch.tsx'
import { UnfinishedPlan } from './UnfinishedPlan.tsx'

/** Plans and batches that run, wait or were interrupted. The section is absent where there are none. */
export const UnfinishedPlans = () => {
  const { plans, error } = useUnfinishedPlans()
  const { batches, error: batchError } = useUnfinishedBatches()
  useEffect(() => {
    void loadUnfinishedBatches()
  }, [])
  const failed = error ?? batchError
  if (failed === null && (plans ?? []).length === 0 && (batches ?? []).length === 0) return null
  return (
    <Section title={home.unfinishedHeading}>
      {failed !== null && <ErrorPanel error={failed} />}
      {batches?.map((batch) => (
        <UnfinishedBatch key={batch.batchId} batch={batch} />
      ))}
      {plans?.map((plan) => (
        <UnfinishedPlan key={plan.planId} plan={plan} />
      ))}
    </Section>
  )
}

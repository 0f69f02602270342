import type { ComputerPlan } from './computer-plan.ts'

/** Computers of a scenario by bare name, full name and address, in lower case. */
export const byEverySpelling = (plans: readonly ComputerPlan[]): ReadonlyMap<string, string> =>
  new Map(
    plans.flatMap(({ name, domain, address }) => {
      const host = name.toLowerCase()
      const full = domain === null ? [] : [`${host}.${domain}`]
      return [host, ...full, address].map((spelling) => [spelling, host] as const)
    }),
  )

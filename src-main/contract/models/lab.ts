import { z } from 'zod'

/** A computer of the Lab as the person choosing a target sees it. */
export const LabComputer = z
  .object({
    host: z.string(),
    fullName: z.string(),
    osCaption: z.string(),
    role: z.string(),
    state: z.string(),
    /** Ready-made credentials of the scenario, to type in: the user name, and a hint where the password stands. */
    user: z.string().nullable(),
  })
  .strict()
export type LabComputer = z.infer<typeof LabComputer>

/** The Lab's scenario with its computers and its clock. */
export const LabOverview = z
  .object({
    scenario: z.string(),
    title: z.string(),
    description: z.string(),
    /** ISO 8601: the simulated clock. */
    now: z.string(),
    /** Fictional keys of the scenario, to type in. They are recognised by the Lab alone. */
    keys: z.array(z.object({ label: z.string(), key: z.string() }).strict()),
    /** Fictional accounts of the scenario, to type in. */
    accounts: z.array(z.object({ user: z.string(), password: z.string(), note: z.string() }).strict()),
    computers: z.array(LabComputer),
  })
  .strict()
export type LabOverview = z.infer<typeof LabOverview>

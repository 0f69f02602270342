import { z } from 'zod'

/** What the window needs to know about the process it runs in. */
export const AppInfo = z
  .object({
    version: z.string(),
    electron: z.string().nullable(),
    platform: z.string(),
    computerName: z.string(),
    /** True where the app can manage this computer (Windows). Elsewhere the Lab is preselected. */
    canManageThisComputer: z.boolean(),
    /** Whether the process is elevated; null where that means nothing. */
    elevated: z.boolean().nullable(),
    /** Problems met at start that people must know about, such as a damaged journal that was kept aside. */
    notices: z.array(
      z
        .object({ level: z.enum(['info', 'warning', 'error']), message: z.string(), remedy: z.string().optional() })
        .strict(),
    ),
  })
  .strict()
export type AppInfo = z.infer<typeof AppInfo>

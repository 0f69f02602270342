import { z } from 'zod'

/** What the app's menu asks of the page. */
export const AppCommand = z.object({ command: z.enum(['open-set-up-kms-host', 'open-journal']) }).strict()
export type AppCommand = z.infer<typeof AppCommand>

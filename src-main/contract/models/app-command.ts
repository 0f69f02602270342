import { z } from 'zod'

/** What the app's menu asks of the page: one command for each page and wizard that can be begun there. */
export const appCommands = [
  'open-computers',
  'open-home',
  'open-set-up-kms-host',
  'open-configure-client',
  'open-convert-computer',
  'open-prepare-image',
  'open-prepare-remote',
  'open-kms-hosts',
  'open-deployment-map',
  'open-expiry',
  'open-publish-dns',
  'open-licensing-details',
  'open-check-computer',
  'open-error-lookup',
  'open-journal',
  'open-lab',
] as const

/** What the app's menu asks of the page. */
export const AppCommand = z.object({ command: z.enum(appCommands) }).strict()
export type AppCommand = z.infer<typeof AppCommand>

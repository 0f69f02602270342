import type { Handlers } from '../contract/handlers.ts'
import type { ExportService } from './service-interfaces.ts'

/** Plans that leave the app as files. The window gets their text and bytes; where they go is asked by `file.save`. */
export const exportHandlers = (exports: ExportService): Pick<Handlers, 'plan.export'> => ({
  'plan.export': async (question) => exports.export(question),
})

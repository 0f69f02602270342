import type { Handlers } from '../contract/handlers.ts'
import type { FileService } from './service-interfaces.ts'

/** Files that a person wants to keep. The window gives contents and a name to suggest; where they go is asked by main. */
export const fileHandlers = (files: FileService): Pick<Handlers, 'file.save'> => ({
  'file.save': async ({ suggestedName, kind, bytes }) => ({
    saved: await files.save({ suggestedName, kind, bytes: Buffer.from(bytes, 'base64') }),
  }),
})

import type { Handlers } from '../contract/handlers.ts'
import { endWith } from './end-with.ts'
import type { AppService } from './service-interfaces.ts'

/** What the window asks about the app itself. */
export const appHandlers = (app: AppService): Pick<Handlers, 'app.info' | 'app.openLog' | 'app.commands'> => ({
  'app.info': () => app.info(),
  'app.openLog': async () => {
    await app.openLog()
    return undefined
  },
  'app.commands': async (_, { emit, signal }) => {
    endWith(signal, app.subscribeToCommands(emit))
  },
})

import type { Handlers } from '../contract/handlers.ts'
import type { LicensingDetailsService } from './service-interfaces.ts'

/** What `slmgr /dlv` shows, of one computer. */
export const licensingDetailsHandlers = (details: LicensingDetailsService): Pick<Handlers, 'licensing.details'> => ({
  'licensing.details': ({ target, scope }, { signal }) => details.read(target, scope, signal),
})

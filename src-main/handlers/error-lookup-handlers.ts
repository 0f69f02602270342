import type { Handlers } from '../contract/handlers.ts'
import { lookUpErrors } from '../licensing/error-lookup.ts'

/** Result codes explained from what the app carries along; nothing is asked of the network. */
export const errorLookupHandlers = (): Pick<Handlers, 'errors.lookUp'> => ({
  'errors.lookUp': async ({ text }) => lookUpErrors(text),
})

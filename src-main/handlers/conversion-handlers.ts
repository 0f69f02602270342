import type { Handlers } from '../contract/handlers.ts'
import type { ConversionService } from './service-interfaces.ts'

/** What a computer can be converted to. */
export const conversionHandlers = (conversions: ConversionService): Pick<Handlers, 'conversion.advise'> => ({
  'conversion.advise': ({ target }, { signal }) => conversions.advise(target, signal),
})

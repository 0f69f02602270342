import { readConversionAdvice } from '../actions/conversion-reader.ts'
import type { ConversionService } from '../handlers/service-interfaces.ts'
import { createTargetLook, type TargetLookParts } from './target-look.ts'

/** Looks at computers that are to be converted, through the shared engine. */
export const createConversionService = (parts: TargetLookParts): ConversionService => {
  const look = createTargetLook(parts)
  return { advise: (target, signal) => look(target, signal, readConversionAdvice) }
}

import { readLicensingDetails } from '../actions/licensing-details-reader.ts'
import type { LicensingDetailsService } from '../handlers/service-interfaces.ts'
import { detailsAnswer } from '../licensing/details-answer.ts'
import { createTargetLook, type TargetLookParts } from './target-look.ts'

/** Reads the licensing details of computers through the shared engine. */
export const createLicensingDetailsService = (parts: TargetLookParts): LicensingDetailsService => {
  const look = createTargetLook(parts)
  return {
    read: (target, scope, signal) =>
      look(target, signal, async (context) => detailsAnswer(await readLicensingDetails(context, scope), scope)),
  }
}

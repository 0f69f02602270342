import { z } from 'zod'
import { slmgrCommand } from '../licensing/command-lines.ts'
import { maskFromLastFive } from '../licensing/product-key.ts'
import { defineAction } from './action.ts'
import {
  directoryFindings,
  directoryKey,
  keyShape,
  namedObject,
  objectNameShape,
  objectUndo,
  unknownObject,
} from './active-directory.ts'
import { callLicensing } from './licensing-calls.ts'
import { findLicensingService } from './licensing-reader.ts'

const Params = z.object({ ...keyShape, ...objectNameShape }).strict()
type Params = z.infer<typeof Params>

/** Activates the forest over the internet and creates its activation object (slmgr.md 1.7, /ad-activation-online). */
export const activateDirectoryOnline = defineAction<Params, null, Pick<Params, 'lastFive' | 'objectName'>>({
  kind: 'active-directory.activate-online',
  params: Params,
  evidence: z.null(),
  risk: 'irreversible',
  weight: 30,
  deadline: 240_000,
  secrets: ({ key }) => [key],
  title: ({ lastFive, objectName }) =>
    `Activate the forest with the key ending in ${lastFive} over the internet${namedObject(objectName)}`,
  equivalent: ({ lastFive, objectName }, target) =>
    slmgrCommand(
      target,
      '/ad-activation-online',
      maskFromLastFive(lastFive),
      ...(objectName === null ? [] : [objectName]),
    ),
  undo: () => objectUndo,
  check: (context, { objectName }) => directoryFindings(context, objectName),
  before: async () => null,
  run: async (context, { key, lastFive, objectName }) => {
    const ProductKey = directoryKey(context, key)
    const { path } = await findLicensingService(context)
    context.note('Windows is talking to Microsoft’s activation servers and to Active Directory')
    // Windows takes an empty text where no name is given (slmgr.md 1.7).
    const ActivationObjectName = objectName ?? ''
    await callLicensing(context, path, 'DoActiveDirectoryOnlineActivation', { ProductKey, ActivationObjectName })
    return { lastFive, objectName }
  },
  settle: async () => unknownObject,
  outcome: ({ lastFive, objectName }) =>
    `The forest is activated with the key ending in ${lastFive}${namedObject(objectName)}.`,
})

import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { parseConfirmationId } from '../licensing/confirmation-id.ts'
import { slmgrCommand } from '../licensing/command-lines.ts'
import { maskFromLastFive } from '../licensing/product-key.ts'
import { confirmationIdMask } from '../licensing/redaction.ts'
import { defineAction, type ActionContext } from './action.ts'
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

const Params = z
  .object({
    ...keyShape,
    ...objectNameShape,
    /** Name of the plan's secret that is the confirmation ID. */
    confirmationId: z.string().min(1).max(64),
  })
  .strict()
type Params = z.infer<typeof Params>

const confirmationDigits = (context: ActionContext, name: string): string => {
  const parsed = parseConfirmationId(context.secret(name))
  if (parsed.outcome === 'id') return parsed.digits
  const [finding] = parsed.findings
  throw new AppFailure({
    code: 'invalid-input',
    message: finding?.message ?? 'This is no confirmation ID.',
    ...(finding?.remedy === undefined ? {} : { remedy: finding.remedy }),
    field: name,
    retryable: false,
  })
}

/** Activates the forest with a confirmation ID from the telephone (slmgr.md 1.7, /ad-activation-apply-cid). */
export const depositDirectoryConfirmation = defineAction<Params, null, Pick<Params, 'lastFive' | 'objectName'>>({
  kind: 'active-directory.deposit-confirmation-id',
  params: Params,
  evidence: z.null(),
  risk: 'irreversible',
  weight: 15,
  deadline: 120_000,
  secrets: ({ key, confirmationId }) => [key, confirmationId],
  title: ({ lastFive, objectName }) =>
    `Activate the forest with the key ending in ${lastFive} by telephone${namedObject(objectName)}`,
  equivalent: ({ lastFive, objectName }, target) =>
    slmgrCommand(
      target,
      '/ad-activation-apply-cid',
      maskFromLastFive(lastFive),
      confirmationIdMask,
      ...(objectName === null ? [] : [objectName]),
    ),
  undo: () => objectUndo,
  check: (context, { objectName }) => directoryFindings(context, objectName),
  before: async () => null,
  run: async (context, { key, lastFive, confirmationId, objectName }) => {
    const ProductKey = directoryKey(context, key)
    const ConfirmationID = confirmationDigits(context, confirmationId)
    const { path } = await findLicensingService(context)
    context.note('Windows is checking the confirmation ID and writing to Active Directory')
    await callLicensing(context, path, 'DepositActiveDirectoryOfflineActivationConfirmation', {
      ProductKey,
      ConfirmationID,
      ActivationObjectName: objectName ?? '',
    })
    return { lastFive, objectName }
  },
  settle: async () => unknownObject,
  outcome: ({ lastFive, objectName }) =>
    `The forest is activated by telephone with the key ending in ${lastFive}${namedObject(objectName)}.`,
})

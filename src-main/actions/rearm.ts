import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { guidFault, plainGuid, sameGuid } from '../licensing/activation-id.ts'
import { rearmApplicationCommand, rearmCommand, rearmProductCommand } from '../licensing/client-commands.ts'
import { isWindowsApplication } from '../licensing/product-kind.ts'
import { countOrNull } from '../licensing/record-fields.ts'
import type { ActionContext } from './action.ts'
import { findLicensingObject, readLicensingObject } from './licensing-object.ts'
import { findLicensingService, readKeyedProducts } from './licensing-reader.ts'
import { rearmAction } from './rearm-action.ts'
import { versionGates } from './version-gates.ts'

/** Rearms Windows: its timers and the client machine ID start anew (kms.md 1). */
export const rearmWindows = rearmAction<Record<string, never>>({
  kind: 'windows.rearm',
  params: z.object({}).strict(),
  gate: null,
  what: () => 'Windows',
  equivalent: (_, target) => rearmCommand(target),
  fault: () => null,
  left: async (context) => {
    const service = await findLicensingObject(context, null)
    const row = await readLicensingObject(context, service, ['RemainingWindowsReArmCount'])
    return countOrNull(row, 'RemainingWindowsReArmCount')
  },
  call: async (context) => ({ path: (await findLicensingService(context)).path, method: 'ReArmWindows' }),
})

const ApplicationParams = z.object({ applicationId: z.string().max(100) }).strict()

const applicationWords = (applicationId: string): string =>
  isWindowsApplication(applicationId) ? 'the application Windows' : `the application ${plainGuid(applicationId)}`

const applicationLeft = async (context: ActionContext, applicationId: string): Promise<number | null> => {
  const products = await readKeyedProducts(context)
  const own = products.filter((product) => sameGuid(product.applicationId, applicationId))
  if (own.length === 0)
    throw new AppFailure({
      code: 'not-found',
      field: 'applicationId',
      message: `No product of the application ${plainGuid(applicationId)} has a key on the computer.`,
      remedy: 'Look for the application ID in the details of the computer (slmgr /dlv).',
      retryable: false,
    })
  return own.find(({ applicationRearmsLeft }) => applicationRearmsLeft !== null)?.applicationRearmsLeft ?? null
}

/** Rearms every product of one application; Windows 8.1 and later (slmgr.md 1.3). */
export const rearmApplication = rearmAction<z.infer<typeof ApplicationParams>>({
  kind: 'application.rearm',
  params: ApplicationParams,
  gate: versionGates.applicationRearm,
  what: ({ applicationId }) => applicationWords(applicationId),
  equivalent: ({ applicationId }, target) => rearmApplicationCommand(target, plainGuid(applicationId)),
  fault: ({ applicationId }) => guidFault(applicationId, 'applicationId'),
  left: (context, { applicationId }) => applicationLeft(context, applicationId),
  call: async (context, { applicationId }) => ({
    path: (await findLicensingService(context)).path,
    method: 'ReArmApp',
    input: { ApplicationId: plainGuid(applicationId) },
  }),
})

const ProductParams = z.object({ activationId: z.string().max(100) }).strict()

/** Rearms one product, whether it has a key or not; Windows 8.1 and later (slmgr.md 1.3). */
export const rearmProduct = rearmAction<z.infer<typeof ProductParams>>({
  kind: 'product.rearm',
  params: ProductParams,
  gate: versionGates.productRearm,
  what: ({ activationId }) => `the product ${plainGuid(activationId)}`,
  equivalent: ({ activationId }, target) => rearmProductCommand(target, plainGuid(activationId)),
  fault: ({ activationId }) => guidFault(activationId),
  left: async (context, { activationId }) => {
    const product = await findLicensingObject(context, activationId)
    const row = await readLicensingObject(context, product, ['RemainingSkuReArmCount'])
    return countOrNull(row, 'RemainingSkuReArmCount')
  },
  call: async (context, { activationId }) => ({
    path: (await findLicensingObject(context, activationId)).path,
    method: 'ReArmSku',
  }),
})

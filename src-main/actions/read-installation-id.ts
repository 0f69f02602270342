import { z } from 'zod'
import { showInstallationIdCommand } from '../licensing/phone-numbers.ts'
import { defineAction } from './action.ts'
import { faultFinding } from './licensing-object.ts'
import { readOfflineProduct } from './offline-products.ts'
import { ProductRef, productRefArgument, productRefFault, productRefWords } from './product-ref.ts'

interface Read {
  readonly activationId: string
  readonly name: string
  readonly installationId: string
  readonly readAt: string
}

/** Reads the installation ID of a product, which is read out on the telephone. It is no secret. */
export const readInstallationId = defineAction<ProductRef, null, Read>({
  kind: 'product.read-installation-id',
  params: ProductRef,
  evidence: z.null(),
  risk: 'read',
  weight: 1,
  deadline: 60_000,
  title: (ref) => `Read the installation ID of ${productRefWords(ref)}`,
  equivalent: (ref, target) => showInstallationIdCommand(target, productRefArgument(ref)),
  undo: () => null,
  check: async (_, ref) => {
    const fault = productRefFault(ref)
    return fault === null ? [] : [faultFinding(fault)]
  },
  before: async () => null,
  run: async (context, ref) => {
    const { activationId, name, installationId } = await readOfflineProduct(context, ref)
    return { activationId, name, installationId: installationId.digits, readAt: context.now().toISOString() }
  },
  settle: async () => ({ state: 'not-done', outcome: 'A reading step is simply repeated.' }),
  // The digits look like a confirmation ID, so that the journal would mask them; the step that waits shows them.
  outcome: ({ name, installationId }) =>
    `The installation ID of ${name} was read: ${installationId.length} digits in nine blocks.`,
})

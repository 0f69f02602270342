import { z } from 'zod'
import { showInstallationIdCommand } from '../licensing/phone-numbers.ts'
import { defineAction } from './action.ts'
import { readOfflineProduct } from './offline-products.ts'

const Params = z.object({ lastFive: z.string().regex(/^[A-Z0-9]{5}$/) }).strict()
interface Read {
  readonly activationId: string
  readonly name: string
  readonly installationId: string
  readonly readAt: string
}

/** Reads the installation ID of a product, which is read out on the telephone. It is no secret. */
export const readInstallationId = defineAction<z.infer<typeof Params>, null, Read>({
  kind: 'product.read-installation-id',
  params: Params,
  evidence: z.null(),
  risk: 'read',
  weight: 1,
  deadline: 60_000,
  title: ({ lastFive }) => `Read the installation ID of the product with the key ending in ${lastFive}`,
  equivalent: (_, target) => showInstallationIdCommand(target),
  undo: () => null,
  before: async () => null,
  run: async (context, { lastFive }) => {
    const { activationId, name, installationId } = await readOfflineProduct(context, lastFive)
    return { activationId, name, installationId: installationId.digits, readAt: context.now().toISOString() }
  },
  settle: async () => ({ state: 'not-done', outcome: 'A reading step is simply repeated.' }),
  // The digits look like a confirmation ID, so that the journal would mask them; the step that waits shows them.
  outcome: ({ name, installationId }) =>
    `The installation ID of ${name} was read: ${installationId.length} digits in nine blocks.`,
})

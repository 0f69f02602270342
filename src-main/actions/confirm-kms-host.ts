import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { showDetailsCommand } from '../licensing/command-lines.ts'
import { defineAction } from './action.ts'
import { productWithKey, readKeyedProducts } from './licensing-reader.ts'
import { wayBackToClient } from './way-back.ts'

const Params = z.object({ lastFive: z.string().regex(/^[A-Z0-9]{5}$/) }).strict()
interface Confirmed {
  readonly activationId: string
  readonly name: string
  readonly channel: string
}

/**
 * Proves that the installed key is a KMS host key before anything is activated: kinds cannot be told from a key's text,
 * only from the product that it installed (slmgr.md 2.4). Fails with `not-a-kms-host`, which ends the plan.
 */
export const confirmKmsHost = defineAction<z.infer<typeof Params>, null, Confirmed>({
  kind: 'product-key.confirm-kms-host',
  params: Params,
  evidence: z.null(),
  risk: 'read',
  weight: 1,
  deadline: 60_000,
  title: ({ lastFive }) => `Check that the key ending in ${lastFive} is a KMS host key`,
  equivalent: (_, target) => showDetailsCommand(target),
  undo: () => null,
  before: async () => null,
  run: async (context, { lastFive }) => {
    const product = productWithKey(await readKeyedProducts(context), lastFive)
    if (product?.kind === 'kms-host')
      return { activationId: product.activationId, name: product.name, channel: product.channel }
    const found = product
      ? `The key ending in ${lastFive} is not a KMS host key: it belongs to ${product.name} (${product.channel}).`
      : `No product on the computer carries the key ending in ${lastFive}.`
    throw new AppFailure({
      code: 'not-a-kms-host',
      message: `${found} Nothing was activated.`,
      remedy: await wayBackToClient(context),
      field: 'hostKey',
      retryable: false,
    })
  },
  settle: async () => ({ state: 'not-done', outcome: 'A reading step is simply repeated.' }),
  outcome: ({ name, channel }) => `The key belongs to the KMS host product ${name} (${channel}).`,
})

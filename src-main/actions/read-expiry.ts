import { z } from 'zod'
import { guidFault } from '../licensing/activation-id.ts'
import { slmgrCommand } from '../licensing/command-lines.ts'
import { productsThatExpire } from '../licensing/details-scope.ts'
import { expiryTextLines } from '../licensing/expiry-text.ts'
import { defineAction } from './action.ts'
import { ActivationIdParam } from './activation-id-param.ts'
import { readLicensingDetails } from './licensing-details-reader.ts'
import { faultFinding } from './licensing-object.ts'
import { noProductShown } from './read-details.ts'

const Params = z.object({ activationId: ActivationIdParam }).strict()
interface Read {
  readonly products: readonly string[]
  /** What slmgr prints. */
  readonly lines: readonly string[]
}

/**
 * Shows until when products are licensed (slmgr.md 3.5, /xpr). The end is counted on the clock of the computer that is
 * looked at; slmgr counts on the clock of the one that it runs on.
 */
export const readExpiry = defineAction<z.infer<typeof Params>, null, Read>({
  kind: 'licensing.read-expiry',
  params: Params,
  evidence: z.null(),
  risk: 'read',
  weight: 2,
  deadline: 120_000,
  title: ({ activationId }) =>
    `Show until when ${activationId === null ? 'Windows' : `the product ${activationId}`} is licensed`,
  equivalent: ({ activationId }, target) =>
    slmgrCommand(target, '/xpr', ...(activationId === null ? [] : [activationId])),
  undo: () => null,
  check: async (_, { activationId }) => {
    const fault = activationId === null ? null : guidFault(activationId)
    return fault === null ? [] : [faultFinding(fault)]
  },
  before: async () => null,
  run: async (context, { activationId }) => {
    const details = await readLicensingDetails(context, activationId ?? 'default')
    const products = productsThatExpire(details, activationId)
    if (products.length === 0) throw noProductShown(activationId)
    return { products: products.map(({ name }) => name), lines: expiryTextLines(details, activationId) }
  },
  settle: async () => ({ state: 'not-done', outcome: 'A reading step is simply repeated.' }),
  outcome: ({ products }) => `Read: ${[...new Set(products)].join(', ')}.`,
})

import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { DetailsScope } from '../contract/models/licensing-details.ts'
import { slmgrCommand } from '../licensing/command-lines.ts'
import { productsInScope } from '../licensing/details-scope.ts'
import { detailsLines } from '../licensing/details-text.ts'
import { defineAction } from './action.ts'
import { readLicensingDetails } from './licensing-details-reader.ts'

const Params = z
  .object({
    /** `default` as slmgr without an argument, `all`, or an activation ID. */
    scope: DetailsScope,
    /** /dlv instead of /dli. */
    verbose: z.boolean(),
  })
  .strict()
interface Read {
  /** Names of the products that are shown. */
  readonly products: readonly string[]
  /** What slmgr prints, in its order and with its labels. */
  readonly lines: readonly string[]
}

const isOne = (scope: DetailsScope): boolean => scope !== 'default' && scope !== 'all'

/** What is said where no product is shown; slmgr says it too and ends with exit code 0 (slmgr.md 3.1). */
export const noProductShown = (activationId: string | null): AppFailure =>
  new AppFailure({
    code: 'not-found',
    message:
      activationId === null
        ? 'No Windows product with a key is on the computer.'
        : `The product ${activationId} is not on the computer, or has no key.`,
    remedy: 'List all products with slmgr.vbs /dlv all, or here with "all".',
    ...(activationId === null ? {} : { field: 'activationId' }),
    retryable: false,
  })

/** Shows licensing details as slmgr does (slmgr.md 3); the dates are those of the computer that is looked at. */
export const readDetails = defineAction<z.infer<typeof Params>, null, Read>({
  kind: 'licensing.read-details',
  params: Params,
  evidence: z.null(),
  risk: 'read',
  weight: 3,
  deadline: 120_000,
  title: ({ scope, verbose }) =>
    `Show ${verbose ? 'all licensing details' : 'the licensing'} of ${
      isOne(scope) ? `the product ${scope}` : scope === 'all' ? 'every product' : 'the computer'
    }`,
  equivalent: ({ scope, verbose }, target) =>
    slmgrCommand(target, verbose ? '/dlv' : '/dli', ...(scope === 'default' ? [] : [scope])),
  undo: () => null,
  before: async () => null,
  run: async (context, { scope, verbose }) => {
    const details = await readLicensingDetails(context, scope)
    const products = productsInScope(details, scope)
    if (products.length === 0) throw noProductShown(isOne(scope) ? scope : null)
    return { products: products.map(({ name }) => name), lines: detailsLines(details, { scope, verbose }) }
  },
  settle: async () => ({ state: 'not-done', outcome: 'A reading step is simply repeated.' }),
  outcome: ({ products }) => `Read: ${[...new Set(products)].join(', ')}.`,
})

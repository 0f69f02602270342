import { z } from 'zod'
import { activateCommand } from '../licensing/command-lines.ts'
import { defineAction } from './action.ts'
import { activate, activatedResult, isActivated, tokenOnly, type Activated } from './activation.ts'
import { activatedSentence } from './activation-outcome.ts'
import { readKeyedProducts } from './licensing-reader.ts'
import { elevationFindings } from './local-rights.ts'
import { faultFinding } from './licensing-object.ts'
import {
  findProduct,
  noSuchProduct,
  pickProduct,
  ProductRef,
  productRefArgument,
  productRefFault,
  productRefWords,
} from './product-ref.ts'

const Evidence = z.object({ activationId: z.string(), status: z.string() }).strict()

/**
 * Activates a product with a key: over the internet, or, where the key is a client setup key, at a KMS host. A product that
 * is licensed already spends no activation. With an activation ID the plan is about what is installed now; with the end of
 * a key, about a key that an earlier step may install.
 */
export const activateOnline = defineAction<ProductRef, z.infer<typeof Evidence>, Activated>({
  kind: 'product.activate-online',
  params: ProductRef,
  evidence: Evidence,
  risk: 'irreversible',
  weight: 15,
  deadline: 240_000,
  title: (ref) =>
    'lastFive' in ref ? `Activate ${productRefWords(ref)} over the internet` : `Activate ${productRefWords(ref)}`,
  equivalent: (ref, target) => activateCommand(target, productRefArgument(ref)),
  undo: () => ({ possible: false, sentence: 'An activation is counted by Microsoft and is not given back.' }),
  check: async (context, ref) => {
    const fault = productRefFault(ref)
    if (fault !== null) return [faultFinding(fault)]
    if ('lastFive' in ref || context.planned?.has('product-key.install')) return elevationFindings(context)
    const product = pickProduct(await readKeyedProducts(context), ref)
    const refused =
      product === undefined ? noSuchProduct(ref) : product.activationType === 'token' ? tokenOnly(product) : null
    return [...elevationFindings(context), ...(refused === null ? [] : [faultFinding(refused.error)])]
  },
  before: async (context, ref) => {
    const { activationId, status } = await findProduct(context, ref)
    return { activationId, status }
  },
  run: (context, ref) => activate(context, ref),
  settle: async (context, ref, before) => {
    const product = await findProduct(context, ref)
    if (!isActivated(product)) return { state: 'not-done', outcome: `${product.name} is not activated.` }
    return {
      state: 'done',
      result: await activatedResult(context, product, before.status !== 'licensed', null),
      outcome: `${product.name} is activated.`,
    }
  },
  outcome: activatedSentence,
})

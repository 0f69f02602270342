import { z } from 'zod'
import type { Finding } from '../contract/models/finding.ts'
import type { LicensedProduct, ProductKind } from '../contract/models/license-snapshot.ts'
import { AppFailure, type AppError } from '../contract/app-error.ts'
import { activateCommand } from '../licensing/command-lines.ts'
import { codeSentence } from '../licensing/error-explanations.ts'
import { waitsForKmsHost } from '../licensing/kms-activation-failure.ts'
import { defineAction, type ActionContext } from './action.ts'
import { activate, activatedResult, isActivated, tokenOnly, type Activated } from './activation.ts'
import { activatedSentence } from './activation-outcome.ts'
import { ActivationIdParam } from './activation-id-param.ts'
import { faultFinding } from './licensing-object.ts'
import { readKeyedProducts } from './licensing-reader.ts'
import {
  findProduct,
  noSuchProduct,
  pickProduct,
  productRefArgument,
  productRefFault,
  productRefWords,
} from './product-ref.ts'

const Params = z
  .object({
    activationId: ActivationIdParam,
    /**
     * Whether the step is done where no KMS host activates the computer yet: for plans that are about something else, such as
     * a conversion, after which Windows goes on asking by itself.
     */
    mayWait: z.boolean().optional(),
  })
  .strict()
type Params = z.infer<typeof Params>
const Evidence = z.object({ activationId: z.string(), status: z.string(), graceMinutes: z.number() }).strict()

const kinds: Readonly<Record<ProductKind, string>> = {
  'kms-client': 'a client setup key',
  'kms-host': 'a KMS host key',
  mak: 'a multiple activation key (MAK)',
  retail: 'a retail key',
  oem: 'a manufacturer’s key (OEM)',
  'time-based': 'a time-limited key',
  avma: 'a key for automatic virtual machine activation',
  other: 'a key of another kind',
}

const noClient = ({ name, kind }: LicensedProduct): AppFailure =>
  new AppFailure({
    code: 'licensing-refused',
    message: `${name} is no KMS client: it has ${kinds[kind]}.`,
    remedy:
      'Convert the computer to a KMS client first: install the client setup key of its edition. To activate the key that it has, activate the product itself.',
    retryable: false,
  })

/** Why a product cannot be activated by KMS; null where it can. `typeChanges`: the ways that are allowed will be others by then. */
const refusal = (products: readonly LicensedProduct[], params: Params, typeChanges: boolean): AppFailure | null => {
  const product = pickProduct(products, params)
  if (product === undefined) return noSuchProduct(params)
  if (product.kind !== 'kms-client') return noClient(product)
  return product.activationType === 'token' && !typeChanges ? tokenOnly(product) : null
}

const findings = async (context: ActionContext, params: Params): Promise<readonly Finding[]> => {
  const fault = productRefFault(params)
  if (fault !== null) return [faultFinding(fault)]
  // The key that is there now says nothing where an earlier step of the plan installs another one.
  if (context.planned?.has('product-key.install')) return []
  const typeChanges = context.planned?.has('kms-client.set-activation-type') ?? false
  const refused = refusal(await readKeyedProducts(context), params, typeChanges)
  return refused === null ? [] : [faultFinding(refused.error)]
}

const client = async (context: ActionContext, params: Params): Promise<LicensedProduct> => {
  const product = await findProduct(context, params)
  const refused = refusal([product], params, false)
  if (refused !== null) throw refused
  return product
}

/** A client that has its key, and that no KMS host activates yet. */
interface Pending {
  readonly name: string
  readonly pending: AppError
}

// Windows asks every two hours while it is not activated (kms.md 1).
const pendingResult = ({ name }: LicensedProduct, error: AppError): Pending => ({
  name,
  pending: {
    ...error,
    code: 'activation-pending',
    message: `The key is installed, and only the activation waits for a KMS host. ${error.message}`,
    remedy:
      `${error.remedy ?? ''} On this computer nothing has to be done again: Windows asks by itself every two hours until it is activated. “Configure a KMS client” or slmgr /ato lets it ask at once.`.trim(),
  },
})

const pendingSentence = ({ name, pending: { hresult } }: Pending): string => {
  const reason = hresult === undefined ? '' : ` ${codeSentence(hresult)}.`
  return `${name} has its key, but is not activated yet.${reason} Windows asks again by itself every two hours.`
}

const activateOrWait = async (
  context: ActionContext,
  params: Params,
  product: () => Promise<LicensedProduct>,
): Promise<Activated | Pending> => {
  try {
    return await activate(context, params)
  } catch (thrown) {
    const error = thrown instanceof AppFailure ? thrown.error : null
    if (params.mayWait !== true || error?.hresult === undefined || !waitsForKmsHost(error.hresult)) throw thrown
    return pendingResult(await product(), error)
  }
}

/**
 * Lets a KMS client ask its KMS host now. It needs no administrator (slmgr.md 1.9), costs nothing and begins the 180 days
 * anew. Where it fails, the events 12288 and 12289 since its start tell why: the code behind 0xC004F074, the hosts that
 * were asked, their count, the clock.
 */
export const activateKmsClient = defineAction<Params, z.infer<typeof Evidence>, Activated | Pending>({
  kind: 'kms-client.activate',
  params: Params,
  evidence: Evidence,
  risk: 'change',
  weight: 15,
  deadline: 240_000,
  title: (params) => `Activate ${productRefWords(params)} at the KMS host`,
  equivalent: (params, target) => activateCommand(target, productRefArgument(params)),
  undo: () => ({
    possible: false,
    sentence: 'Nothing has to be undone: an activation by KMS is not counted against a key, and ends by itself.',
  }),
  check: findings,
  before: async (context, params) => {
    const { activationId, status, graceMinutes } = await client(context, params)
    return { activationId, status, graceMinutes }
  },
  run: (context, params) => activateOrWait(context, params, () => client(context, params)),
  settle: async (context, params, before) => {
    const product = await client(context, params)
    // Minutes only ever become fewer by themselves.
    const renewed = before.status !== 'licensed' || product.graceMinutes > before.graceMinutes
    if (!isActivated(product) || !renewed)
      return { state: 'not-done', outcome: `${product.name} has not been activated since; asking again costs nothing.` }
    return {
      state: 'done',
      result: await activatedResult(context, product, true, null),
      outcome: `${product.name} is activated.`,
    }
  },
  outcome: (result) => ('pending' in result ? pendingSentence(result) : activatedSentence(result)),
  left: (result) => ('pending' in result ? result.pending : null),
})

import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import type { LicensedProduct } from '../contract/models/license-snapshot.ts'
import { activateCommand } from '../licensing/command-lines.ts'
import { codeSentence } from '../licensing/error-explanations.ts'
import { describeLicenseStatus } from '../licensing/license-status.ts'
import { objectPath } from '../wmi/wql.ts'
import { defineAction, type ActionContext } from './action.ts'
import { callLicensing, refreshLicenseStatus } from './licensing-calls.ts'
import { productWithKey, readKeyedProducts } from './licensing-reader.ts'
import { elevationFindings } from './local-rights.ts'

const Params = z.object({ lastFive: z.string().regex(/^[A-Z0-9]{5}$/) }).strict()
const Evidence = z.object({ activationId: z.string(), status: z.string() }).strict()
interface Activated {
  readonly activationId: string
  readonly name: string
  readonly status: LicensedProduct['status']
  /** False where the product was licensed already, so that no activation was spent. */
  readonly activatedNow: boolean
}

/** 0xC004F014: the product key is not available (slmgr.md 5.3). */
const noProductKey = 0xc004f014
/** LicenseStatusReason of a Windows that was found not to be genuine (slmgr.md 1.8). */
const notGenuine = 0xc004f200

const findProduct = async (context: ActionContext, lastFive: string): Promise<LicensedProduct> => {
  const product = productWithKey(await readKeyedProducts(context), lastFive)
  if (product) return product
  throw new AppFailure({
    code: 'licensing-refused',
    message: `No product on the computer carries the key ending in ${lastFive}.`,
    remedy: 'Install the key first.',
    hresult: noProductKey,
    retryable: false,
  })
}

/** Licensed and extended grace count as activated, all else as failure (slmgr.md 1.8). */
const isActivated = ({ status }: LicensedProduct): boolean => status === 'licensed' || status === 'extended-grace'

const notActivated = (product: LicensedProduct, now: Date): AppFailure => {
  const reason = product.statusReason === 0 ? '' : ` Reason: ${codeSentence(product.statusReason)}`
  const fake = product.status === 'non-genuine-grace' || product.statusReason === notGenuine
  return new AppFailure({
    code: 'licensing-refused',
    message: `Windows reported no error, but the product is not activated. ${describeLicenseStatus(product, now)}${reason}`,
    remedy: fake
      ? 'Windows was found not to be genuine: start slui.exe on the computer and follow it.'
      : 'Check that the computer reaches the internet and that its clock is right, then activate again.',
    ...(product.statusReason === 0 ? {} : { hresult: product.statusReason }),
    retryable: true,
  })
}

/** Activates the product with the key over the internet. A product that is licensed already spends no activation. */
export const activateOnline = defineAction<z.infer<typeof Params>, z.infer<typeof Evidence>, Activated>({
  kind: 'product.activate-online',
  params: Params,
  evidence: Evidence,
  risk: 'irreversible',
  weight: 15,
  deadline: 240_000,
  title: ({ lastFive }) => `Activate the product with the key ending in ${lastFive} over the internet`,
  equivalent: (_, target) => activateCommand(target),
  undo: () => ({ possible: false, sentence: 'An activation is counted by Microsoft and is not given back.' }),
  check: async (context) => elevationFindings(context),
  before: async (context, { lastFive }) => {
    const { activationId, status } = await findProduct(context, lastFive)
    return { activationId, status }
  },
  run: async (context, { lastFive }) => {
    const product = await findProduct(context, lastFive)
    const already = product.status === 'licensed'
    if (!already) {
      context.note('Windows is talking to Microsoft’s activation servers')
      await callLicensing(context, objectPath('SoftwareLicensingProduct', 'ID', product.activationId), 'Activate')
    }
    await refreshLicenseStatus(context)
    const after = await findProduct(context, lastFive)
    if (!isActivated(after)) throw notActivated(after, context.now())
    return { activationId: after.activationId, name: after.name, status: after.status, activatedNow: !already }
  },
  settle: async (context, { lastFive }, before) => {
    const product = await findProduct(context, lastFive)
    if (!isActivated(product)) return { state: 'not-done', outcome: `${product.name} is not activated.` }
    const { activationId, name, status } = product
    return {
      state: 'done',
      result: { activationId, name, status, activatedNow: before.status !== 'licensed' },
      outcome: `${name} is activated.`,
    }
  },
  outcome: ({ name, status, activatedNow }) => {
    if (!activatedNow) return `${name} was activated already; no activation was spent.`
    return status === 'licensed' ? `${name} is activated.` : `${name} is activated and in its extended grace period.`
  },
})

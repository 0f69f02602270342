import { AppFailure, type ErrorCode } from '../contract/app-error.ts'
import type { LicensedProduct } from '../contract/models/license-snapshot.ts'
import { codeSentence } from '../licensing/error-explanations.ts'
import { describeLicenseStatus } from '../licensing/license-status.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { objectPath } from '../wmi/wql.ts'
import type { ActionContext } from './action.ts'
import { readTargetTime } from './licensing-events.ts'
import { callLicensing, refreshLicenseStatus } from './licensing-calls.ts'
import { isLostConnection } from './lost-connection.ts'
import { kmsFailure, readKmsAnswer, type KmsAnswer } from './kms-activation-events.ts'
import { findProduct, type ProductRef } from './product-ref.ts'

/** What an activation left. */
export interface Activated {
  readonly activationId: string
  readonly name: string
  readonly status: LicensedProduct['status']
  readonly kind: LicensedProduct['kind']
  /** False where the product was licensed already, so that no activation was spent. */
  readonly activatedNow: boolean
  /** Minutes until the activation ends; 0 where it does not. */
  readonly graceMinutes: number
  /** The computer's own time at which that was read, ISO 8601. */
  readonly readAt: string
  readonly activatedBy: LicensedProduct['activatedBy']
  /** Which KMS host activated it; null where none did or it is not known. */
  readonly kms: KmsAnswer | null
}

/** LicenseStatusReason of a Windows that was found not to be genuine (slmgr.md 1.8). */
const notGenuine = 0xc004f200

/** Licensed and extended grace count as activated, all else as failure (slmgr.md 1.8). */
export const isActivated = ({ status }: Pick<LicensedProduct, 'status'>): boolean =>
  status === 'licensed' || status === 'extended-grace'

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

/** slmgr /ato stops here as well (slmgr.md 1.3, Windows 8 and later). */
export const tokenOnly = ({ name }: LicensedProduct): AppFailure =>
  new AppFailure({
    code: 'licensing-refused',
    message: `${name} is set to be activated by token alone, so that Windows does not activate it this way.`,
    remedy: 'Allow other ways of activation first (slmgr /act-type), or activate with the smart card at the computer.',
    retryable: false,
  })

/**
 * Whether Activate is to be called: a product that is licensed is not activated again, so that no activation of a MAK or
 * host key is spent. A KMS client is: that costs nothing and begins its 180 days anew (slmgr.md 1.3).
 */
export const needsActivation = ({ kind, status }: LicensedProduct): boolean =>
  kind === 'kms-client' || status !== 'licensed'

/** Codes with which Windows also says that it reached no KMS host: the computer itself may well answer (error-codes.json). */
const alsoOfKms: ReadonlySet<ErrorCode> = new Set(['rpc-unavailable', 'host-unreachable', 'name-not-found', 'timeout'])

const answers = (context: ActionContext): Promise<boolean> =>
  readTargetTime(context).then(
    () => true,
    () => false,
  )

const callActivate = async (context: ActionContext, product: LicensedProduct, since: Date): Promise<void> => {
  try {
    await callLicensing(context, objectPath('SoftwareLicensingProduct', 'ID', product.activationId), 'Activate')
  } catch (thrown) {
    if (!(thrown instanceof WmiError) || product.kind !== 'kms-client' || thrown.code === 'access-denied') throw thrown
    const isLost = isLostConnection(thrown) && !(alsoOfKms.has(thrown.code) && (await answers(context)))
    if (isLost || context.signal.aborted) throw thrown
    throw await kmsFailure(context, { product, code: thrown.hresult, since })
  }
}

/** What is known of an activated product. */
export const activatedResult = async (
  context: ActionContext,
  product: LicensedProduct,
  activatedNow: boolean,
  kms: KmsAnswer | null,
): Promise<Activated> => ({
  activationId: product.activationId,
  name: product.name,
  status: product.status,
  kind: product.kind,
  activatedNow,
  graceMinutes: product.graceMinutes,
  readAt: (await readTargetTime(context)).toISOString(),
  activatedBy: product.activatedBy,
  kms,
})

/**
 * Activates a product that has a key, over the way that its key belongs to, and reads back that it is. Throws AppFailure
 * `licensing-refused` where it is not, for a KMS client with the reason from the events of the computer; WmiError.
 */
export const activate = async (context: ActionContext, ref: ProductRef): Promise<Activated> => {
  const product = await findProduct(context, ref)
  if (product.activationType === 'token') throw tokenOnly(product)
  const since = await readTargetTime(context)
  const now = needsActivation(product)
  if (now) {
    context.note(
      product.kind === 'kms-client'
        ? 'Windows is asking its KMS host'
        : 'Windows is talking to Microsoft’s activation servers',
    )
    await callActivate(context, product, since)
  }
  await refreshLicenseStatus(context)
  const after = await findProduct(context, ref)
  const isClient = after.kind === 'kms-client'
  if (!isActivated(after)) {
    if (isClient && after.statusReason !== 0)
      throw await kmsFailure(context, { product: after, code: after.statusReason, since })
    throw notActivated(after, context.now())
  }
  const kms = isClient && now ? await readKmsAnswer(context, after, since) : null
  return activatedResult(context, after, now, kms)
}

import { z } from 'zod'
import { AppFailure, type AppError } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { LicenseStatus } from '../contract/models/license-snapshot.ts'
import { parseConfirmationId } from '../licensing/confirmation-id.ts'
import { codeSentence } from '../licensing/error-explanations.ts'
import { changedInstallationId } from '../licensing/installation-id.ts'
import { depositConfirmationCommand } from '../licensing/phone-numbers.ts'
import { objectPath } from '../wmi/wql.ts'
import { defineAction, type AwaitedInput } from './action.ts'
import { callLicensing, refreshLicenseStatus } from './licensing-calls.ts'
import { elevationFindings } from './local-rights.ts'
import { faultFinding } from './licensing-object.ts'
import { type OfflineProduct, readOfflineProduct } from './offline-products.ts'
import { ProductRef, productRefArgument, productRefFault, productRefWords } from './product-ref.ts'

const inputName = 'confirmationId'
const Evidence = z
  .object({
    activationId: z.string(),
    name: z.string(),
    status: z.string(),
    /** The one that people read out. */
    installationId: z.string(),
    readAt: z.string(),
  })
  .strict()
type Evidence = z.infer<typeof Evidence>
interface Deposited {
  readonly activationId: string
  readonly name: string
  readonly status: LicenseStatus
  /** False where the product was licensed already, so that nothing was deposited. */
  readonly depositedNow: boolean
}

/** Codes that say that this confirmation ID is not the right one (error-codes.json). */
const wrongConfirmationCodes: ReadonlySet<number> = new Set([0xc004f02c, 0xc004f02d, 0xc004f02e, 0xc004f031])

const problemOf = (finding: Finding): AppError => ({
  code: 'invalid-input',
  message: finding.message,
  ...(finding.remedy === undefined ? {} : { remedy: finding.remedy }),
  ...(finding.hresult === undefined ? {} : { hresult: finding.hresult }),
  field: inputName,
  retryable: false,
})

const changedSince = (told: string, now: string): AppError | null => {
  const finding = changedInstallationId(told, now)
  return finding === null ? null : { ...problemOf(finding), field: finding.field ?? 'installationId' }
}

/** Whether a product that is activated now was not when people were told its installation ID. */
const isActivatedSince = ({ status }: Evidence): boolean => status !== 'licensed' && status !== 'extended-grace'

const awaits: AwaitedInput<Evidence> = {
  name: inputName,
  kind: 'confirmation-id',
  tell: ({ installationId, activationId, name, readAt }) => ({
    installationId,
    activationId,
    productName: name,
    readAt,
  }),
  refuse: (typed) => {
    const parsed = parseConfirmationId(typed)
    const [problem] = parsed.outcome === 'malformed' ? parsed.findings : []
    return problem === undefined ? null : problemOf(problem)
  },
  mayTryAnother: ({ code, hresult }) =>
    code === 'invalid-input' || (hresult !== undefined && wrongConfirmationCodes.has(hresult)),
  isNeeded: (before) => isActivatedSince(before),
  changed: (told, now) => changedSince(told.installationId, now.installationId),
}

const isActivated = ({ status }: Pick<OfflineProduct, 'status'>): boolean =>
  status === 'licensed' || status === 'extended-grace'

const digitsOf = (typed: string): string => {
  const parsed = parseConfirmationId(typed)
  if (parsed.outcome === 'id') return parsed.digits
  const [finding] = parsed.findings
  throw new AppFailure(
    finding === undefined
      ? { code: 'invalid-input', message: 'This is no confirmation ID.', field: inputName, retryable: false }
      : problemOf(finding),
  )
}

const notActivated = ({ name, statusReason }: OfflineProduct): AppFailure =>
  new AppFailure({
    code: 'licensing-refused',
    message: `Windows took the confirmation ID, but ${name} is not activated.${statusReason === 0 ? '' : ` Reason: ${codeSentence(statusReason)}`}`,
    remedy: 'Read out the installation ID again and enter the confirmation ID that you are told for it.',
    ...(statusReason === 0 ? {} : { hresult: statusReason }),
    retryable: true,
  })

/**
 * Activates a product with the confirmation ID that Microsoft tells on the telephone. The installation ID is read again
 * first: where it is not the one that people read out, nothing is deposited. Success is what LicenseStatus says
 * afterwards (slmgr.md 1.8). A product that is licensed already is left alone.
 */
export const depositConfirmationId = defineAction<ProductRef, Evidence, Deposited>({
  kind: 'product.deposit-confirmation-id',
  params: ProductRef,
  evidence: Evidence,
  risk: 'irreversible',
  weight: 10,
  deadline: 120_000,
  awaits,
  title: (ref) => `Activate ${productRefWords(ref)} by telephone`,
  equivalent: (ref, target) => depositConfirmationCommand(target, productRefArgument(ref)),
  undo: () => ({ possible: false, sentence: 'An activation is counted by Microsoft and is not given back.' }),
  check: async (context, ref) => {
    const fault = productRefFault(ref)
    return fault === null ? elevationFindings(context) : [faultFinding(fault)]
  },
  before: async (context, ref) => {
    const { activationId, name, status, installationId } = await readOfflineProduct(context, ref)
    return { activationId, name, status, installationId: installationId.digits, readAt: context.now().toISOString() }
  },
  run: async (context, ref, told) => {
    const product = await readOfflineProduct(context, ref)
    const { activationId, name, status, installationId } = product
    if (isActivated(product)) return { activationId, name, status, depositedNow: isActivatedSince(told) }
    const changed = changedSince(told.installationId, installationId.digits)
    if (changed) throw new AppFailure(changed)
    const ConfirmationId = digitsOf(context.secret(inputName))
    context.note('Windows is checking the confirmation ID')
    await callLicensing(
      context,
      objectPath('SoftwareLicensingProduct', 'ID', activationId),
      'DepositOfflineConfirmationId',
      { InstallationId: installationId.digits, ConfirmationId },
    )
    await refreshLicenseStatus(context)
    const after = await readOfflineProduct(context, ref)
    if (!isActivated(after)) throw notActivated(after)
    return { activationId: after.activationId, name: after.name, status: after.status, depositedNow: true }
  },
  settle: async (context, ref, told) => {
    const product = await readOfflineProduct(context, ref)
    const { activationId, name, status } = product
    if (!isActivated(product)) return { state: 'not-done', outcome: `${name} is not activated.` }
    return {
      state: 'done',
      result: { activationId, name, status, depositedNow: isActivatedSince(told) },
      outcome: `${name} is activated.`,
    }
  },
  outcome: ({ name, depositedNow }) =>
    depositedNow ? `${name} is activated by telephone.` : `${name} was activated already; nothing was deposited.`,
})

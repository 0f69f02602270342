import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import { ProductKind, type LicensedProduct } from '../contract/models/license-snapshot.ts'
import { installKeyCommand, slmgrCommand } from '../licensing/command-lines.ts'
import { checkPairing } from '../licensing/host-key-pairing.ts'
import { type HostKeyGeneration, hostKeyGenerations } from '../licensing/host-key-table.ts'
import { hostSupport } from '../licensing/host-support.ts'
import { parseProductKey } from '../licensing/product-key.ts'
import { isSetupKey } from '../licensing/setup-keys.ts'
import { defineAction, type ActionContext } from './action.ts'
import { explainKeyRefusal, type KeyPurpose, keyWords, requireKind } from './installed-key-kind.ts'
import { isMarkerRight, wantedMarker, writeMarker } from './kms-version-marker.ts'
import { callLicensing, refreshLicenseStatus } from './licensing-calls.ts'
import { findLicensingService, productWithKey, readKeyedProducts, readWindowsVersion } from './licensing-reader.ts'
import { elevationFindings } from './local-rights.ts'
import { wayBackToClient } from './way-back.ts'

const Params = z
  .object({
    /** Name of the plan's secret that is the key. */
    key: z.string().min(1).max(64).optional(),
    /** Instead of it a published client setup key in clear: these are no secrets (gvlk-notes.md), any other key is refused. */
    setupKey: z.string().max(64).refine(isSetupKey, 'is no published client setup key').optional(),
    lastFive: z.string().regex(/^[A-Z0-9]{5}$/),
    /** What the key is installed for: what it proves to be is compared with it. */
    purpose: z.enum(['kms-host', 'kms-client', 'mak', 'other']),
    /** Generation of a host key where the person said so: a pairing that cannot work is refused before the key is spent. */
    generation: z.enum(hostKeyGenerations).optional(),
  })
  .strict()
  .refine(({ key, setupKey }) => (key === undefined) !== (setupKey === undefined), 'needs either key or setupKey')
  .refine(
    ({ setupKey, lastFive }) => setupKey === undefined || setupKey.toUpperCase().endsWith(lastFive),
    'lastFive is not the end of setupKey',
  )
type Params = z.infer<typeof Params>

const Evidence = z.object({ alreadyInstalled: z.boolean(), keyed: z.array(z.string()) }).strict()

const Installed = z
  .object({
    activationId: z.string(),
    name: z.string(),
    channel: z.string(),
    kind: ProductKind,
    isKmsHost: z.boolean(),
    lastFive: z.string(),
    installedNow: z.boolean(),
    remark: z.string().nullable(),
  })
  .strict()
type Installed = z.infer<typeof Installed>

const describe = (product: LicensedProduct, lastFive: string, now: boolean, remark: string | null): Installed => ({
  activationId: product.activationId,
  name: product.name,
  channel: product.channel,
  kind: product.kind,
  isKmsHost: product.isKmsHost,
  lastFive,
  installedNow: now,
  remark,
})

const install = async (context: ActionContext, { key, setupKey, lastFive, purpose }: Params): Promise<void> => {
  const parsed = parseProductKey(setupKey ?? context.secret(key ?? ''))
  if (parsed.outcome === 'malformed') {
    const [fault] = parsed.faults
    throw new AppFailure({
      code: 'invalid-input',
      message: fault?.message ?? 'This is no product key.',
      ...(fault ? { remedy: fault.remedy } : {}),
      field: key ?? 'setupKey',
      retryable: false,
    })
  }
  const service = await findLicensingService(context)
  context.note('Windows is installing the key')
  try {
    await callLicensing(context, service.path, 'InstallProductKey', { ProductKey: parsed.key.text })
  } catch (thrown) {
    throw await explainKeyRefusal(context, thrown, { purpose, lastFive })
  }
}

const oldKeyFindings = (products: readonly LicensedProduct[], lastFive: string): readonly Finding[] => {
  const old = products.find(({ isWindows, isAddon }) => isWindows && !isAddon)
  if (!old?.partialProductKey) return []
  if (old.partialProductKey === lastFive)
    return [
      { check: 'key-installed', level: 'info', message: `The key ending in ${lastFive} is installed here already.` },
    ]
  return [
    {
      check: 'old-key',
      // A client setup key is published and can be had again; any other key is gone unless somebody noted it.
      level: old.kind === 'kms-client' ? 'info' : 'warning',
      message: `The key that is installed now ends in ${old.partialProductKey} (${old.channel}). Windows cannot show the whole of it again.`,
      remedy:
        old.kind === 'kms-client'
          ? 'It is a client setup key, which Microsoft publishes: “Convert a computer” finds it again.'
          : 'Note where your organisation keeps that key if you may need it again.',
    },
  ]
}

/** What a key of this purpose costs or needs, before it is installed. */
const purposeFindings = (purpose: KeyPurpose): readonly Finding[] =>
  purpose === 'mak'
    ? [
        {
          check: 'mak-activation',
          level: 'info',
          message:
            'Installing a MAK spends nothing. Activating it spends one of its activations, which Microsoft counts and does not give back.',
        },
      ]
    : []

const hostFindings = async (
  context: ActionContext,
  generation: HostKeyGeneration | undefined,
): Promise<readonly Finding[]> => {
  const host = await readWindowsVersion(context)
  const pairing = generation === undefined ? [] : checkPairing({ host, generation })
  return [hostSupport(host), ...pairing.filter(({ check }) => check !== 'os-version')]
}

/**
 * What is said where a key that was not meant for a KMS host turns out to be one: that can be told only from the product
 * that it installed (slmgr.md 2.4). Offers the way back.
 */
const hostKeyRemark = async (context: ActionContext, product: LicensedProduct): Promise<string> =>
  `This was a KMS host key: the computer is a KMS host now (${product.channel}). ${await wayBackToClient(context)}`

/** What becomes of the key before, and how the computer becomes a KMS client again where it is none afterwards. */
const wayBack = (purpose: KeyPurpose): string =>
  purpose === 'kms-client'
    ? 'Windows cannot give back the key that was installed before. To go back, install that key again.'
    : 'Windows cannot give back the key that was installed before. To make the computer a KMS client again, install the client setup key of its edition and restart it.'

/** Installs a product key, once: where a key with the same end is installed already, it is not installed again. */
export const installProductKey = defineAction<Params, z.infer<typeof Evidence>, Installed>({
  kind: 'product-key.install',
  params: Params,
  evidence: Evidence,
  risk: 'irreversible',
  weight: 10,
  deadline: 180_000,
  secrets: ({ key }) => (key === undefined ? [] : [key]),
  title: ({ lastFive, purpose }) => `Install the ${keyWords[purpose]} ending in ${lastFive}`,
  equivalent: ({ lastFive, setupKey }, target) =>
    setupKey === undefined ? installKeyCommand(target, lastFive) : slmgrCommand(target, '/ipk', setupKey.toUpperCase()),
  undo: ({ purpose }) => ({ possible: false, sentence: wayBack(purpose) }),
  check: async (context, { lastFive, purpose, generation }) => {
    const system = purpose === 'kms-host' ? await hostFindings(context, generation) : []
    const findings = [...elevationFindings(context), ...system]
    // A Windows that is too old has no licensing classes to ask: it is named instead of what it lacks.
    if (system.some(({ level }) => level === 'problem')) return findings
    return [...findings, ...purposeFindings(purpose), ...oldKeyFindings(await readKeyedProducts(context), lastFive)]
  },
  before: async (context, { lastFive }) => {
    const products = await readKeyedProducts(context)
    return {
      alreadyInstalled: productWithKey(products, lastFive) !== undefined,
      keyed: products.flatMap(({ partialProductKey }) => (partialProductKey === null ? [] : [partialProductKey])),
    }
  },
  run: async (context, params, before) => {
    const { lastFive, purpose } = params
    const isThere = productWithKey(await readKeyedProducts(context), lastFive) !== undefined
    // A published key costs nothing: where it was typed as an option it is installed again, as slmgr does.
    const again = context.rewrite === true && params.setupKey !== undefined
    if (!isThere || again) await install(context, params)
    await refreshLicenseStatus(context)
    const products = await readKeyedProducts(context)
    const product = productWithKey(products, lastFive)
    if (!product)
      throw new AppFailure({
        code: 'licensing-refused',
        message: `Windows took the key ending in ${lastFive}, but no product carries it.`,
        remedy: 'Look at the licensing of the computer again; if the key is missing, install it once more.',
        retryable: false,
      })
    const marker = await writeMarker(context, await wantedMarker(context, products))
    await requireKind(context, product, purpose, lastFive)
    const surprise = purpose === 'other' && product.kind === 'kms-host' ? await hostKeyRemark(context, product) : null
    const remark = [marker, surprise].filter((sentence) => sentence !== null).join(' ') || null
    return describe(product, lastFive, again || !before.alreadyInstalled, remark)
  },
  settle: async (context, { lastFive, purpose }, before) => {
    const products = await readKeyedProducts(context)
    const product = productWithKey(products, lastFive)
    if (!product) return { state: 'not-done', outcome: `No product carries the key ending in ${lastFive}.` }
    if ((purpose === 'kms-client' || purpose === 'mak') && product.kind !== purpose)
      return {
        state: 'not-done',
        outcome: `The key ending in ${lastFive} is installed, but is no ${keyWords[purpose]}.`,
      }
    if (!(await isMarkerRight(context, await wantedMarker(context, products))))
      return { state: 'not-done', outcome: `The key ending in ${lastFive} is installed; what follows it is missing.` }
    return {
      state: 'done',
      result: describe(product, lastFive, !before.alreadyInstalled, null),
      outcome: `The key ending in ${lastFive} is installed for ${product.name}.`,
    }
  },
  outcome: ({ name, channel, lastFive, installedNow, remark }) =>
    [
      installedNow
        ? `The key ending in ${lastFive} is installed for ${name} (${channel}).`
        : `The key ending in ${lastFive} was installed for ${name} (${channel}) already; it was not installed again.`,
      ...(remark === null ? [] : [remark]),
    ].join(' '),
})

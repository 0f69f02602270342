import { readConversionAdvice } from '../../actions/conversion-reader.ts'
import { AppFailure, assertNever } from '../../contract/app-error.ts'
import type {
  CheckedConversion,
  CheckedConversionDraft,
  ConversionAdvice,
  ConversionDirection,
} from '../../contract/models/conversion.ts'
import type { Finding } from '../../contract/models/finding.ts'
import { targetLabel } from '../../contract/models/target.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import { lookAt, type LookParts } from '../look.ts'
import type { Draft } from '../proposal.ts'
import { explainFailure } from '../step-failure.ts'
import { type ConversionKeyParts, type KeyUse, usableMak, usableSetupKey } from './conversion-keys.ts'
import { restartStep } from './host-setting-steps.ts'

/** What planning a conversion needs besides the draft. */
export interface ConversionPlannerParts extends LookParts, ConversionKeyParts {
  readonly vault: LookParts['vault'] & ConversionKeyParts['vault']
  /** Name of the computer that the app runs on. */
  readonly computerName: string
}

type ToKms = Extract<CheckedConversion, { readonly setupKey: unknown }>
type ToMak = Extract<CheckedConversion, { readonly direction: 'kms-to-mak' }>
interface Parts {
  readonly steps: readonly FrozenStep[]
  readonly secrets: Draft['secrets']
  readonly findings: readonly Finding[]
}

/** The reading with which conversions begin. */
export const snapshotStep: FrozenStep = { kind: 'licensing.read-snapshot', params: {} }
/**
 * The activation of a KMS client with which conversions end: what counts is the conversion, so that a KMS host which does
 * not answer yet does not make it a failure.
 */
export const activateConvertedStep: FrozenStep = {
  kind: 'kms-client.activate',
  params: { activationId: null, mayWait: true },
}

/** The guide, "Converting Retail Editions to Volume Activation". */
export const licencesNeeded: Finding = {
  check: 'volume-licences',
  level: 'info',
  message:
    'Your organisation needs volume licences for this computer and has to keep to the Product Use Rights (today: Product Terms). A key gives no licence.',
}

/** Products beside Windows for which the computer is a KMS host, such as Office: a conversion of Windows leaves them so. */
const otherHostProducts = ({ snapshot }: ConversionAdvice): readonly string[] =>
  snapshot.products.flatMap(({ isWindows, isKmsHost, name }) => (isKmsHost && !isWindows ? [name] : []))

const staysHost = (names: readonly string[]): Finding => ({
  check: 'stays-host',
  level: 'warning',
  message: `The computer stays a KMS host for ${names.join(', ')}: clients of that product go on asking it. So the firewall stays open, and so does its record in DNS.`,
  remedy: 'Uninstall that host key first if the computer is to serve nobody any more.',
})

/** KMS clients look for a host every two hours while they are not activated (kms.md 1). */
export const triesByItself: Finding = {
  check: 'activates-by-itself',
  level: 'info',
  message: 'The computer is not activated now. It looks for a KMS host by itself every two hours.',
}

const leftByHost: Finding = {
  check: 'record-stays',
  level: 'info',
  message:
    'The record of this KMS host stays in DNS, and clients go on asking it until the record is removed. This plan does not change DNS.',
  remedy: 'Remove the record afterwards with “Publish KMS in DNS”.',
}

const toKmsParts = (draft: ToKms, advice: ConversionAdvice, use: KeyUse, parts: ConversionKeyParts): Parts => {
  const key = usableSetupKey(draft.setupKey, advice.setupKey, use, parts)
  const isTyped = 'ref' in key
  const source = isTyped ? { key: 'setupKey' } : { setupKey: key.setupKey }
  const isHost = draft.direction === 'host-to-client'
  const others = isHost ? otherHostProducts(advice) : []
  const findings: readonly Finding[] = [
    ...key.findings,
    ...(draft.direction === 'retail-to-kms' ? [licencesNeeded] : []),
    ...(draft.activateNow ? [] : [triesByItself]),
    ...(others.length > 0 ? [staysHost(others)] : isHost ? [leftByHost] : []),
  ]
  const closing: readonly FrozenStep[] =
    draft.direction === 'host-to-client' && draft.closeFirewall && others.length === 0
      ? [{ kind: 'firewall.close-kms', params: {} }]
      : []
  return {
    steps: [
      { kind: 'product-key.install', params: { ...source, lastFive: key.lastFive, purpose: 'kms-client' } },
      ...closing,
      ...(isHost ? [restartStep] : []),
      ...(draft.activateNow ? [activateConvertedStep] : []),
    ],
    secrets: isTyped ? [{ name: 'setupKey', label: 'the client setup key', ref: key.ref }] : [],
    findings,
  }
}

const spendsActivation: Finding = {
  check: 'activation-spent',
  level: 'warning',
  message:
    'This plan activates the computer, which spends one activation of the MAK. Converting the computer back later does not give it back.',
}

const activationSteps = ({ activation }: ToMak, lastFive: string): readonly FrozenStep[] => {
  switch (activation) {
    case 'online':
      return [{ kind: 'product.activate-online', params: { lastFive } }]
    case 'telephone':
      return [
        { kind: 'product.read-installation-id', params: { lastFive } },
        { kind: 'product.deposit-confirmation-id', params: { lastFive } },
      ]
    case 'later':
      return []
    default:
      return assertNever(activation)
  }
}

const toMakParts = (draft: ToMak, use: KeyUse, parts: ConversionKeyParts): Parts => {
  const { lastFive, findings } = usableMak(draft.mak, use, parts)
  return {
    steps: [
      { kind: 'product-key.install', params: { key: 'mak', lastFive, purpose: 'mak' } },
      ...activationSteps(draft, lastFive),
    ],
    secrets: [{ name: 'mak', label: 'the multiple activation key (MAK)', ref: draft.mak }],
    findings: [...findings, ...(draft.activation === 'later' ? [] : [spendsActivation]), licencesNeeded],
  }
}

const titles: Readonly<Record<ConversionDirection, (name: string) => string>> = {
  'mak-to-kms': (name) => `Convert ${name} from MAK to KMS client`,
  'kms-to-mak': (name) => `Convert ${name} from KMS client to MAK`,
  'retail-to-kms': (name) => `Convert ${name} from retail to KMS client`,
  'host-to-client': (name) => `Convert ${name} from KMS host to KMS client`,
}

const refuseImpossible = ({ options }: ConversionAdvice, direction: ConversionDirection): void => {
  const refusal = options.find((option) => option.direction === direction)?.refusal
  if (!refusal) return
  throw new AppFailure({
    code: 'invalid-input',
    field: 'direction',
    message: `This conversion does not fit what the computer has now. ${refusal}`,
    remedy: 'Choose another conversion.',
    retryable: false,
  })
}

/**
 * Plans "Convert a computer". The computer is looked at while the plan is made, so that a direction that does not fit what
 * is installed, or a key of another edition, is refused before anything changes. Throws AppFailure `invalid-input` with
 * the field `direction`, `setupKey` or `mak`; `secret-missing`; and whatever reading the computer ran into.
 */
export const planConversion = async (
  { wizard, target, conversion, overruled }: CheckedConversionDraft,
  parts: ConversionPlannerParts,
): Promise<Draft> => {
  const name = target.place === 'this-computer' ? parts.computerName : targetLabel(target)
  const advice = await lookAt(parts, target, readConversionAdvice).catch((thrown: unknown) => {
    throw new AppFailure(explainFailure(thrown, name), { cause: thrown })
  })
  refuseImpossible(advice, conversion.direction)
  const use: KeyUse = { target, osBuild: advice.snapshot.osBuild, overruled }
  const { steps, secrets, findings } =
    conversion.direction === 'kms-to-mak'
      ? toMakParts(conversion, use, parts)
      : toKmsParts(conversion, advice, use, parts)
  return {
    wizard,
    title: titles[conversion.direction](name),
    target,
    steps: [snapshotStep, ...steps],
    secrets,
    consents: [],
    findings,
  }
}

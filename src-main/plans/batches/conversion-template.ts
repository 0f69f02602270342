import type { CheckedBatchDraft } from '../../contract/models/batch-draft.ts'
import type { ConversionDirection } from '../../contract/models/conversion.ts'
import type { Finding } from '../../contract/models/finding.ts'
import type { TargetRef } from '../../contract/models/target.ts'
import { parseProductKey } from '../../licensing/product-key.ts'
import { isSetupKey, setupKeys } from '../../licensing/setup-keys.ts'
import { checkTyped, type KeyUse, usableMak } from '../planners/conversion-keys.ts'
import {
  activateConvertedStep,
  licencesNeeded,
  snapshotStep,
  triesByItself,
  type ConversionPlannerParts,
} from '../planners/convert-computer.ts'
import { refuseInput, restartStep } from '../planners/host-setting-steps.ts'
import type { NamedSecret } from './batch-secrets.ts'
import type { TemplateStep } from './frozen-batch.ts'
import { computersInWords, fixed, type BatchTemplate } from './template-parts.ts'

type ConversionDraft = Extract<CheckedBatchDraft, { readonly wizard: 'convert-computer' }>
type Conversion = ConversionDraft['conversion']
type ToKms = Extract<Conversion, { readonly setupKey: unknown }>
type ToMak = Extract<Conversion, { readonly direction: 'kms-to-mak' }>
type Parts = Omit<BatchTemplate, 'title'>

const from: Readonly<Record<ConversionDirection, string>> = {
  'mak-to-kms': 'from MAK to KMS client',
  'kms-to-mak': 'from KMS client to MAK',
  'retail-to-kms': 'from retail to KMS client',
  'host-to-client': 'from KMS host to KMS client',
}

interface Install {
  readonly step: TemplateStep
  readonly secrets: readonly NamedSecret[]
  readonly findings: readonly Finding[]
}

const install = (params: TemplateStep['params']): TemplateStep =>
  fixed({ kind: 'product-key.install', params: { ...params, purpose: 'kms-client' } })

const published = (text: string): Install => ({
  step: install({ setupKey: text, lastFive: text.slice(-5) }),
  secrets: [],
  findings: [],
})

const suggested = (): Install => {
  const example = setupKeys[0]?.key ?? ''
  return {
    step: {
      ...install({ setupKey: example, lastFive: example.slice(-5) }),
      open: ['setupKey', 'lastFive'],
      title: 'Install the client setup key of the computer’s edition',
      perComputer:
        'The published client setup key is chosen by the edition that the computer runs. Where several fit or none does, the computer is skipped.',
    },
    secrets: [],
    findings: [],
  }
}

const chosenKey = ({ setupKey }: ToKms, use: KeyUse, parts: ConversionPlannerParts): Install => {
  switch (setupKey.from) {
    case 'suggested':
      return suggested()
    case 'published': {
      const parsed = parseProductKey(setupKey.key)
      if (parsed.outcome === 'key' && isSetupKey(parsed.key.text)) return published(parsed.key.text)
      throw refuseInput({
        check: 'setup-key',
        level: 'problem',
        field: 'setupKey',
        message: 'This is no published client setup key.',
        remedy: 'Choose one of the list, or type a key.',
      })
    }
    case 'typed': {
      const { typed, lastFive, findings } = checkTyped(setupKey.ref, 'kms-client', use, parts)
      const parsed = parseProductKey(typed)
      if (parsed.outcome === 'key' && isSetupKey(parsed.key.text)) return published(parsed.key.text)
      const secret = { name: 'setupKey', label: 'the client setup key', ref: setupKey.ref }
      return { step: install({ key: 'setupKey', lastFive }), secrets: [secret], findings }
    }
  }
}

const toKms = (conversion: ToKms, use: KeyUse, parts: ConversionPlannerParts): Parts => {
  const { step, secrets, findings } = chosenKey(conversion, use, parts)
  const isHost = conversion.direction === 'host-to-client'
  const closing: readonly TemplateStep[] =
    isHost && conversion.closeFirewall
      ? [
          {
            ...fixed({ kind: 'firewall.close-kms', params: {} }),
            perComputer: 'A computer that stays a KMS host for another product keeps its firewall as it is.',
          },
        ]
      : []
  return {
    steps: [
      fixed(snapshotStep),
      step,
      ...closing,
      ...(isHost ? [fixed(restartStep)] : []),
      ...(conversion.activateNow ? [fixed(activateConvertedStep)] : []),
    ],
    secrets,
    consents: [],
    findings: [
      ...findings,
      ...(conversion.direction === 'retail-to-kms' ? [licencesNeeded] : []),
      ...(conversion.activateNow ? [] : [triesByItself]),
    ],
  }
}

const spendsActivations = (count: number): Finding => ({
  check: 'activation-spent',
  level: 'warning',
  message: `Each computer spends one activation of the MAK: up to ${count} in all. Converting a computer back later does not give its activation back.`,
})

const toMak = ({ mak, activation }: ToMak, use: KeyUse, count: number, parts: ConversionPlannerParts): Parts => {
  const { lastFive, findings } = usableMak(mak, use, parts)
  const online = fixed({ kind: 'product.activate-online', params: { lastFive } })
  return {
    steps: [
      fixed(snapshotStep),
      fixed({ kind: 'product-key.install', params: { key: 'mak', lastFive, purpose: 'mak' } }),
      ...(activation === 'online' ? [online] : []),
    ],
    secrets: [{ name: 'mak', label: 'the multiple activation key (MAK)', ref: mak }],
    consents: activation === 'online' ? ['mak-activations'] : [],
    findings: [...findings, ...(activation === 'online' ? [spendsActivations(count)] : []), licencesNeeded],
  }
}

/** The steps of one conversion for many computers. Throws AppFailure `invalid-input` with the field of the key. */
export const conversionTemplate = (
  { conversion, overruled }: ConversionDraft,
  sample: TargetRef,
  count: number,
  parts: ConversionPlannerParts,
): BatchTemplate => {
  const use: KeyUse = { target: sample, osBuild: null, overruled }
  const made =
    conversion.direction === 'kms-to-mak' ? toMak(conversion, use, count, parts) : toKms(conversion, use, parts)
  return { ...made, title: `Convert ${computersInWords(count)} ${from[conversion.direction]}` }
}

import { z } from 'zod'
import { ConfigureClientDraft } from './configure-client-draft.ts'
import { ChosenSetupKey } from './conversion.ts'
import { EditKmsHostDraft, SetUpKmsHostDraft } from './plan.ts'
import { PrepareRemoteDraft } from './remote-management.ts'
import { SecretRef } from './target.ts'

const Guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'not a GUID')

const toKmsClient = { setupKey: ChosenSetupKey, activateNow: z.boolean().default(true) } as const

/**
 * A conversion of many computers. A `suggested` setup key is chosen for each computer by its edition when its turn comes; a
 * computer on which several fit, or none, is skipped with the reason. Nobody can telephone for many at once.
 */
export const BatchConversion = z.discriminatedUnion('direction', [
  z.object({ direction: z.literal('mak-to-kms'), ...toKmsClient }).strict(),
  z.object({ direction: z.literal('retail-to-kms'), ...toKmsClient }).strict(),
  z
    .object({ direction: z.literal('host-to-client'), ...toKmsClient, closeFirewall: z.boolean().default(true) })
    .strict(),
  z
    .object({
      direction: z.literal('kms-to-mak'),
      mak: SecretRef,
      /** `online` spends one activation of the MAK for each computer. */
      activation: z.enum(['online', 'later']).default('online'),
    })
    .strict(),
])

/** Rearming many computers. Sysprep is not offered for many: it shuts each of them down. */
export const BatchRearm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('rearm-windows') }).strict(),
  z.object({ do: z.literal('rearm-application'), applicationId: Guid }).strict(),
  z.object({ do: z.literal('rearm-product'), activationId: Guid }).strict(),
])

/**
 * A wizard's draft without its computer, for the wizards that make sense for many. "Publish KMS in DNS" has no computer of
 * its own, and activation by telephone waits for a person at each computer: neither is here.
 */
export const BatchDraft = z.discriminatedUnion('wizard', [
  ConfigureClientDraft.omit({ target: true }),
  z
    .object({
      wizard: z.literal('convert-computer'),
      conversion: BatchConversion,
      /** Findings of level `warning` about a typed key that the person has read and overruled, by check name. */
      overruled: z.array(z.string().max(64)).max(16),
    })
    .strict(),
  z.object({ wizard: z.literal('prepare-image'), task: BatchRearm }).strict(),
  PrepareRemoteDraft.omit({ target: true }),
  EditKmsHostDraft.omit({ target: true }),
  SetUpKmsHostDraft.omit({ target: true, activation: true }).extend({
    activation: z.enum(['online', 'later']).default('online'),
  }),
])
/** A draft as a window writes it; members with a default may be left out. */
export type BatchDraft = z.input<typeof BatchDraft>
/** A draft after validation. */
export type CheckedBatchDraft = z.output<typeof BatchDraft>

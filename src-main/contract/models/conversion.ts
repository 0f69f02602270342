import { z } from 'zod'
import { LicenseSnapshot } from './license-snapshot.ts'
import { SecretRef, TargetRef } from './target.ts'

/** What a computer can be converted from and to. */
export const ConversionDirection = z.enum(['mak-to-kms', 'kms-to-mak', 'retail-to-kms', 'host-to-client'])
export type ConversionDirection = z.infer<typeof ConversionDirection>

/** One conversion, and why it cannot be made here; null where it can. */
export const ConversionOption = z.object({ direction: ConversionDirection, refusal: z.string().nullable() }).strict()
export type ConversionOption = z.infer<typeof ConversionOption>

/** A published client setup key, as people are shown it. Such keys are public (gvlk-notes.md). */
export const SetupKeyChoice = z
  .object({
    /** Five groups of five with dashes. */
    key: z.string(),
    /** "Windows 7 Enterprise" */
    name: z.string(),
    /** Why a person should look twice, for example a key that changed since the guide's Table 6; null for most. */
    remark: z.string().nullable(),
  })
  .strict()
export type SetupKeyChoice = z.infer<typeof SetupKeyChoice>

/** The client setup key for a computer: one, several between which a person chooses, or none that is published. */
export const SetupKeyAdvice = z
  .object({
    /** What the choice rests on: "Windows 7 Enterprise, EditionID Enterprise, build 7601". */
    basis: z.string(),
    suggestion: z.discriminatedUnion('outcome', [
      z
        .object({
          outcome: z.literal('one'),
          choice: SetupKeyChoice,
          /** Older keys of the same edition, for the case that Windows refuses the current one. */
          ifRefused: z.array(SetupKeyChoice),
        })
        .strict(),
      z.object({ outcome: z.literal('several'), candidates: z.array(SetupKeyChoice) }).strict(),
      z
        .object({
          outcome: z.literal('none'),
          /** Why, in one sentence. */
          reason: z.string(),
          /** What to do instead, in one or two sentences. */
          remedy: z.string(),
          /** Whether a key that a person types may be tried; false for an edition without volume licences. */
          mayType: z.boolean(),
        })
        .strict(),
    ]),
  })
  .strict()
export type SetupKeyAdvice = z.infer<typeof SetupKeyAdvice>

/** What can be converted on one computer, with what was read there. */
export const ConversionAdvice = z
  .object({
    snapshot: LicenseSnapshot,
    /** What the computer has now, in one sentence. */
    present: z.string(),
    /** All directions in a fixed order. */
    options: z.array(ConversionOption),
    /** The direction that fits what was found; null where none does. */
    proposed: ConversionDirection.nullable(),
    setupKey: SetupKeyAdvice,
  })
  .strict()
export type ConversionAdvice = z.infer<typeof ConversionAdvice>

/**
 * The client setup key of a draft: the one that fits the computer by its edition, a published one that a person chose, or
 * one that a person typed. Main refuses `suggested` where several fit or none is published.
 */
export const ChosenSetupKey = z.discriminatedUnion('from', [
  z.object({ from: z.literal('suggested') }).strict(),
  z.object({ from: z.literal('published'), key: z.string().max(29) }).strict(),
  z.object({ from: z.literal('typed'), ref: SecretRef }).strict(),
])
export type ChosenSetupKey = z.infer<typeof ChosenSetupKey>

const toKmsClient = { setupKey: ChosenSetupKey, activateNow: z.boolean().default(true) } as const

/** One conversion with what it needs. */
export const Conversion = z.discriminatedUnion('direction', [
  z.object({ direction: z.literal('mak-to-kms'), ...toKmsClient }).strict(),
  z.object({ direction: z.literal('retail-to-kms'), ...toKmsClient }).strict(),
  z
    .object({
      direction: z.literal('host-to-client'),
      ...toKmsClient,
      /** Whether the firewall's rules for KMS traffic are turned off. */
      closeFirewall: z.boolean().default(true),
    })
    .strict(),
  z
    .object({
      direction: z.literal('kms-to-mak'),
      mak: SecretRef,
      /** Online and by telephone spend an activation of the MAK. */
      activation: z.enum(['online', 'telephone', 'later']).default('online'),
    })
    .strict(),
])

/** What the wizard "Convert a computer" proposes. */
export const ConvertComputerDraft = z
  .object({
    wizard: z.literal('convert-computer'),
    target: TargetRef,
    conversion: Conversion,
    /** Findings of level `warning` about a typed key that the person has read and overruled, by check name. */
    overruled: z.array(z.string().max(64)).max(16),
  })
  .strict()
/** The draft as a window writes it; members with a default may be left out. */
export type ConvertComputerDraft = z.input<typeof ConvertComputerDraft>
/** The draft after validation. */
export type CheckedConversionDraft = z.output<typeof ConvertComputerDraft>
/** The conversion of a draft after validation. */
export type CheckedConversion = CheckedConversionDraft['conversion']

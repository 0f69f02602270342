import { z } from 'zod'
import { Finding } from './finding.ts'
import { LicensedProduct } from './license-snapshot.ts'
import { TargetRef } from './target.ts'

const Guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'not a GUID')

/** What is done to a computer that is to become an image or to stay a demo machine. */
export const ImageTask = z.discriminatedUnion('do', [
  /** slmgr /rearm */
  z.object({ do: z.literal('rearm-windows') }).strict(),
  /** slmgr /rearm-app, Windows 8.1 and later */
  z.object({ do: z.literal('rearm-application'), applicationId: Guid }).strict(),
  /** slmgr /rearm-sku, Windows 8.1 and later */
  z.object({ do: z.literal('rearm-product'), activationId: Guid }).strict(),
  /** sysprep /generalize; the computer shuts down. */
  z.object({ do: z.literal('generalize') }).strict(),
])
export type ImageTask = z.infer<typeof ImageTask>

/** What the wizard "Prepare an image" proposes. */
export const PrepareImageDraft = z
  .object({ wizard: z.literal('prepare-image'), target: TargetRef, task: ImageTask })
  .strict()
export type PrepareImageDraft = z.infer<typeof PrepareImageDraft>

/** A product with a key, and the time that it still has. */
export const ImageProduct = LicensedProduct.extend({
  /** ISO 8601 by the computer's own clock; null where no time is running. */
  graceEndsAt: z.string().nullable(),
  /** One sentence: licensed until, grace until, or why not. */
  statusText: z.string(),
}).strict()
export type ImageProduct = z.infer<typeof ImageProduct>

/** One of the four tasks as it stands on a computer: offered, or refused with the reason. */
export const ImageChoice = z
  .object({
    task: ImageTask,
    title: z.string(),
    /** What it does, sentence by sentence. */
    does: z.array(z.string()),
    /** What it does not do. */
    doesNot: z.array(z.string()),
    /** How many are left; null where Windows does not count them. */
    left: z.number().int().nonnegative().nullable(),
    /** Why it cannot be done here; null where it can. */
    refused: z.object({ message: z.string(), remedy: z.string() }).strict().nullable(),
  })
  .strict()
export type ImageChoice = z.infer<typeof ImageChoice>

/** What decides whether a computer can become an image. */
export const ImageState = z
  .object({
    computerName: z.string(),
    osCaption: z.string(),
    osVersion: z.string(),
    /** Whether single applications and products can be rearmed: Windows 8.1 and later. */
    partRearm: z.boolean(),
    /** ISO 8601 by the computer's own clock. */
    readAt: z.string(),
    /** RemainingWindowsReArmCount; null where Windows does not tell. */
    windowsRearms: z.number().int().nonnegative().nullable(),
    /** Whether SkipRearm is 1 in the registry, which stops a rearm; null where the registry cannot be read. */
    skipRearm: z.boolean().nullable(),
    /** Every product with a key; the primary Windows product first. */
    products: z.array(ImageProduct),
    choices: z.array(ImageChoice),
    findings: z.array(Finding),
  })
  .strict()
export type ImageState = z.infer<typeof ImageState>

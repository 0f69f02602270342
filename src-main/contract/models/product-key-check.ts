import { z } from 'zod'
import { Finding } from './finding.ts'

/** What can be told about a typed product key without a network. The key itself is not in it. */
export const ProductKeyCheck = z
  .object({
    /** XXXXX-XXXXX-XXXXX-XXXXX-ABCDE, or null where it is no key at all. */
    masked: z.string().nullable(),
    lastFive: z.string().nullable(),
    /** `setup` for a published client setup key (GVLK), `unknown` otherwise: kinds cannot be told from the text. */
    kind: z.enum(['setup', 'unknown']),
    /** Keys for Windows 8 / Server 2012 and later hold exactly one N, earlier ones none (gvlk-notes.md). */
    generation: z.enum(['windows-7', 'windows-8', 'unknown']),
    /** For a setup key: the product and edition that it belongs to. */
    setupKeyFor: z.string().nullable(),
    findings: z.array(Finding),
  })
  .strict()
export type ProductKeyCheck = z.infer<typeof ProductKeyCheck>

/** What a product key is wanted for; `any` where only its form matters. */
export const KeyPurpose = z.enum(['kms-host', 'kms-client', 'mak', 'any'])
export type KeyPurpose = z.infer<typeof KeyPurpose>

/** What the Windows that the app runs on says of a key (pidgenx.dll); it knows the products of its own release best. */
export const SystemKeyAnswer = z.discriminatedUnion('outcome', [
  z
    .object({
      outcome: z.literal('told'),
      /** The channel in Windows' own word: "Volume:MAK", "Volume:GVLK", "Volume:CSVLK", "Retail". */
      channel: z.string(),
      kind: z.enum(['kms-client', 'kms-host', 'mak', 'retail', 'oem', 'other']),
      /** The edition in Windows' own word; null where it tells none. */
      edition: z.string().nullable(),
    })
    .strict(),
  /** Windows has no record of such a key: it may belong to another release. */
  z.object({ outcome: z.literal('not-recognised') }).strict(),
  /** There is nobody to ask: no Windows, no pidgenx.dll, or it did not answer. */
  z.object({ outcome: z.literal('not-available'), reason: z.string() }).strict(),
])
export type SystemKeyAnswer = z.infer<typeof SystemKeyAnswer>

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

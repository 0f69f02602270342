import { z } from 'zod'
import { ActivationType } from './license-snapshot.ts'
import { TargetRef } from './target.ts'

/** A setting of a KMS client that is left as it is. */
const keep = z.object({ mode: z.literal('keep') }).strict()

/**
 * What the wizard "Configure a KMS client" proposes: what each setting shall be, or that it is left as it is (`keep`, or
 * null). Main reads what the computer is set to and plans only what differs. Texts stand as they were typed; what is wrong
 * with one is an `invalid-input` error with the field `host`, `port`, `lookupDomain` or `dnsSuffixes`.
 */
export const ConfigureClientDraft = z
  .object({
    wizard: z.literal('configure-client'),
    target: TargetRef,
    /** How the KMS host is found. An empty port stands for 1688 and clears a fixed one. */
    discovery: z
      .discriminatedUnion('mode', [
        keep,
        z.object({ mode: z.literal('automatic') }).strict(),
        z.object({ mode: z.literal('fixed'), host: z.string().max(1024), port: z.string().max(64) }).strict(),
      ])
      .default({ mode: 'keep' }),
    /** The domain in which KMS hosts are looked for (Windows 8 and later). */
    lookupDomain: z
      .discriminatedUnion('mode', [
        keep,
        z.object({ mode: z.literal('own') }).strict(),
        z.object({ mode: z.literal('domain'), domain: z.string().max(1024) }).strict(),
      ])
      .default({ mode: 'keep' }),
    hostCaching: z.boolean().nullable().default(null),
    /** Windows 8 and later. */
    activationType: ActivationType.nullable().default(null),
    /** The whole list; an empty one removes it. */
    dnsSuffixes: z.array(z.string().max(1024)).max(64).nullable().default(null),
    /** Whether the computer asks for activation at the end. */
    activate: z.boolean().default(true),
  })
  .strict()
/** The draft as a window writes it; members with a default may be left out. */
export type ConfigureClientDraft = z.input<typeof ConfigureClientDraft>
/** The draft after validation. */
export type CheckedClientDraft = z.output<typeof ConfigureClientDraft>

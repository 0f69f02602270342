import { z } from 'zod'

/** What kind of thing reported a code, read from the code itself (its facility and range). */
export const CodeOrigin = z.enum([
  'success',
  'licensing-service',
  'licensing-server',
  'token-activation',
  'batch-activation',
  'wmi',
  'rpc',
  'dns',
  'directory',
  'win32',
  'nt-status',
  'com',
  'http',
  'setup',
  'other',
])
export type CodeOrigin = z.infer<typeof CodeOrigin>

/** A result code that was found, with everything that is known of it without asking anybody. */
export const ExplainedCode = z
  .object({
    /** 0x and eight upper-case digits, or "BAS 0x67". */
    code: z.string(),
    /** The unsigned 32-bit number; null for a code of the batch activation service. */
    value: z.number().int().min(0).max(0xffffffff).nullable(),
    /** The spelling in which it stood in the text, the first time. */
    foundAs: z.string(),
    /** How often it stood in the text. */
    times: z.number().int().positive(),
    origin: CodeOrigin,
    /** One plain sentence: what kind of code this is. */
    originSentence: z.string(),
    symbol: z.string().nullable(),
    /** Null where nothing but the kind is known. */
    meaning: z.string().nullable(),
    causes: z.array(z.string()),
    steps: z.array(z.string()),
    appliesTo: z.array(z.string()),
    /** Where the explanation rests on general knowledge. */
    uncertain: z.boolean(),
    source: z.string().nullable(),
  })
  .strict()
export type ExplainedCode = z.infer<typeof ExplainedCode>

/** What was found in a text. */
export const ErrorLookup = z
  .object({
    codes: z.array(ExplainedCode),
    /** Codes beyond the first fifty, which are not listed. */
    more: z.number().int().nonnegative(),
  })
  .strict()
export type ErrorLookup = z.infer<typeof ErrorLookup>

/** A code, or a text with codes in it, as typed or pasted. */
export const ErrorLookupQuestion = z.object({ text: z.string().max(200_000) }).strict()
export type ErrorLookupQuestion = z.infer<typeof ErrorLookupQuestion>

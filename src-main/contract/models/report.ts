import { z } from 'zod'
import { ComputerIds, EstatePlace } from './estate.ts'

/** What a report can be made of. */
export const reportParts = ['summary', 'computers', 'changes', 'plans'] as const
export const ReportPart = z.enum(reportParts)
export type ReportPart = z.infer<typeof ReportPart>

export const ReportFormat = z.enum(['csv', 'json', 'html', 'pdf'])
export type ReportFormat = z.infer<typeof ReportFormat>

/** Which computers a report is about. */
export const ReportScope = z.discriminatedUnion('which', [
  z.object({ which: z.literal('all') }).strict(),
  z
    .object({
      which: z.literal('computers'),
      ids: ComputerIds.min(1),
      /** What the choice was, for example "Selection" or the name of a view. */
      label: z.string().trim().min(1).max(120),
    })
    .strict(),
])
export type ReportScope = z.infer<typeof ReportScope>

/** What is to be saved. A CSV file holds one table: exactly one part. */
export const ReportQuestion = z
  .object({
    place: EstatePlace,
    scope: ReportScope,
    parts: z.array(ReportPart).min(1).max(reportParts.length),
    format: ReportFormat,
  })
  .strict()
export type ReportQuestion = z.infer<typeof ReportQuestion>

/** `saved`: false where the person gave it up. `computers`: those that the report is about. */
export const ReportSaved = z.object({ saved: z.boolean(), computers: z.number().int().nonnegative() }).strict()
export type ReportSaved = z.infer<typeof ReportSaved>

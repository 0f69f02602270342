import { z } from 'zod'

/** How a plan leaves the app: commands of slmgr, PowerShell on CIM, or Ansible. */
export const ExportFormat = z.enum(['command-file', 'powershell', 'ansible'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** What is to be exported, proposed, running or ended: one plan, or a plan for many computers. */
export const PlanExportQuestion = z.union([
  z.object({ planId: z.uuid(), format: ExportFormat }).strict(),
  z.object({ batchId: z.uuid(), format: ExportFormat }).strict(),
])
export type PlanExportQuestion = z.infer<typeof PlanExportQuestion>

/** Kinds of exported files, which are kinds of `file.save` as well. */
export const ExportedFileKind = z.enum(['command-file', 'powershell-script', 'yaml'])

/** A file of an export. No secret stands in it: keys, passwords and confirmation IDs are asked for where it runs. */
export const ExportedFile = z
  .object({
    name: z.string(),
    kind: ExportedFileKind,
    /** The text with LF at the ends of its lines. */
    text: z.string(),
    /** The file as it is to be saved, base64. */
    bytes: z.string(),
    /** What it is and how it is run. */
    notes: z.array(z.string()),
  })
  .strict()
export type ExportedFile = z.infer<typeof ExportedFile>

/** A step that the format has no way to do. It stands in the file as a comment. */
export const ByHandStep = z
  .object({ step: z.number().int().positive(), title: z.string(), reason: z.string() })
  .strict()
export type ByHandStep = z.infer<typeof ByHandStep>

/** An exported plan. */
export const PlanExport = z
  .object({
    files: z.array(ExportedFile).min(1),
    byHand: z.array(ByHandStep),
    /** What holds for all of the files. */
    notes: z.array(z.string()),
  })
  .strict()
export type PlanExport = z.infer<typeof PlanExport>

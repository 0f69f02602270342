import { z } from 'zod'
import { Finding } from './finding.ts'
import { HostRegistryValue, PublishRow, PublishRowDraft } from './kms-host-settings.ts'

/** What can be told about a typed confirmation ID without the computer. No digit of it is in the answer. */
export const ConfirmationIdCheck = z
  .object({
    /** Whether it has 48 digits and may be tried. */
    complete: z.boolean(),
    /** The blocks that were read, A to H: how many digits each has, and whether its check digit holds. */
    blocks: z.array(z.object({ letter: z.string(), length: z.number().int(), checkDigitHolds: z.boolean() }).strict()),
    findings: z.array(Finding),
  })
  .strict()
export type ConfirmationIdCheck = z.infer<typeof ConfirmationIdCheck>

/** What became of a publish list: nothing typed is lost. */
export const PublishListCheck = z
  .object({
    /** The rows of the editor; a pasted text becomes rows as well. */
    drafts: z.array(PublishRowDraft),
    /** The rows as they can be written; null while a finding of level `problem` stands. */
    rows: z.array(PublishRow).nullable(),
    /** The lines as they are written to the registry; empty while `rows` is null. */
    lines: z.array(z.string()),
    findings: z.array(Finding),
    /** The deployment guide's warnings about changes of the list. */
    cautions: z.array(z.string()),
  })
  .strict()
export type PublishListCheck = z.infer<typeof PublishListCheck>

/** Typed host settings as numbers; null where the text was absent or refused. */
export const HostSettingsCheck = z
  .object({
    port: z.number().int().nullable(),
    /** Minutes. */
    activationInterval: z.number().int().nullable(),
    /** Minutes. */
    renewalInterval: z.number().int().nullable(),
    /** "2 hours" for 120 minutes; null where there is no number. */
    activationIntervalInWords: z.string().nullable(),
    renewalIntervalInWords: z.string().nullable(),
    findings: z.array(Finding),
  })
  .strict()
export type HostSettingsCheck = z.infer<typeof HostSettingsCheck>

/** What a .reg file holds. */
export const RegistryFileCheck = z
  .object({
    /** Null while a finding of level `problem` stands: the whole file is refused then. */
    values: z.array(HostRegistryValue).nullable(),
    /** One sentence per value, in plain words. */
    sentences: z.array(z.string()),
    findings: z.array(Finding),
  })
  .strict()
export type RegistryFileCheck = z.infer<typeof RegistryFileCheck>

/** The settings of a KMS host as a .reg file for other hosts. */
export const RegistryFileExport = z
  .object({
    /** The file as text, to look at. */
    text: z.string(),
    /** The file's bytes (UTF-16 with byte order mark), base64; to hand to `file.save`. */
    bytes: z.string(),
    suggestedName: z.string(),
    values: z.array(HostRegistryValue),
  })
  .strict()
export type RegistryFileExport = z.infer<typeof RegistryFileExport>

/** Whether a host takes a generation of host keys, and what it then activates (licensing/host-key-compatibility.ts). */
export const HostKeyChoice = z
  .object({
    generation: z.string(),
    name: z.string(),
    installable: z.enum(['yes', 'no', 'not-in-table']),
    reason: z.string(),
    activates: z.array(
      z
        .object({
          system: z.string(),
          name: z.string(),
          /** The update that the host needs first, in words; null where it needs none. */
          update: z.string().nullable(),
        })
        .strict(),
    ),
    note: z.string().nullable(),
  })
  .strict()
export type HostKeyChoice = z.infer<typeof HostKeyChoice>

/** Host key generations for one computer, the newest first, and what is to be thought of the chosen one. */
export const HostKeyCompatibility = z
  .object({
    /** The computer's Windows in words: "Windows Server 2008 R2". */
    windows: z.string(),
    choices: z.array(HostKeyChoice),
    /** About the computer and, where a generation was given, about the pairing. */
    findings: z.array(Finding),
  })
  .strict()
export type HostKeyCompatibility = z.infer<typeof HostKeyCompatibility>

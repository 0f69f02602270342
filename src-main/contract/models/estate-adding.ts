import { z } from 'zod'
import { ComputerSource, EstatePlace, GroupName, Tags } from './estate.ts'
import { CredentialRef, HostName } from './target.ts'

/** What a column of a CSV file holds; null columns are left out. */
export const CsvField = z.enum(['name', 'group', 'tags', 'note', 'ou'])
export type CsvField = z.infer<typeof CsvField>

/** The number of a file that was handed over in pieces. */
export const UploadId = z.uuid()

/** A piece of a file, base64: at most 512 KiB. `upload` is null for the first piece. */
export const UploadPiece = z.object({ upload: UploadId.nullable(), bytes: z.base64().max(700_000) }).strict()
/** `size`: bytes so far. */
export const Uploaded = z.object({ upload: UploadId, size: z.number().int() }).strict()
export type Uploaded = z.infer<typeof Uploaded>

/** How a CSV file is to be read; null: as it is recognised. */
export const CsvReading = z
  .object({
    separator: z.enum([';', ',', '\t', '|']).nullable(),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).nullable(),
    header: z.boolean().nullable(),
    /** What each column holds, from the first one on. */
    columns: z.array(CsvField.nullable()).max(50).nullable(),
  })
  .strict()
export type CsvReading = z.infer<typeof CsvReading>

/** Where computers are to be taken from. */
export const ComputerInput = z.discriminatedUnion('from', [
  /** Names as typed or pasted: one or many, by lines, blanks, commas, semicolons, tabs or bars. */
  z.object({ from: z.literal('text'), text: z.string().max(900_000) }).strict(),
  z.object({ from: z.literal('file'), upload: UploadId, reading: CsvReading }).strict(),
  /** `10.0.0.1-10.0.0.50`, `10.0.0.1-50` or `10.0.0.0/24`; several by comma or line. */
  z.object({ from: z.literal('range'), text: z.string().max(4000) }).strict(),
])
export type ComputerInput = z.infer<typeof ComputerInput>

export const PreviewQuestion = z.object({ place: EstatePlace, input: ComputerInput }).strict()
export type PreviewQuestion = z.infer<typeof PreviewQuestion>

/** What is asked of Active Directory, through root\directory\LDAP. */
export const DirectoryQuestion = z
  .object({
    place: EstatePlace,
    /** The domain controller to ask; null: this computer asks its own domain (in the Lab: the technician's computer). */
    server: HostName.nullable(),
    credential: CredentialRef.optional(),
    /** A name with `*` for any characters; null for all. */
    name: z.string().trim().max(256).nullable(),
    /** The organisational unit: a distinguished name, a path or a part of one; null for all. */
    ou: z.string().trim().max(1024).nullable(),
    limit: z.number().int().min(1).max(10_000).default(5000),
  })
  .strict()
export type DirectoryQuestion = z.output<typeof DirectoryQuestion>

/** One computer that could be added. */
export const ComputerEntry = z
  .object({
    /** Its place in the preview, from 0; `computers.add` names entries by it. */
    index: z.number().int().nonnegative(),
    /** The line of the source, from 1; null where there are no lines. */
    line: z.number().int().positive().nullable(),
    host: z.string(),
    group: z.string().nullable(),
    tags: z.array(z.string()),
    note: z.string().nullable(),
    ou: z.string().nullable(),
    /** What the directory says of its Windows. */
    osCaption: z.string().nullable(),
    /** Whether the estate has it already. */
    known: z.boolean(),
  })
  .strict()
export type ComputerEntry = z.infer<typeof ComputerEntry>

/** What cannot be added as it stands (`error`) or was seen to (`warning`: a computer that is named twice, for example). */
export const EntryProblem = z
  .object({
    level: z.enum(['error', 'warning']),
    line: z.number().int().positive().nullable(),
    field: z.string(),
    /** As it stands in the source, shortened to 80 characters. */
    value: z.string(),
    message: z.string(),
    remedy: z.string(),
  })
  .strict()
export type EntryProblem = z.infer<typeof EntryProblem>

const Count = z.number().int().nonnegative()

/** What would be added. Main keeps it under `previewId` until newer ones push it out. */
export const ComputerPreview = z
  .object({
    previewId: z.uuid(),
    source: ComputerSource,
    /** How a file was read; null for anything else. */
    csv: z
      .object({
        separator: z.enum([';', ',', '\t', '|']),
        encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
        header: z.boolean(),
        /** The title of each column, or its first value, with what it is taken for. */
        columns: z.array(z.object({ title: z.string(), field: CsvField.nullable() }).strict()),
      })
      .strict()
      .nullable(),
    /** Entries in all; of these `known` are in the estate already. */
    total: Count,
    known: Count,
    problemCount: Count,
    /** Whether there was more than the limit of the question. */
    limited: z.boolean(),
    /** The first 500. */
    entries: z.array(ComputerEntry),
    /** The first 500, errors first. */
    problems: z.array(EntryProblem),
  })
  .strict()
export type ComputerPreview = z.infer<typeof ComputerPreview>

export const PreviewPageQuestion = z
  .object({ previewId: z.uuid(), offset: Count, limit: z.number().int().min(1).max(500) })
  .strict()
export const PreviewPage = z.object({ entries: z.array(ComputerEntry) }).strict()
export type PreviewPage = z.infer<typeof PreviewPage>

/** Adds what a preview shows. */
export const AddQuestion = z
  .object({
    previewId: z.uuid(),
    /** The entries to add, by `index`; null for all. */
    only: z.array(Count).max(100_000).nullable(),
    /** The group of those that name none. */
    group: GroupName.nullable(),
    /** Tags for all of them. */
    tags: Tags,
    /** Whether computers that are known already take group, tags, note and OU of their entries. */
    updateKnown: z.boolean(),
  })
  .strict()
export type AddQuestion = z.infer<typeof AddQuestion>
/** `left`: those known already that were left as they are. */
export const Added = z.object({ added: Count, updated: Count, left: Count }).strict()
export type Added = z.infer<typeof Added>

import { askedBy, type AskedSecret, type Deed } from './deed.ts'
import { deedsOf } from './deeds/all-deeds.ts'

/** A computer that a plan is for. */
export interface ExportComputer {
  /** Name or address. */
  readonly name: string
  /** Whether it is the one that the app runs on. */
  readonly isThisComputer: boolean
}

/** A plan as the exports see it: what is to be done and where. Nothing in it is secret. */
export interface ExportSource {
  readonly title: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly computers: readonly ExportComputer[]
  /** Whether the computers are those of the simulated network. */
  readonly isLab: boolean
  readonly steps: readonly { readonly kind: string; readonly params: unknown; readonly title: string }[]
  /** What people call each secret. */
  readonly secretLabels: ReadonlyMap<string, string>
}

/** A step with what it does. */
export interface ExportStep {
  /** From 1. */
  readonly number: number
  readonly title: string
  readonly deeds: readonly Deed[]
}

/** A secret with its question and the name of the variable that holds it while the export runs. */
export interface Question extends AskedSecret {
  readonly variable: string
  readonly prompt: string
}

/** A plan ready to be written in any format. */
export interface ExportDraft extends ExportSource {
  readonly prepared: readonly ExportStep[]
  readonly questions: readonly Question[]
}

const promptOf = ({ secret, kind, lastFive }: AskedSecret, labels: ReadonlyMap<string, string>): string => {
  const label = labels.get(secret) ?? (kind === 'product-key' ? 'Product key' : 'Confirmation ID')
  return lastFive === null ? label : `${label} ending in ${lastFive}`
}

/** Turns the steps into deeds and gathers what has to be asked for, each secret once. */
export const prepareExport = (source: ExportSource): ExportDraft => {
  const prepared = source.steps.map((step, index) => ({ number: index + 1, title: step.title, deeds: deedsOf(step) }))
  const asked = new Map(prepared.flatMap(({ deeds }) => deeds.flatMap(askedBy)).map((one) => [one.secret, one]))
  const questions = [...asked.values()].map((one, index) => ({
    ...one,
    variable: `AFK_SECRET_${index + 1}`,
    prompt: promptOf(one, source.secretLabels),
  }))
  return { ...source, prepared, questions }
}

/** The variable of a secret. Throws where it was not gathered, which `askedBy` rules out. */
export const questionOf = ({ questions }: Pick<ExportDraft, 'questions'>, { secret }: AskedSecret): Question => {
  const found = questions.find((question) => question.secret === secret)
  if (found === undefined) throw new Error(`The secret ${secret} is not asked for.`)
  return found
}

/** What a format makes of a step: its lines, or why people have to do it. */
export type WrittenStep =
  | { readonly is: 'lines'; readonly lines: readonly string[] }
  | { readonly is: 'by-hand'; readonly reason: string; readonly lines: readonly string[] }

/** Joins what the deeds of a step became: one that is left to people leaves the whole step to them. */
export const joinWritten = (written: readonly WrittenStep[]): WrittenStep =>
  written.find(({ is }) => is === 'by-hand') ?? { is: 'lines', lines: written.flatMap(({ lines }) => lines) }

/** Lines of a step. */
export const wrote = (...lines: readonly string[]): WrittenStep => ({ is: 'lines', lines })
/** A step that is left to people. */
export const left = (reason: string, lines: readonly string[] = []): WrittenStep => ({ is: 'by-hand', reason, lines })

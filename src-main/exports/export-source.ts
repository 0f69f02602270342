import { askedBy, type AskedSecret, type Deed, type Proof } from './deed.ts'
import { deedsOf } from './deeds/all-deeds.ts'
import { decidedDeeds, onlyIf } from './deeds/decided-deeds.ts'

/** A computer that a plan is for. */
export interface ExportComputer {
  /** Name or address. */
  readonly name: string
  /** Whether it is the one that the app runs on. */
  readonly isThisComputer: boolean
  /** Which of the plan's accounts it is reached with, from 1. Names and passwords are asked for where the export runs. */
  readonly account: number
}

/** How an export goes through its computers. */
export interface ExportPolicy {
  /** Computers that may fail before no further one is begun; null goes on to the end. */
  readonly stopAfter: number | null
  /** Computers that go first; a person is asked before the rest follows. Null: all at once. */
  readonly first: number | null
}

/** A step as it was confirmed. */
export interface ExportedStep {
  readonly kind: string
  readonly params: unknown
  readonly title: string
  /** Parameters that are decided at each computer, and what is said of it; null where the step is the same everywhere. */
  readonly decided: { readonly open: readonly string[]; readonly sentence: string } | null
}

/** A plan as the exports see it: what is to be done and where. Nothing in it is secret. */
export interface ExportSource {
  readonly title: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly computers: readonly ExportComputer[]
  /** Whether the computers are those of the simulated network. */
  readonly isLab: boolean
  readonly steps: readonly ExportedStep[]
  readonly policy: ExportPolicy
  /** What a computer has to be for the plan, asked of each before its first step; one that is not is left as it is. */
  readonly fits: Proof | null
  /** What people call each secret. */
  readonly secretLabels: ReadonlyMap<string, string>
}

/** A step with what it does. */
export interface ExportStep {
  /** From 1. */
  readonly number: number
  readonly title: string
  readonly deeds: readonly Deed[]
  /** The step is done where this holds, and passed over elsewhere. Null: always. */
  readonly onlyIf: Proof | null
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
  const prepared = source.steps.map((step, index) => ({
    number: index + 1,
    title: step.title,
    deeds: step.decided === null ? deedsOf(step) : decidedDeeds(step.kind, step.decided, () => deedsOf(step)),
    onlyIf: step.decided === null ? null : onlyIf(step.kind),
  }))
  const asked = new Map(prepared.flatMap(({ deeds }) => deeds.flatMap(askedBy)).map((one) => [one.secret, one]))
  const questions = [...asked.values()].map((one, index) => ({
    ...one,
    variable: `AFK_SECRET_${index + 1}`,
    prompt: promptOf(one, source.secretLabels),
  }))
  return { ...source, prepared, questions }
}

/** The plan's accounts by number, each with its computers. */
export const accountsOf = ({
  computers,
}: Pick<ExportSource, 'computers'>): readonly { readonly account: number; readonly names: readonly string[] }[] => {
  const names = new Map<number, string[]>()
  for (const { name, account } of computers) {
    const known = names.get(account)
    if (known === undefined) names.set(account, [name])
    else known.push(name)
  }
  return [...names].map(([account, of]) => ({ account, names: of })).toSorted((a, b) => a.account - b.account)
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

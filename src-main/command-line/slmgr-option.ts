import type { FrozenStep } from '../plans/frozen-plan.ts'
import type { SecretKind } from '../store/secret-vault.ts'

/** Something secret that was typed as an argument of an option; it goes into the vault and nowhere else. */
export interface TypedSecret {
  /** The name by which the step's parameters refer to it. */
  readonly name: string
  readonly kind: SecretKind
  /** What it is, for people: "the product key". */
  readonly label: string
  readonly value: string
}

/** The step of the catalogue that an option with its arguments stands for. */
export interface OptionStep extends FrozenStep {
  readonly secrets?: readonly TypedSecret[]
  /** What people have to do before it takes effect; absent where it does at once. */
  readonly afterwards?: string
  /** A licence file whose text is still to be read into the parameter `text`. */
  readonly licenceFile?: string
}

/** Windows versions whose licensing service knows what an option does (slmgr.md 1.10). */
export type OptionVersions = 'all' | '8 and later' | '8.1 and later' | '7 only'

/** One option of slmgr (slmgr.md 1.3 to 1.7), and the step that does the same. */
export interface SlmgrOption {
  /** With its slash, in small letters. */
  readonly name: string
  /** What must follow it, by the words of its usage text. */
  readonly mandatory: readonly string[]
  /** What may follow that. */
  readonly optional: readonly string[]
  readonly versions: OptionVersions
  /** Makes the step; as many arguments as `mandatory` names are there. Throws AppFailure `invalid-input`. */
  step(args: readonly string[]): OptionStep
}

/** An option that takes no arguments. */
export const plainOption = (
  name: string,
  kind: string,
  params: FrozenStep['params'] = {},
  versions: OptionVersions = 'all',
): SlmgrOption => ({ name, mandatory: [], optional: [], versions, step: () => ({ kind, params }) })

/** The option as a usage line: `/skms NAME[:PORT]|:PORT [ACTIVATION-ID]`. */
export const usageOf = ({ name, mandatory, optional }: Pick<SlmgrOption, 'name' | 'mandatory' | 'optional'>): string =>
  [name, ...mandatory, ...optional.map((word) => `[${word}]`)].join(' ')

import { AppFailure } from '../contract/app-error.ts'
import type { SystemKeyAnswer } from '../contract/models/product-key-check.ts'
import { hostKeyReach } from '../licensing/kms-facts.ts'
import { labKeys, findLabKey } from '../lab/fictional-keys.ts'
import type { OptionStep } from './slmgr-option.ts'

/** What a key that is about to be installed is known to be. */
export type TypedKeyKind = 'kms-host' | 'mak' | 'other' | 'unknown'

/** Where the consent to a KMS host key comes from. */
export interface ConsentSource {
  readonly isTerminal: boolean
  /** Puts a question to the person at the terminal and shows what is typed. */
  ask(question: string): Promise<string>
  /** Asks the Windows that the command runs on what kind a product key is. Never throws. */
  identifyKey(key: string): Promise<SystemKeyAnswer>
  /** Prints a line that is no result. */
  err(line: string): void
}

/** The installation of one key. */
export interface KeyInstallation {
  readonly step: OptionStep
  /** The computer's name, for people. */
  readonly computer: string
  readonly inLab: boolean
  /** Whether `--accept-kms-host` was given. */
  readonly accepted: boolean
}

const ofLab = (key: string): TypedKeyKind => {
  const kind = findLabKey(Object.values(labKeys), key)?.kind
  if (kind === undefined) return 'unknown'
  return kind === 'kms-host' || kind === 'mak' ? kind : 'other'
}

const ofSystem = (answer: SystemKeyAnswer): TypedKeyKind => {
  if (answer.outcome !== 'told') return 'unknown'
  return answer.kind === 'kms-host' || answer.kind === 'mak' ? answer.kind : 'other'
}

const consequence = (computer: string): string =>
  `makes ${computer} a KMS host, which offers activation to the whole network`

/** What a person has to know before the key is installed (slmgr.md 2.4, kms.md 1). */
const warningLines = (kind: 'kms-host' | 'unknown', lastFive: string, computer: string): readonly string[] => [
  kind === 'kms-host'
    ? `Warning: The key ending in ${lastFive} is a KMS host key. Installing it ${consequence(computer)}.`
    : `Warning: Whether the key ending in ${lastFive} is a KMS host key cannot be told before it is installed. If it is one, installing it ${consequence(computer)}.`,
  `Ordinary computers need no key of this kind; they have a client setup key. One host key sets up at most ${hostKeyReach.hosts} hosts.`,
  'The way back: install the client setup key of the edition (slmgr /ipk), then restart the computer.',
]

const notAccepted = (message: string, remedy: string): AppFailure =>
  new AppFailure({ code: 'consent-missing', message, remedy, field: 'accept-kms-host', retryable: false })

const requireConsent = async (source: ConsentSource, computer: string): Promise<void> => {
  if (!source.isTerminal)
    throw notAccepted(
      'Nothing was installed, because nobody can be asked here whether the computer may become a KMS host.',
      'Run it at a terminal, or add --accept-kms-host if it is meant.',
    )
  const answer = await source.ask(`Install the key on ${computer} all the same? Type yes to go on [no]: `)
  if (!/^(?:y|yes)$/i.test(answer.trim()))
    throw notAccepted(
      'Nothing was installed, because the warning was not accepted.',
      'To make a computer a KMS client, install the client setup key of its edition.',
    )
}

/**
 * The KMS-key warning of the command line, before anything is installed. In the Lab it is printed, and the run goes on. On a
 * real computer a person at a terminal is asked, with No as the default; without a terminal the flag must have been given. Of a
 * MAK it says what its activation costs. Nothing is said of other keys, nor of published client setup keys.
 * Throws AppFailure `consent-missing`.
 */
export const warnOfKey = async (source: ConsentSource, installation: KeyInstallation): Promise<void> => {
  const { step, computer, inLab, accepted } = installation
  const key = step.secrets?.find(({ kind }) => kind === 'product-key')?.value
  if (step.kind !== 'product-key.install' || key === undefined) return
  const kind = inLab ? ofLab(key) : ofSystem(await source.identifyKey(key))
  const lastFive = key.slice(-5)
  switch (kind) {
    case 'other':
      return
    case 'mak':
      return source.err(
        `Note: The key ending in ${lastFive} is a multiple activation key (MAK). Installing it spends nothing; activating the computer with /ato spends one of its activations, which Microsoft does not give back.`,
      )
    case 'kms-host':
    case 'unknown':
      // A key that the Lab does not know is refused by its Windows.
      if (inLab && kind === 'unknown') return
      for (const line of warningLines(kind, lastFive, computer)) source.err(line)
      if (!inLab && !accepted) await requireConsent(source, computer)
  }
}

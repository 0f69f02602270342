import type { SlmgrOption } from './slmgr-option.ts'

/** Where secrets come from that are not typed as arguments. */
export interface SecretSource {
  /** Whether the standard input is a terminal, at which a person can be asked. */
  readonly isTerminal: boolean
  /** Asks on the terminal, without showing what is typed. Throws AppFailure where there is no terminal. */
  askSecret(question: string): Promise<string>
  /** The whole standard input. */
  readInput(): Promise<string>
}

/** Gives secrets one after the other: the lines of the standard input, or the answers of a person. */
export interface SecretReader {
  /** The next line of the standard input; "" where there is none. */
  nextLine(): Promise<string>
  /** The next secret from wherever it can be had: `question` is put to a person at a terminal. */
  next(question: string): Promise<string>
}

/** Reads the standard input once, at the first need. */
export const openSecretReader = (source: SecretSource): SecretReader => {
  let lines: string[] | null = null
  const nextLine = async (): Promise<string> => {
    lines ??= (await source.readInput()).split(/\r?\n/)
    return lines.shift() ?? ''
  }
  return { nextLine, next: (question) => (source.isTerminal ? source.askSecret(question) : nextLine()) }
}

/** Words of a usage line that stand for something secret. */
const secretWords: Readonly<Record<string, string>> = {
  'PRODUCT-KEY': 'Product key: ',
  'CONFIRMATION-ID': 'Confirmation ID: ',
}

/**
 * The arguments of an option with `-` replaced by the secret that it stands for, so that a product key or a confirmation ID
 * need not be among the arguments of a running program.
 */
export const withSecretArguments = async (
  { mandatory }: Pick<SlmgrOption, 'mandatory'>,
  args: readonly string[],
  secrets: SecretReader,
): Promise<readonly string[]> => {
  const complete: string[] = []
  for (const [index, argument] of args.entries()) {
    const question = secretWords[mandatory[index] ?? '']
    complete.push(question !== undefined && argument === '-' ? await secrets.next(question) : argument)
  }
  return complete
}

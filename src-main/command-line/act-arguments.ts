import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../contract/app-error.ts'

/** What `npm run act` was told besides the option of slmgr. */
export interface ActArguments {
  /** Scenario of the Lab; null for the real network. */
  readonly lab: string | null
  /** Computer; null for this one. */
  readonly target: string | null
  readonly user: string | null
  readonly passwordFromInput: boolean
  readonly trace: boolean
  /** File for the Lab's state afterwards. */
  readonly state: string | null
  /** Folder of the Lab's state; null for one that is made anew and forgotten. */
  readonly folder: string | null
  /** Whether a key may make the computer a KMS host without a question. */
  readonly acceptKmsHost: boolean
  readonly help: boolean
  /** The option of slmgr and its arguments. */
  readonly words: readonly string[]
}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const options = {
  lab: text,
  target: text,
  user: text,
  'password-stdin': flag,
  trace: flag,
  state: text,
  folder: text,
  'accept-kms-host': flag,
  help: flag,
} as const

/** The usage text of `npm run act`. */
export const actUsage = [
  'npm run -s act -- --lab SCENARIO --target NAME [--trace] [--state FILE] [--folder DIR] /option [arguments]',
  'npm run -s act -- [--target HOST [--user USER [--password-stdin]]] [--trace] [--accept-kms-host] /option [arguments]   (on Windows)',
].join('\n')

const isOwn = (word: string): boolean => /^--./.test(word)
const takesText = (word: string): boolean => {
  const [, name = ''] = /^--([^=]+)$/.exec(word) ?? []
  return Object.hasOwn(options, name) && options[name as keyof typeof options].type === 'string'
}

/** Parts `--` switches with their values from the words of slmgr, which begin with / or a single -. */
const partWords = (argv: readonly string[]): { readonly own: string[]; readonly words: string[] } => {
  const own: string[] = []
  const words: string[] = []
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (!isOwn(word)) words.push(word)
    else {
      own.push(word)
      const value = argv[index + 1]
      if (takesText(word) && value !== undefined) {
        own.push(value)
        index += 1
      }
    }
  }
  return { own, words }
}

const refused = (message: string, remedy: string, field: string): Result<never> =>
  fail({ code: 'invalid-input', message, remedy, field, retryable: false })

const noPassword = (): Result<never> =>
  refused(
    'A password is not taken as an argument, because everyone at this computer can read the arguments of a running program.',
    'Type it when it is asked for, or send it to the standard input and add --password-stdin.',
    'password',
  )

/** Switches that make no sense without another one or with it. */
const contradiction = (args: ActArguments): Result<never> | null => {
  if (args.lab !== null && args.target === null)
    return refused('A Lab has many computers, and none is named.', 'Name one with --target NAME.', 'target')
  if (args.lab === null && (args.state !== null || args.folder !== null))
    return refused('--state and --folder are about the Lab.', 'Add --lab SCENARIO, or leave them out.', 'lab')
  if (args.user !== null && args.target === null)
    return refused(
      'Windows takes no other account for this computer itself.',
      'Leave --user out, or name another computer with --target.',
      'user',
    )
  return args.passwordFromInput && args.user === null
    ? refused('There is a password, but no account that it belongs to.', 'Name the account with --user.', 'user')
    : null
}

/** Reads the switches of `npm run act`. A refusal names the switch. */
export const readActArguments = (argv: readonly string[]): Result<ActArguments> => {
  const { own, words } = partWords(argv)
  if (own.some((word) => /^--pass(?:word|wd)?(?:=|$)/.test(word))) return noPassword()
  try {
    const { values } = parseArgs({ args: own, options, allowPositionals: false })
    const args: ActArguments = {
      lab: values.lab ?? null,
      target: values.target ?? null,
      user: values.user ?? null,
      passwordFromInput: values['password-stdin'],
      trace: values.trace,
      state: values.state ?? null,
      folder: values.folder ?? null,
      acceptKmsHost: values['accept-kms-host'],
      help: values.help,
      words,
    }
    return args.help ? ok(args) : (contradiction(args) ?? ok(args))
  } catch (thrown) {
    // parseArgs quotes what it did not expect; a value never stands in it, because values follow known switches.
    const message = thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown)
    return refused(message, actUsage, 'arguments')
  }
}

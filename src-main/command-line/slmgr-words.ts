import { fail, ok, type Result } from '../contract/app-error.ts'
import { notOfferedOptions } from '../actions/slmgr-coverage.ts'
import { quoteInput } from '../licensing/quote-input.ts'
import { slmgrOptions } from './options/all-options.ts'
import { usageOf, type SlmgrOption } from './slmgr-option.ts'

/** An option that was recognised, with as many arguments as it takes. */
export interface TypedOption {
  readonly option: SlmgrOption
  readonly args: readonly string[]
}

const refused = (message: string, remedy: string, field = 'option'): Result<never> =>
  fail({ code: 'invalid-input', message, remedy, field, retryable: false })

const isOption = (word: string): boolean => /^[/-]./.test(word)
const count = (words: readonly string[]): string => `${words.length} argument${words.length === 1 ? '' : 's'}`

const unknown = (word: string): Result<never> => {
  const notOffered = notOfferedOptions.find(({ option }) => option === word)
  if (notOffered) return refused(`${word} is not offered: ${notOffered.reason}`, notOffered.instead)
  const known = slmgrOptions.map(({ name }) => name).join(' ')
  return refused(`There is no option ${quoteInput(word)}.`, `Known options: ${known}`)
}

const takeArguments = (option: SlmgrOption, args: readonly string[]): Result<TypedOption> => {
  const missing = option.mandatory.filter((_, index) => (args[index] ?? '').trim() === '')
  const usage = `Type ${usageOf(option)}.`
  if (missing.length > 0) return refused(`${option.name} needs ${missing.join(' and ')}.`, usage, missing[0])
  const most = [...option.mandatory, ...option.optional]
  if (args.length > most.length)
    return refused(`${option.name} takes ${count(most)}, and ${count(args)} follow it.`, usage, 'arguments')
  return ok({ option, args })
}

/**
 * Reads an option of slmgr and its arguments (slmgr.md 1.1): it starts with / or - and is compared in small letters. Where
 * slmgr ignores arguments that it does not need, they are refused here; so is its form `HOST USER PASSWORD /option`,
 * because other people at the computer can read the arguments of a running program.
 */
export const readSlmgrWords = (words: readonly string[]): Result<TypedOption> => {
  const [first, ...args] = words
  if (first === undefined)
    return refused('No option is given.', `Type one of ${slmgrOptions.map(({ name }) => name).join(' ')}`)
  if (!isOption(first))
    return refused(
      'Words stand before the option. A computer and an account are not named there, because a password among the arguments can be read by everyone at this computer.',
      'Name the computer with --target, the account with --user, and give the password when it is asked for or with --password-stdin.',
      'target',
    )
  const name = `/${first.slice(1).toLowerCase()}`
  const option = slmgrOptions.find((one) => one.name === name)
  return option ? takeArguments(option, args) : unknown(name)
}

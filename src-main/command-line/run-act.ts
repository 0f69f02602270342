import { randomBytes } from 'node:crypto'
import { catalogue } from '../actions/catalogue.ts'
import { readLicenceFile } from '../actions/licence-file-reading.ts'
import { AppFailure, toAppError, type AppError, type ErrorCode } from '../contract/app-error.ts'
import type { SecretRef } from '../contract/models/target.ts'
import { isLabKey } from '../lab/fictional-keys.ts'
import { redactSecrets } from '../licensing/redaction.ts'
import type { Clock } from '../plans/clock.ts'
import { createSecretVault, type SecretVault } from '../store/secret-vault.ts'
import type { Site } from '../wmi/wmi-session.ts'
import { actUsage, readActArguments, type ActArguments } from './act-arguments.ts'
import { failureLines } from './failure-lines.ts'
import { warnOfKey, type ConsentSource } from './key-consent.ts'
import { performStep, type Performed } from './perform-step.ts'
import { openPlace, targetOf } from './place.ts'
import { openSecretReader, withSecretArguments, type SecretReader, type SecretSource } from './secret-input.ts'
import { readSlmgrWords, type TypedOption } from './slmgr-words.ts'
import type { OptionStep } from './slmgr-option.ts'
import { tracedSite } from './traced-site.ts'

/** What the command has to do with the world outside. */
export interface ActWorld extends SecretSource, ConsentSource {
  readonly platform: NodeJS.Platform
  readonly clock: Clock
  readonly who: string
  readonly computerName: string
  elevated(): Promise<boolean | null>
  openNetwork(): Promise<Site>
  /** Prints a line for the result. */
  out(line: string): void
  /** Prints a line for a failure or a warning. */
  err(line: string): void
  writeFile(path: string, text: string): Promise<void>
}

/** Exit codes: it worked, it failed, or it was not understood or not accepted and nothing was tried. */
export const exitCodes = { worked: 0, failed: 1, refused: 2 } as const

const passwordOf = async (
  world: ActWorld,
  { user, target, passwordFromInput }: ActArguments,
  vault: SecretVault,
  secrets: SecretReader,
): Promise<SecretRef | null> => {
  if (user === null) return null
  const typed = passwordFromInput
    ? await secrets.nextLine()
    : await world.askSecret(`Password of ${user} at ${target ?? 'this computer'}: `)
  return vault.put('password', typed).ref
}

/** The text of the licence file goes into the step. Throws AppFailure `invalid-input` where it cannot be read. */
const withLicenceFile = async ({ licenceFile, ...step }: OptionStep): Promise<OptionStep> => {
  if (licenceFile === undefined) return step
  try {
    return { ...step, params: { ...step.params, text: await readLicenceFile(licenceFile) } }
  } catch (thrown) {
    if (thrown instanceof AppFailure) throw thrown
    throw new AppFailure({
      code: 'invalid-input',
      message: `The licence file cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
      remedy: 'Name a file of the computer that this command runs on.',
      field: 'LICENCE-FILE',
      retryable: false,
    })
  }
}

/** A key of the Lab is known to the Lab alone. Throws AppFailure `invalid-input`. */
const refuseLabKey = ({ secrets = [] }: OptionStep, lab: string | null): void => {
  if (lab !== null || !secrets.some(({ kind, value }) => kind === 'product-key' && isLabKey(value))) return
  throw new AppFailure({
    code: 'invalid-input',
    message: 'This product key is a fictional one of the Lab; Windows does not know it.',
    remedy: 'Type a key of your own organisation.',
    field: 'product key',
    retryable: false,
  })
}

const tellFailure = (world: ActWorld, error: AppError, secrets: readonly string[]): void => {
  for (const line of failureLines(error)) world.err(redactSecrets(line, secrets))
}

const tell = (world: ActWorld, performed: Performed): number => {
  for (const { level, message, remedy } of performed.findings)
    if (level === 'info' || level === 'warning')
      world.out([level === 'info' ? 'Note:' : 'Warning:', message, ...(remedy ? [remedy] : [])].join(' '))
  if (performed.outcome === 'done') for (const line of performed.lines) world.out(line)
  else for (const line of failureLines(performed.error)) world.err(line)
  world.out(JSON.stringify(performed.journal))
  return performed.outcome === 'done' ? exitCodes.worked : exitCodes.failed
}

const carryOut = async (
  world: ActWorld,
  args: ActArguments,
  typed: TypedOption,
  vault: SecretVault,
): Promise<number> => {
  const place = await openPlace(args, world.platform, () => world.openNetwork())
  try {
    const secrets = openSecretReader(world)
    const target = targetOf(args, await passwordOf(world, args, vault, secrets))
    const complete = await withSecretArguments(typed.option, typed.args, secrets)
    const step = await withLicenceFile(typed.option.step(complete))
    refuseLabKey(step, args.lab)
    await warnOfKey(world, {
      step,
      computer: args.target ?? world.computerName,
      inLab: args.lab !== null,
      accepted: args.acceptKmsHost,
    })
    const site = args.trace ? tracedSite(place.site, (call) => world.out(JSON.stringify(call))) : place.site
    const { clock, who, computerName } = world
    const elevated = target.place === 'lab' ? null : await world.elevated()
    const performed = await performStep({ catalogue, site, vault, clock, who, computerName, elevated }, target, step)
    const code = tell(world, performed)
    if (args.state !== null) await world.writeFile(args.state, `${JSON.stringify(place.state(), null, 2)}\n`)
    return code
  } finally {
    place.close()
  }
}

const nothingTried: ReadonlySet<ErrorCode> = new Set(['invalid-input', 'consent-missing'])

/** Runs `npm run act` and returns its exit code. Never throws; whatever goes wrong is told on `err`, secrets masked. */
export const runAct = async (argv: readonly string[], world: ActWorld): Promise<number> => {
  const vault = createSecretVault(randomBytes(32))
  try {
    const args = readActArguments(argv)
    if (!args.ok) throw new AppFailure(args.error)
    if (args.value.help) {
      world.out(actUsage)
      return exitCodes.worked
    }
    const typed = readSlmgrWords(args.value.words)
    if (!typed.ok) throw new AppFailure(typed.error)
    return await carryOut(world, args.value, typed.value, vault)
  } catch (thrown) {
    const error = toAppError(thrown)
    tellFailure(world, error.code === 'internal' && error.detail ? { ...error, message: error.detail } : error, [
      ...vault.values(),
    ])
    return nothingTried.has(error.code) ? exitCodes.refused : exitCodes.failed
  }
}

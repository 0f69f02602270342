import { AppFailure } from '../contract/app-error.ts'
import { HostName, type SecretRef, type TargetRef } from '../contract/models/target.ts'
import { openLab, scenarioNames } from '../lab/open-lab.ts'
import { quoteInput } from '../licensing/quote-input.ts'
import type { Site } from '../wmi/wmi-session.ts'
import type { ActArguments } from './act-arguments.ts'

/** Where an option is carried out. */
export interface OpenPlace {
  readonly site: Site
  /** The Lab's state as it stands; null for the real network. */
  state(): unknown
  close(): void
}

const refused = (field: string, message: string, remedy: string): AppFailure =>
  new AppFailure({ code: 'invalid-input', message, remedy, field, retryable: false })

/** The computer that is meant, with its account. Throws AppFailure `invalid-input`. */
export const targetOf = ({ lab, target, user }: ActArguments, password: SecretRef | null): TargetRef => {
  if (target === null) return { place: 'this-computer' }
  const host = HostName.safeParse(target)
  if (!host.success)
    throw refused('target', `${quoteInput(target)} is no name of a computer.`, 'Type a computer name or an address.')
  const account = user === null || password === null ? {} : { credential: { user, password } }
  return lab === null
    ? { place: 'network', host: host.data, ...account }
    : { place: 'lab', scenario: lab, host: host.data, ...account }
}

/** Longest list of computers that a sentence names. */
const namedComputers = 12

const openLabPlace = (scenario: string, target: string, folder: string | null): OpenPlace => {
  if (!scenarioNames.includes(scenario))
    throw refused(
      'lab',
      `There is no Lab scenario ${quoteInput(scenario)}.`,
      `The scenarios are: ${scenarioNames.join(', ')}.`,
    )
  const lab = openLab(scenario, { latencyMs: 0, ...(folder === null ? {} : { folder }) })
  const { computers } = lab.overview()
  const known = computers.map(({ host }) => host)
  const wanted = target.toLowerCase()
  const addresses = Object.values(lab.state().computers).map(({ address }) => address)
  const names = computers.flatMap(({ host, fullName }) => [host.toLowerCase(), fullName.toLowerCase()])
  if (![...names, ...addresses].includes(wanted)) {
    lab.close()
    const rest = known.length > namedComputers ? ` and ${known.length - namedComputers} more` : ''
    throw refused(
      'target',
      `There is no computer ${quoteInput(target)} in the Lab ${scenario}.`,
      `Its computers are: ${known.slice(0, namedComputers).join(', ')}${rest}.`,
    )
  }
  return { site: lab.site, state: () => lab.state(), close: () => lab.close() }
}

/**
 * Opens the Lab or the network. Throws AppFailure `invalid-input` for an unknown scenario or computer of the Lab, and for
 * the network where there is no Windows to reach it from.
 */
export const openPlace = async (
  { lab, target, folder }: ActArguments,
  platform: NodeJS.Platform,
  openNetwork: () => Promise<Site>,
): Promise<OpenPlace> => {
  if (lab !== null) return openLabPlace(lab, target ?? '', folder)
  if (platform === 'win32') return { site: await openNetwork(), state: () => null, close: () => {} }
  throw refused(
    'lab',
    'Windows is reached from Windows alone, and this computer runs something else.',
    `Rehearse in the Lab: add --lab SCENARIO --target NAME (${scenarioNames.join(', ')}).`,
  )
}

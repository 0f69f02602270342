import { type HostKeyGeneration, hostKeyGenerations, type HostKeyRow, hostKeyTable } from './host-key-table.ts'
import { updateNeed, type UpdateNeed } from './host-key-updates.ts'
import { windowsName, type WindowsVersion } from './windows-names.ts'
import { isServerSystem, systemName, systemOf, type WindowsSystem } from './windows-systems.ts'

/** The computer that is to become a KMS host. */
export interface HostCandidate extends WindowsVersion {
  /** Win32_OperatingSystem.Caption, where it was read. */
  readonly caption?: string | undefined
  /** EditionID from the registry, where it was read. */
  readonly editionId?: string | null | undefined
}

/** A system that a host with a key of some generation activates, and what the host needs for it first. */
export interface ActivatedSystem {
  readonly system: WindowsSystem
  readonly name: string
  readonly update: UpdateNeed
}

/** Whether a host takes a generation of host keys. `not-in-table` is neither yes nor no: Microsoft's table does not say. */
export interface HostKeyChoice {
  readonly generation: HostKeyGeneration
  readonly name: string
  readonly installable: 'yes' | 'no' | 'not-in-table'
  /** One or two sentences. */
  readonly reason: string
  /** Empty unless installable. */
  readonly activates: readonly ActivatedSystem[]
  readonly note: string | null
}

/** Whether Windows is an Azure Edition, which cannot be a KMS host (kms.md 5; EditionID: gvlk.json). */
export const isAzureEdition = ({ caption, editionId }: HostCandidate): boolean =>
  /\bAzure Edition\b/i.test(caption ?? '') || editionId?.toLowerCase() === 'serverturbine'

/** Whether a host key is one for client Windows: such a host activates client computers alone. */
export const isClientHostKey = (generation: HostKeyGeneration): boolean =>
  hostKeyTable[generation].hosts.every((system) => !isServerSystem(system))

/** "A, B and C" */
export const nameList = (systems: readonly WindowsSystem[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(systems.map(systemName))

type Verdict = Pick<HostKeyChoice, 'installable' | 'reason'>
const no = (reason: string): Verdict => ({ installable: 'no', reason })
const notInTable = (reason: string): Verdict => ({ installable: 'not-in-table', reason })

const listed = (row: HostKeyRow, host: WindowsSystem): Verdict => {
  const hostName = systemName(host)
  if (row.basis === 'table') {
    return { installable: 'yes', reason: `Microsoft's table lists this host key for ${hostName}.` }
  }
  const reason = row.own.includes(host)
    ? `This host key was made for ${hostName}.`
    : `Microsoft's list of updates for older KMS hosts covers this host key on ${hostName}.`
  return { installable: 'yes', reason }
}

const verdict = (candidate: HostCandidate, host: WindowsSystem | null, generation: HostKeyGeneration): Verdict => {
  const row = hostKeyTable[generation]
  if (isAzureEdition(candidate)) return no('An Azure Edition of Windows Server cannot be a KMS host.')
  if (host === null) {
    return notInTable(`${windowsName(candidate)} is not in Microsoft's table of KMS hosts and host keys.`)
  }
  const hostName = systemName(host)
  if (row.hosts.includes(host)) return listed(row, host)
  if (isServerSystem(host) && isClientHostKey(generation)) {
    return no(`A host key for client Windows cannot be installed on a server, and ${hostName} is one.`)
  }
  if (!isServerSystem(host) && !isClientHostKey(generation)) {
    return no(`A host key for Windows Server cannot be installed on ${hostName}, which is a client Windows.`)
  }
  if (row.activates.includes('windows-10') && ['windows-vista', 'server-2003', 'server-2008'].includes(host)) {
    return no(`A KMS host on ${hostName} can never activate Windows 10 or later, so it does not take this host key.`)
  }
  const hosts = nameList(row.hosts)
  return row.basis === 'table'
    ? no(`Microsoft's table lists this host key for ${hosts} and not for ${hostName}.`)
    : notInTable(`Microsoft's table does not say whether ${hostName} takes this host key; it is known for ${hosts}.`)
}

/** What one generation of host keys means on a host. */
export const hostKeyChoice = (candidate: HostCandidate, generation: HostKeyGeneration): HostKeyChoice => {
  const host = systemOf(candidate)
  const { name, note, activates } = hostKeyTable[generation]
  const answer = verdict(candidate, host, generation)
  return {
    generation,
    name,
    ...answer,
    activates:
      host !== null && answer.installable === 'yes'
        ? activates.map((system) => ({ system, name: systemName(system), update: updateNeed(host, system) }))
        : [],
    note,
  }
}

/** Every generation of host keys, the newest first, with what it means on this host (kms.md 5). */
export const hostKeyChoices = (candidate: HostCandidate): readonly HostKeyChoice[] =>
  hostKeyGenerations.toReversed().map((generation) => hostKeyChoice(candidate, generation))

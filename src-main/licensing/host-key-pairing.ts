import { assertNever } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import {
  type ActivatedSystem,
  type HostCandidate,
  type HostKeyChoice,
  hostKeyChoice,
  hostKeyChoices,
  isAzureEdition,
  isClientHostKey,
} from './host-key-compatibility.ts'
import { type HostKeyGeneration, hostKeyTable } from './host-key-table.ts'
import { type HostUpdate, updateName } from './host-key-updates.ts'
import { hostSupport } from './host-support.ts'
import { hostKeyReach } from './kms-facts.ts'
import { windowsName } from './windows-names.ts'
import { isNewerThan, isServerSystem, systemName, type WindowsSystem } from './windows-systems.ts'

/** A host, a generation of host keys and, where they are known, the systems that are to be activated. */
export interface Pairing {
  readonly host: HostCandidate
  readonly generation: HostKeyGeneration
  readonly clients?: readonly WindowsSystem[] | undefined
}

const field = 'hostKeyGeneration'
/** "The licence for this product is not installed": what a host answers that knows nothing of the client (kms.md 5). */
const productNotInstalled = 0xc004f015

const names = (values: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(values)

const keysThatFit = (host: HostCandidate): string => {
  const fitting = hostKeyChoices(host).filter(({ installable }) => installable === 'yes')
  return fitting.length === 0
    ? 'Choose another computer as KMS host.'
    : `Use a host key for ${names(fitting.map(({ name }) => name))}, or another computer as KMS host.`
}

const installFinding = (host: HostCandidate, choice: HostKeyChoice): Finding => {
  const about = `Host key "${choice.name}" on ${windowsName(host)}: ${choice.reason}`
  switch (choice.installable) {
    case 'yes':
      return { check: 'host-key-pairing', level: 'ok', field, message: about }
    case 'no':
      return { check: 'host-key-pairing', level: 'problem', field, message: about, remedy: keysThatFit(host) }
    case 'not-in-table':
      return {
        check: 'host-key-pairing',
        level: 'warning',
        field,
        message: about,
        remedy: `Ask Microsoft before you use the key: it serves ${hostKeyReach.hosts} KMS hosts and no more.`,
      }
    default:
      return assertNever(choice.installable)
  }
}

const updateFindings = (host: HostCandidate, systems: readonly ActivatedSystem[]): readonly Finding[] => {
  const byKb = new Map<string, { readonly update: HostUpdate; readonly names: readonly string[] }>()
  for (const { name, update } of systems) {
    if (update.need !== 'update') continue
    byKb.set(update.update.kb, { update: update.update, names: [...(byKb.get(update.update.kb)?.names ?? []), name] })
  }
  const needed = [...byKb.values()].map(({ update, names: wanted }): Finding => ({
    check: 'host-key-update',
    level: 'warning',
    field,
    message: `${windowsName(host)} needs the update ${updateName(update)} or a later cumulative update to activate ${names(wanted)}.`,
    remedy: `Install ${update.kb} or a later cumulative update on the computer before you install the host key.`,
  }))
  const unlisted = systems.filter(({ update }) => update.need === 'not-listed').map(({ name }) => name)
  if (unlisted.length === 0) return needed
  const message = `Which update ${windowsName(host)} needs to activate ${names(unlisted)} is not in Microsoft's table.`
  const remedy = 'Bring the computer up to date before you install the host key.'
  return [...needed, { check: 'host-key-update', level: 'info', field, message, remedy }]
}

const wrongClient = (generation: HostKeyGeneration, client: WindowsSystem): Finding => {
  const { name, activates } = hostKeyTable[generation]
  const clientName = systemName(client)
  const base = { check: 'host-key-client', field: 'clients', hresult: productNotInstalled } as const
  if (isServerSystem(client) && isClientHostKey(generation)) {
    const message = `A host with the key "${name}" activates client computers alone, so not ${clientName}.`
    return { ...base, level: 'problem', message, remedy: 'Servers need a KMS host on a Windows Server.' }
  }
  if (client === 'windows-10' && !isClientHostKey(generation)) {
    const wanted = hostKeyTable['server-2012-r2-for-windows-10'].name
    const message = `The host key "${name}" does not activate Windows 10: clients are refused with 0xC004F015 or 0xC004F042.`
    return { ...base, level: 'problem', message, remedy: `Use the host key named "${wanted}" or a later one.` }
  }
  if (activates.every((system) => isNewerThan(client, system))) {
    const message = `${clientName} is newer than the host key "${name}", which does not activate it.`
    return { ...base, level: 'problem', message, remedy: `Use a host key made for ${clientName} or later.` }
  }
  return {
    check: 'host-key-client',
    level: 'warning',
    field: 'clients',
    message: `Whether the host key "${name}" activates ${clientName} is not in Microsoft's table.`,
    remedy: 'Try it with one computer before you rely on it.',
  }
}

/** What the key was made for always counts: it decides which update must be there when the key is installed. */
const wantedSystems = (choice: HostKeyChoice, clients: readonly WindowsSystem[]): readonly ActivatedSystem[] => {
  const wanted = new Set([...hostKeyTable[choice.generation].own, ...clients])
  return choice.activates.filter(({ system }) => wanted.has(system))
}

/**
 * Checks a host, a host key and the systems to be activated against each other before the key is spent (kms.md 5).
 * A `problem` is a pairing that cannot work and is not to be tried; a `warning` is an update to install first, or
 * something that is not in Microsoft's table. Whether an update is installed is not looked at here.
 */
export const checkPairing = ({ host, generation, clients = [] }: Pairing): readonly Finding[] => {
  const support = hostSupport(host)
  if (support.level === 'problem' && !isAzureEdition(host)) return [support]
  const choice = hostKeyChoice(host, generation)
  const install = installFinding(host, choice)
  const wrong = clients
    .filter((client) => !hostKeyTable[generation].activates.includes(client))
    .map((client) => wrongClient(generation, client))
  if (choice.installable === 'no') return [install]
  const note: readonly Finding[] =
    choice.note === null ? [] : [{ check: 'host-key-note', level: 'info', field, message: choice.note }]
  const rule: readonly Finding[] =
    hostKeyTable[generation].basis === 'table'
      ? []
      : [
          {
            check: 'host-key-basis',
            level: 'info',
            field,
            message: `Microsoft's present table does not list the host key "${choice.name}"; what it activates follows from older texts.`,
          },
        ]
  return [install, ...updateFindings(host, wantedSystems(choice, clients)), ...wrong, ...note, ...rule]
}

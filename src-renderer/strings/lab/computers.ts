import type { LabLicence, LabZone } from '../../../src-main/contract/models/lab.ts'

/** The words of the Lab's table of computers. */
export const computers = {
  heading: 'Computers',
  caption: 'Computers of the Lab',
  filter: 'Filter',
  filterHint: 'Name, Windows, role or state',
  show: 'Show',
  shown: (shown: number, all: number) =>
    shown === all ? `${all} ${all === 1 ? 'computer' : 'computers'}` : `${shown} of ${all} computers`,
  noMatch: 'No computer matches the filter.',
  showAll: 'Show all computers',
  first: (shown: number, all: number): string =>
    `This page shows ${shown} of the ${all} computers of this scenario. All of them answer on the network.`,
  name: 'Computer',
  windows: 'Windows',
  licence: 'Licence',
  kmsHost: 'KMS host',
  power: 'Power and faults',
  on: 'On',
  off: 'Off or asleep',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  switchOnNamed: (host: string) => `Switch on ${host}`,
  switchOffNamed: (host: string) => `Switch off ${host}`,
  switchedOn: (host: string) => `${host} is on.`,
  switchedOff: (host: string) => `${host} is off: it does not answer.`,
  faults: (count: number) => (count === 1 ? '1 fault' : `${count} faults`),
  setFault: 'Set a fault',
  setFaultNamed: (host: string) => `Set a fault on ${host}`,
  noLicence: 'No Windows licence to show',
  kinds: {
    'kms-client': 'KMS client',
    'kms-host': 'KMS host',
    mak: 'MAK',
    retail: 'Retail key',
    oem: 'Manufacturer’s key',
    avma: 'Virtual machine guest (AVMA)',
    'time-based': 'Evaluation',
  } satisfies Record<LabLicence['kind'], string>,
  graceUntil: (date: string) => `Grace until ${date}`,
  activatedUntil: (date: string) => `Activated until ${date}`,
  unlimited: 'Does not end',
  ended: 'Grace has ended',
  counts: (count: number) => `Counts ${count === 1 ? '1 client' : `${count} clients`}`,
  noHostYet: 'None yet',
  notNeeded: 'Needs none',
  isHost: 'Is one itself',
  asked: (time: string, how: string) => `Asked ${time}: ${how}`,
  neverAsked: 'Has not asked yet',
  activated: 'activated',
} as const

/** What the table can be narrowed to. */
export const computerChoices = {
  all: 'All computers',
  'not-activated': 'Not activated',
  activated: 'Activated',
  'kms-hosts': 'KMS hosts',
  off: 'Off or asleep',
  faulty: 'With a fault',
} as const

/** The Lab's DNS zones. */
export const zones = {
  heading: 'DNS zones',
  intro: 'What the name servers of the Lab hold. KMS clients look for the SRV records of _vlmcs._tcp in their domain.',
  server: 'Name server',
  update: 'Changes',
  updates: {
    none: 'Refused: nobody may change the zone over the network',
    any: 'Taken from anybody: a real zone should not do this',
    secure: 'Taken from computers of the domain; a name belongs to the computer that made it',
    tsig: 'Taken when they are signed with a TSIG key',
  } satisfies Record<LabZone['update'], string>,
  shared: 'The KMS name is open to all KMS hosts of the domain.',
  notShared: 'The KMS name belongs to the first host that publishes there; a second host is refused.',
  allow: 'Allow all KMS hosts to publish',
  allowNamed: (zone: string) => `Allow all KMS hosts to publish in ${zone}`,
  allowed: (zone: string) => `All KMS hosts of the domain may publish in ${zone} now.`,
  noRecords: 'No KMS record.',
  caption: (zone: string) => `KMS records of ${zone}`,
  name: 'Name',
  target: 'KMS host',
  port: 'Port',
  priority: 'Priority',
  weight: 'Weight',
  ttl: 'TTL',
  seconds: (count: number) => `${count} s`,
  none: 'This scenario has no DNS zone.',
} as const

/** Why a KMS client was not activated, by the result of its last attempt (error-codes.json). */
export const askResult = (hresult: number, code: string): string => {
  switch (hresult) {
    case 0:
      return computers.activated
    case 0xc004f038:
      return `the count of the KMS host is still too low (${code}).`
    case 0xc004f074:
      return `no KMS host answered (${code}).`
    case 0x8007232b:
      return `DNS names no KMS host (${code}).`
    case 0x8007251d:
      return `DNS has no KMS record under that name (${code}).`
    case 0xc004f06c:
      return `its clock differs by more than four hours from the KMS host’s (${code}).`
    case 0xc004f042:
      return `the KMS host does not serve this kind of Windows (${code}).`
    default:
      return `Windows reported ${code}.`
  }
}

/** Words of loading a report as a computer. */
export const labReport = {
  label: 'Load a report as a computer',
  hint: 'A report that was saved on the page “Check this computer”. The computer stays until the scenario is put back.',
  loaded: (name: string) => `${name} was loaded. It stands in the list of computers.`,
} as const

/** What is said of a report that is too large. */
export const reportTooLarge = {
  message: 'The file is larger than 4 MiB; no report of this app is.',
  remedy: 'Choose a file that was saved on the page “Check this computer”.',
} as const

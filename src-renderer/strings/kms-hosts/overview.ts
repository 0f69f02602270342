import type { KmsEndpointProbe } from '../../../src-main/contract/models/dns.ts'
import type { KmsThreshold } from '../../../src-main/contract/models/kms-host-overview.ts'

/** The words of the overview of one KMS host. */
export const overview = {
  reading: (name: string) => `Reading ${name}`,
  readingFor: (seconds: number) => `${seconds} seconds so far. A computer that is off can take up to half a minute.`,
  cancel: 'Cancel',
  cancelled: 'Reading was cancelled. Nothing was changed.',
  failed: (name: string) => `${name} could not be read`,
  refresh: 'Refresh',
  readAt: (time: string) => `Read at ${time}`,
  span: 'Requests of the last',
  days: (days: number) => (days === 1 ? '24 hours' : `${days} days`),
  account: 'Account on that computer (optional)',
  accountHint: 'Leave both fields empty to use the account that you are signed in with.',
  accountToggle: 'Use another account',
  readWithAccount: 'Read with this account',
  userMissing: 'Type the user name that belongs to the password, or clear the password.',
  passwordMissing: (user: string) => `Type the password of ${user}, or clear the user name.`,
  mayBeIncomplete: 'May be incomplete: read without elevated rights.',
  windows: 'Windows',
  channel: 'Channel',
  licensed: 'Activated',
  licensedYes: 'Yes, licensed',
  licensedNo: 'No. A KMS host that is not activated itself activates nobody.',
  notHost: (name: string) => `${name} is no KMS host`,
  notHostBody:
    'No KMS host key is installed on it. If it is to become one, set it up; if it stands here by mistake, remove it from the list. DNS may still name it: look there too.',
  findings: 'What to look at first',
  count: 'Count',
  countUnknown: 'Windows did not tell the count',
  of: { clients: 'Windows clients', servers: 'Windows servers' } satisfies Record<KmsThreshold['of'], string>,
  counted: (count: number, needed: number, of: KmsThreshold['of']) =>
    `${count} of ${needed} computers counted for ${of === 'clients' ? 'Windows clients' : 'servers'}`,
  reachedText: (of: KmsThreshold['of']) =>
    of === 'clients' ? 'Windows clients are activated' : 'Servers are activated',
  notReachedText: (of: KmsThreshold['of'], missing: number) =>
    `${of === 'clients' ? 'Windows clients' : 'Servers'} are not activated yet: ${missing === 1 ? 'one computer is' : `${missing} computers are`} missing`,
  endpoint: 'Port, service and DNS',
  port: 'KMS port',
  service: 'Licensing service',
  serviceUnknown: 'Not told',
  serviceHint: 'It stops by itself when idle and starts when a client asks.',
  publishEvents: 'Publishing in DNS',
  publishEventsNone: 'No event 12293 or 12294 in the log.',
  publishEventsFailed: (why: string) => `The events could not be read. ${why}`,
  event: (id: number) => `Event ${id}`,
  openDns: 'See its records in DNS',
  settings: 'Settings',
  setting: 'Setting',
  value: 'Value',
  effect: 'Takes effect',
  restart: 'After a restart of the licensing service',
  atOnce: 'At once',
  change: 'Change',
  edit: 'Edit',
  importSettings: 'Import settings from a .reg file',
  editNamed: (label: string) => `Edit: ${label}`,
} as const

/** What a probe of the KMS port found, as a sentence. */
export const endpointSentence = ({ outcome, host, port }: KmsEndpointProbe): string => {
  const at = `TCP port ${port} of ${host}`
  switch (outcome) {
    case 'kms':
      return `A KMS service answers on ${at}.`
    case 'not-kms':
    case 'other-service':
      return `Something answers on ${at}, but it is no KMS service. Compare the port with the setting below.`
    case 'refused':
      return `${at} refuses connections: the licensing service does not listen there. It starts when it is needed; refresh in a minute.`
    case 'no-answer':
      return `${at} does not answer: a firewall drops the traffic, or the computer is off.`
    case 'name-not-found':
      return `The name ${host} was not found, so port ${port} could not be tried.`
    case 'failed':
      return `${at} could not be tried.`
  }
}

import { minutesText } from '../../src-main/contract/minutes.ts'
import type { HostChange } from '../../src-main/contract/models/kms-host-settings.ts'

type SettingName = HostChange['setting']

/** The words of one setting: its heading and what it means. */
interface SettingWords {
  readonly heading: (host: string) => string
  readonly meaning: string
}

const byLine = (what: string) => (host: string) => `${what} of ${host}`

/** The words of each setting that can be edited on its own. */
export const settingWords: Record<SettingName, SettingWords> = {
  port: {
    heading: byLine('TCP port'),
    meaning:
      'The TCP port on which the host answers clients. Clients that find the host in DNS learn the new port from its record; clients that were given the host by name must be told anew.',
  },
  'dns-publishing': {
    heading: byLine('Publishing in DNS'),
    meaning:
      'Whether the host writes its own SRV record, so that clients find it by themselves. Records that exist already stay in DNS until somebody removes them.',
  },
  'publish-list': {
    heading: byLine('Publish list'),
    meaning:
      'The DNS domains in which the host publishes itself, for clients in other domains than its own. Without a list it publishes itself in its own domain.',
  },
  priority: {
    heading: byLine('Priority'),
    meaning:
      'The process priority of the licensing service. Low priority leaves more of the computer to its other work; clients may wait a little longer.',
  },
  'activation-interval': {
    heading: byLine('Activation interval'),
    meaning:
      'How often a client that is not activated asks again, in minutes. The host tells its clients; they take it over when they ask the next time.',
  },
  'renewal-interval': {
    heading: byLine('Renewal interval'),
    meaning:
      'How often an activated client renews its activation, in minutes. The host tells its clients; they take it over when they ask the next time.',
  },
  'registry-values': {
    heading: (host) => `Import settings into ${host}`,
    meaning:
      'Takes over the settings of another KMS host from a .reg file: publish list, publishing, port, priority, intervals. Values that the file does not have stay as they are.',
  },
}

/** The words of the dialog that changes one setting of a KMS host. */
export const editHost = {
  title: 'Change a KMS host',
  stepNames: ['New value', 'Review', 'Change'],
  reading: 'Reading the present settings',
  readFailed: 'The present settings could not be read',
  now: 'Now',
  newValue: 'New value',
  restart:
    'The licensing service is restarted, because Windows reads this setting when it starts. Clients that ask in these seconds ask again by themselves.',
  unknown: 'not told by Windows',
  publishingOn: 'on: the host writes its record itself',
  publishingOff: 'off',
  priorityLow: 'low',
  priorityNormal: 'normal',
  listNone: 'no list: the host publishes itself in its own domain',
  publish: 'Let the host publish itself in DNS',
  publishNot: 'Do not let the host publish itself in DNS',
  by: 'How is it set?',
  byService: 'Through the licensing service',
  byServiceHint: 'As slmgr does it. The usual way.',
  byRegistry: 'In the registry (DisableDnsPublishing)',
  byRegistryHint: 'As Microsoft’s deployment guide has it; the same value can be set by Group Policy preferences.',
  low: 'Low priority',
  normal: 'Normal priority',
  emptyList: 'The list is deleted: the host then publishes itself in its own domain.',
  file: 'Registry file (.reg)',
  fileHint: 'As this app or Registry Editor exports it: UTF-16, with the subkey SoftwareProtectionPlatform alone.',
  fileMissing: 'Choose a .reg file whose values can be used.',
  fileTooLarge: (name: string, size: number) => `The file ${name} has ${size} KiB; at most 512 KiB are read.`,
  fileTooLargeRemedy: 'Choose the .reg file that was exported from a KMS host. It has a few kilobytes.',
  fileHolds: (name: string) => `What ${name} holds`,
  fileRefused: (name: string) => `${name} cannot be used`,
  transferTitle: 'The same settings on other hosts',
  transferBody: 'Export the settings of this host as a .reg file, and import it on other KMS hosts.',
  export: 'Export to a .reg file',
  exporting: 'Reading the settings',
  exported: 'The file was saved.',
  notExported: 'No file was saved.',
  exportFailed: 'The settings were not exported',
  copyFile: 'Copy the text of the file',
  import: 'Import a .reg file',
  proposing: 'Making the plan',
  proposeFailed: 'The change could not be planned',
  reviewHeading: 'Review the change',
  reviewIntro: (host: string) => `These steps run on ${host}, in this order. Nothing has been changed yet.`,
  commandsNote:
    'The commands are what a technician would type. The app asks Windows for the same through WMI; only netsh is started there as a program.',
  commitFailed: 'The change was not started',
  starting: 'Starting the change',
  running: (host: string) => `Changing ${host}`,
  headingDone: (host: string) => `The change of ${host} is made`,
  headingNotPublished: (host: string) => `The change of ${host} is made, but it is not published in every domain`,
  headingFailed: (host: string) => `The change of ${host} was not completed`,
  done: 'All steps ran. What the host and DNS show now stands below.',
  doneNotPublished:
    'All steps ran, but DNS did not take the record in every domain. Clients in the domains that are marked below do not find this host yet.',
  verbs: {
    port: (port: number) => `Change the port to ${port}`,
    publishOn: 'Turn publishing in DNS on',
    publishOff: 'Turn publishing in DNS off',
    publishList: (count: number) => `Publish in ${count === 1 ? 'one domain' : `${count} domains`}`,
    deleteList: 'Delete the publish list',
    lowPriority: 'Give the licensing service low priority',
    normalPriority: 'Give the licensing service normal priority',
    activationInterval: (minutes: number) => `Change the activation interval to ${minutesText(minutes)}`,
    renewalInterval: (minutes: number) => `Change the renewal interval to ${minutesText(minutes)}`,
    registryValues: (count: number) => `Write ${count === 1 ? 'one value' : `${count} values`}`,
  },
} as const

/** The words of "BIND configuration". */
export const bind = {
  intro:
    'Makes the text to paste into BIND 9 (8.2 is the oldest that knows SRV records), from the weakest way to the strongest. Nothing is sent anywhere.',
  domain: 'DNS domain',
  zone: 'Zone, if the domain is only a part of it (optional)',
  hosts: 'KMS hosts',
  hostName: (index: number) => `Full name of host ${index}`,
  hostAddress: (index: number) => `Address of host ${index}`,
  addHost: 'Add another host',
  removeHost: (index: number) => `Leave out host ${index}`,
  keyName: 'Name of the TSIG key',
  algorithm: 'Algorithm of the key',
  server: 'DNS server for nsupdate (optional)',
  make: 'Show the configuration',
  making: 'Making the text',
  failed: 'The text could not be made',
  ways: 'Ways, from weak to strong',
  danger: 'Danger',
  automatic: 'KMS hosts publish themselves this way.',
  byHand: 'KMS hosts do not publish themselves this way: the record is written by you or by this app.',
  place: (place: string) => `Goes into: ${place}`,
  copyBlock: (place: string) => `Copy the text for ${place}`,
  nsupdate: 'Script for nsupdate',
  nsupdateHint: 'Adds the records with BIND’s own tool: save it as a file, then run nsupdate with it.',
  copyScript: 'Copy the script',
  secretNote: 'Where the secret belongs stands a placeholder. The app never writes a secret into a text.',
} as const

/** The words of "Several KMS hosts". */
export const several = {
  intro:
    'With secure updates, the first KMS host that publishes owns the record _vlmcs._tcp, and every other host is refused (event 12293). The way out is a group that may change the record. The list below is for Microsoft DNS in a domain of your own.',
  delegate:
    'A domain administrator can hand this over: create a group that may change the SRV record, and put the people into it who look after KMS.',
  domain: 'DNS domain',
  group: 'Name of the group',
  hosts: 'KMS hosts',
  hostsHint: 'One per line, the one that publishes first on top.',
  hostsMissing: 'Type the names of the KMS hosts, one per line.',
  tooManyHosts: (count: number, most: number) => `There are ${count} names; the list takes ${most}.`,
  show: 'Show the steps',
  making: 'Making the steps',
  failed: 'The steps could not be made',
  findings: 'Correct this first',
  steps: 'Check-list',
  done: (done: number, total: number) => `${done} of ${total} done`,
  remembered: 'Ticks are remembered while this page is open.',
  where: (place: string) => `Where: ${place}`,
  copyCommand: (label: string) => `Copy: ${label}`,
} as const

/** The words of "Turn publishing off". */
export const off = {
  intro:
    'A KMS host creates its own SRV record. Where DNS takes no updates, or where you keep the records by hand, turn that off on every KMS host, so that event logs do not fill with failed tries (event 12293).',
  serviceTitle: 'By the licensing service (preferred)',
  service: 'Microsoft prefers this way. Run it on the KMS host, in an elevated prompt.',
  serviceCommand: 'cscript //nologo %windir%\\system32\\slmgr.vbs /cdns',
  registryTitle: 'By the registry',
  registry:
    'For group policy preferences or images. Set DisableDnsPublishing to 1, then restart the licensing service. 0 turns publishing on again.',
  registryCommand:
    'reg add "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SoftwareProtectionPlatform" /v DisableDnsPublishing /t REG_DWORD /d 1 /f',
  onTitle: 'To turn it on again',
  on: 'Run this on the KMS host, then restart its licensing service (sppsvc), so that the host publishes itself.',
  onCommand: 'cscript //nologo %windir%\\system32\\slmgr.vbs /sdns',
  afterTitle: 'Afterwards',
  after:
    'Turning it off does not remove a record that is there already. Remove it under “KMS records” if the host is gone, or keep it up to date by hand.',
  copy: (what: string) => `Copy the command: ${what}`,
  openHosts: 'Open the KMS hosts page',
  hostsNote: 'There you see how each KMS host is set now.',
} as const

/** The words for the settings of a KMS host, wherever they are chosen. */
export const hostSettings = {
  port: 'TCP port',
  portHint:
    '1688 is what clients expect. Clients that find the host in DNS learn another port from there; clients that were given a host by name need name:port.',
  firewall: 'Let KMS traffic through the Windows firewall of that computer',
  firewallHint:
    'Turns on the firewall group “Key Management Service” (TCP port 1688). Leave it on unless another firewall rule lets clients reach that port.',
  firewallOwnRule: (port: string) =>
    `The firewall group “Key Management Service” is for TCP port 1688 alone, so a firewall rule of its own is made for TCP port ${port}.`,
  lowPriority: 'Run the licensing service with low priority',
  lowPriorityHint:
    'For a host that has other work to do, such as a domain controller. Clients may wait a little longer for an answer.',
  activationInterval: 'Activation interval in minutes',
  activationIntervalHint:
    'How often a client that is not activated asks again. 15 minutes to 30 days; Windows has 2 hours by itself.',
  renewalInterval: 'Renewal interval in minutes',
  renewalIntervalHint: 'How often an activated client renews. 15 minutes to 30 days; Windows has 7 days by itself.',
  inWords: (minutes: number, words: string) => `${minutes} minutes = ${words}.`,
} as const

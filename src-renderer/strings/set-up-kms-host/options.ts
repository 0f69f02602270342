/** The words of the step "Options". */
export const options = {
  heading: 'Choose how the host works',
  intro: 'Everything here is set as Windows does it by itself. Change only what your network needs.',
  activation: 'Activation',
  activate: 'How is the host activated with Microsoft?',
  online: 'Online',
  onlineHint: 'The computer asks Microsoft over the internet (HTTPS). The usual way.',
  telephone: 'By telephone',
  telephoneHint:
    'For a computer without a way to the internet. The plan waits while you read an installation ID aloud and type the confirmation ID. You can close the app in between.',
  later: 'Later',
  laterHint:
    'Installs the key alone. Until it is activated, the host answers no clients, and Windows refuses its settings: what you choose below is then left for later, with the commands.',
  publishing: 'Publishing in DNS',
  publish: 'Where do clients find the host?',
  automatic: (domain: string | null) =>
    domain === null ? 'In its own domain, automatically' : `In its own domain (${domain}), automatically`,
  automaticHint: 'The host writes its SRV record itself, if the DNS server lets it.',
  domains: 'In these domains',
  domainsHint: 'For clients in other domains than the host’s. Each domain needs a zone that takes the record.',
  none: 'Nowhere in DNS',
  noneHint: 'You create the records by hand, or give the clients the name of the host.',
  network: 'Port and firewall',
  advanced: 'Priority and intervals',
  proposing: 'Making the plan',
  proposeFailed: 'The plan could not be made',
  checkFailed: 'The options could not be checked',
} as const

/** The words of the step "Review" and of the warning over it. */
export const review = {
  heading: 'Review what will be done',
  intro: (name: string) =>
    `These steps run on ${name}, in this order. Nothing has been changed yet. You can stop after any step.`,
  key: 'Host key',
  computer: 'Computer',
  firewall: 'Firewall',
  activation: 'Activation',
  activations: {
    online: 'online with Microsoft',
    telephone: 'by telephone: the plan waits for the confirmation ID',
    later: 'later: only the key is installed',
  },
  publishing: 'Publishing in DNS',
  publishedAutomatically: 'automatic, in the host’s own domain',
  publishedIn: (domains: string) => `in ${domains}`,
  publishedNowhere: 'none',
  firewallOn: (port: string) => `KMS traffic is let in on TCP port ${port}`,
  firewallOff: 'is left as it is: clients reach the host only if KMS traffic is let in already',
  caption: 'Steps of the plan',
  number: 'No.',
  what: 'Step',
  command: 'Command-line equivalent',
  noCommand: 'None: slmgr has no command for this',
  effect: 'Effect',
  copyCommand: (title: string) => `Copy the command of: ${title}`,
  copyAll: 'Copy all commands',
  commandsNote:
    'The commands are what a technician would type. The app asks Windows for the same through WMI; only netsh and Sysprep are started there as programs.',
  findings: 'Before you start',
  blocked: 'The plan cannot run as it is. Go back and mend what is marked as a problem.',
  commit: (name: string) => `Set up ${name} as a KMS host`,
  commitFailed: 'The plan was not started',
} as const

export const warning = {
  title: (name: string) => `Make ${name} a KMS host?`,
  becomes: (name: string) =>
    `The key that you entered is meant for KMS hosts. Installing it makes ${name} a KMS host: it will offer activation to the whole network.`,
  clients: 'Ordinary computers need no key of this kind. Volume-licensed Windows finds a KMS host by itself.',
  limits: 'One host key can set up at most 6 hosts, and each host can be activated at most 10 times.',
  asking: 'Asking DNS which KMS hosts there are already',
  existing: (count: number, domain: string) =>
    `DNS already shows ${count === 1 ? 'one KMS host' : `${count} KMS hosts`} in ${domain}:`,
  existingNone: (domain: string) => `DNS shows no KMS host in ${domain}.`,
  couldNotAsk: (domain: string, why: string) =>
    `DNS could not be asked about ${domain}, so whether there are KMS hosts already is not known. ${why}`,
  noDomain: 'The computer has no DNS domain, so DNS could not be asked for KMS hosts.',
  dnsFailed: (why: string) => `Whether DNS shows KMS hosts already is not known. ${why}`,
  wayBack: (name: string) =>
    `The way back: install the client setup key of the Windows edition of ${name}, then restart it. An activation that was used is not given back.`,
  confirm: (name: string) => `Make ${name} a KMS host`,
  starting: 'Starting the plan',
} as const

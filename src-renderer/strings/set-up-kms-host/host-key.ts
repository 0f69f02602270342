/** The words of the step "Host key". */
export const hostKey = {
  heading: 'Enter the KMS host key',
  label: 'KMS host key',
  hint: 'Five groups of five characters. Paste it as it is; words around it are dropped.',
  placeholder: 'XXXXX-XXXXX-XXXXX-XXXXX-XXXXX',
  whatTitle: 'What a host key is',
  what: 'A KMS host key (Microsoft calls it CSVLK) belongs to your organisation’s volume licence. It turns one computer into a KMS host. It is not the key of a single computer, and ordinary computers never need it.',
  whereTitle: 'Where to get it',
  where:
    'Microsoft 365 admin center, under Billing, Your products, Volume licensing. Each key there says for which Windows version it is: choose the newest one that this computer accepts, because it activates the older versions too. You need a role in your volume licensing agreement to see the keys.',
  currentTitle: 'The key installed now',
  current: (lastFive: string) =>
    `The key now installed ends in ${lastFive} and cannot be read back from Windows; note where you keep it.`,
  currentNone: 'No key is installed now.',
  currentHost: 'This computer is already a KMS host. A new host key replaces the present one.',
  currentProduct: (description: string) => `Product: ${description}`,
  checking: 'Checking the key',
  overrule: 'I have compared the key with its source and want to use it in spite of this warning.',
  options: 'Also do this',
  firewall: 'Let KMS traffic through the Windows firewall of that computer',
  firewallHint:
    'Turns on the firewall group “Key Management Service” (TCP port 1688). Leave it on unless another firewall rule lets clients reach that port.',
  labKeys: 'Host keys of this Lab',
  labKeysHint: 'Fictional. The Lab alone recognises them; they are refused everywhere else.',
  useKey: 'Use this key',
  proposing: 'Making the plan',
  proposeFailed: 'The plan could not be made',
  reassurance: 'Nothing is changed yet. The next page shows every step first.',
  complaints: {
    missing: 'Type or paste the KMS host key.',
    overrule: 'Compare the key with its source. To use it as it is, tick this box.',
    problem: 'Correct the key: see what is marked below the field.',
  },
} as const

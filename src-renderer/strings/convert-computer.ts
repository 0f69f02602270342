import type { ConversionDirection } from '../../src-main/contract/models/conversion.ts'
import type { PlanState } from '../../src-main/contract/models/plan.ts'
import { planStateNames } from './plan.ts'

const directions: Readonly<Record<ConversionDirection, { readonly label: string; readonly hint: string }>> = {
  'mak-to-kms': {
    label: 'MAK to KMS client',
    hint: 'The computer gets a client setup key and is activated by your KMS host from then on.',
  },
  'kms-to-mak': {
    label: 'KMS client to MAK',
    hint: 'For a computer that seldom reaches your network. It is activated once with Microsoft, which spends an activation of the MAK.',
  },
  'retail-to-kms': {
    label: 'Retail to KMS client',
    hint: 'For a computer that was installed from retail media, without a key, or with the key of its manufacturer.',
  },
  'host-to-client': {
    label: 'KMS host to KMS client',
    hint: 'The way back: the computer stops serving KMS clients and asks a KMS host like any other computer.',
  },
}

/** The words of the wizard "Convert a computer". */
export const convert = {
  title: 'Convert a computer',
  stepNames: ['Computer', 'Conversion', 'Review', 'Convert'],
  targetHeading: 'Choose the computer to convert',
  targetIntro:
    'A computer is activated by a KMS host of your organisation or by a multiple activation key (MAK). Here you change from one to the other. What the computer has now decides what can be done.',
  passed: (name: string) => `${name} can be converted from here.`,
  failed: (name: string) => `${name} cannot be converted yet. Mend what is marked as a problem, then test again.`,
  heading: (name: string) => `Choose how ${name} is converted`,
  intro: 'Nothing is changed yet. Every step is shown before anything is done.',
  looking: 'Looking which conversions and keys fit',
  lookFailed: 'Which conversions and keys fit could not be found out',
  lookAgain: 'Look again',
  presentTitle: 'What the computer is now',
  directionTitle: 'Conversion',
  directionLabel: 'What shall it become?',
  directions,
  notPossible: (reason: string) => `Not possible here. ${reason}`,
  setupKeyTitle: 'Client setup key',
  setupKeyLabel: 'Which client setup key?',
  setupKeyWhat:
    'Microsoft publishes these keys. They are no secret, spend nothing, and tell Windows to look for a KMS host.',
  basis: (basis: string) => `Chosen for: ${basis}.`,
  severalTitle: 'A person has to choose here',
  several: (basis: string) =>
    `The edition of the computer is not certain, so that no key is chosen by itself. What was read: ${basis}. Look at the edition on the computer (winver) and choose its key.`,
  noneTitle: 'There is no published key',
  keyOf: (name: string) => `The key of ${name}`,
  typed: 'Another key',
  typedHint: 'A client setup key that you have from Microsoft.',
  typedLabel: 'Client setup key',
  makTitle: 'Multiple activation key',
  makLabel: 'MAK',
  makWhat:
    'Your MAK stands in the Microsoft 365 admin center, under Billing, Your products, Volume licensing. It has to be for the Windows that the computer runs. The app keeps it in memory alone and shows its last five characters.',
  keyHint: 'Five groups of five characters. Paste it as it is; words around it are dropped.',
  keyPlaceholder: 'XXXXX-XXXXX-XXXXX-XXXXX-XXXXX',
  checking: 'Checking the key',
  overrule: 'I have compared the key with its source and want to use it in spite of this warning.',
  system: {
    right: (channel: string) => `Windows on this computer knows the key: ${channel}.`,
    wrong: (channel: string, wanted: string) =>
      `Windows on this computer knows the key as ${channel}, not as a ${wanted}.`,
    wrongRemedy: 'Take another key. Installed in spite of this, it changes what the computer is.',
    unknown: (wanted: string) =>
      `Whether this is a ${wanted} cannot be told from its characters. It is checked after the key is installed and before anything is activated.`,
  },
  wantedKinds: { mak: 'MAK', 'kms-client': 'client setup key' },
  activationTitle: 'Activation',
  activateNow: 'Activate the computer now',
  activateNowHint:
    'The computer asks the KMS host at once, and the result is explained. Without this it asks by itself within two hours.',
  activationLabel: 'When is the MAK activated?',
  activations: {
    online: 'Now, over the internet',
    onlineHint: 'The computer has to reach Microsoft’s activation servers. Spends one activation.',
    telephone: 'By telephone',
    telephoneHint:
      'For a computer without internet: you read out an installation ID and type the confirmation ID. Spends one activation.',
    later: 'Later',
    laterHint: 'The key is installed, and nothing is spent until somebody activates the computer.',
  },
  leftTitle: 'What a KMS host leaves behind',
  closeFirewall: 'Close the firewall to KMS clients',
  closeFirewallHint: 'Turns Windows’ own rules “Key Management Service” off. Rules for another port stay.',
  recordLeft:
    'Its SRV record stays in DNS, and clients go on asking this computer until somebody removes it. That is done on the page “KMS in DNS”; the result leads there.',
  complaints: {
    direction: 'This computer cannot be converted. Each conversion says why.',
    makMissing: 'Type or paste the MAK.',
    setupKeyMissing: 'Type or paste the client setup key, or choose a published one.',
  },
  running: (name: string) => `Converting ${name}`,
  endHeading: (state: PlanState, name: string) => `${name}: ${planStateNames[state]}`,
  notActivatedHeading: (name: string) => `${name} is converted, but not activated yet`,
  notActivated:
    'The key is installed and nothing has to be done again on this computer. Windows asks for a KMS host by itself, every two hours until it is activated.',
  done: 'All steps ran. Below is what the computer says of itself now.',
  nowTitle: 'What the computer is now',
  reading: 'Looking at the computer',
  readFailed: 'The computer could not be looked at again',
  afterHost:
    'Its SRV record may still stand in DNS. Look there, and remove the record of this computer so that clients do not ask it any more.',
  openDns: 'Look at the KMS records in DNS',
  commitClient: (name: string) => `Make ${name} a KMS client`,
  commitMak: (name: string) => `Convert ${name} and spend one activation`,
  commitMakLater: (name: string) => `Install the MAK on ${name}`,
  labKeys: 'Keys of this Lab',
} as const

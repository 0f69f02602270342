/** The words of the step that waits for a confirmation ID. */
export const telephone = {
  heading: 'Activate by telephone',
  intro: (name: string) =>
    `The key is installed on ${name}. Call Microsoft, read the installation ID aloud, and type the confirmation ID that you are told.`,
  closeNote: 'You can close this page and the app and come back in days: the plan waits under Tasks.',
  callTitle: '1. Call',
  country: 'Country or region',
  chooseCountry: 'Choose a country',
  tollFree: 'Toll-free number',
  toll: 'Other number',
  noNumber: 'None',
  phonesSource: 'From the list of numbers that Windows on that computer has.',
  readTitle: '2. Read the installation ID aloud',
  installationId: 'Installation ID',
  readHint:
    'Block by block, with a pause after each. The letters are for you alone: the voice may call the blocks 1 to 9.',
  block: (letter: string, digits: string) => `Block ${letter}: ${digits}`,
  copyId: 'Copy the installation ID',
  print: 'Print',
  product: 'Product',
  readAt: 'Installation ID read',
  changes:
    'It changes when another key is installed or the hardware changes. It is read again before the confirmation ID is used; if it has changed, you are told so and nothing is tried.',
  enterTitle: '3. Type the confirmation ID',
  confirmationId: 'Confirmation ID',
  enterHint: 'Eight blocks of six digits. The whole can be pasted into any block.',
  blockField: (letter: string) => `Block ${letter}`,
  doubtful: (letters: string, count: number) =>
    `${count === 1 ? `Block ${letters} is` : `Blocks ${letters} are`} probably wrong: the last digit does not follow from the others. Compare with what you were told. If it agrees, go on: this rule was observed and is not documented.`,
  tooShort: (letter: string, count: number) =>
    count === 0
      ? `Block ${letter} is empty; it needs 6 digits. Ask for the block again, or paste the whole confirmation ID.`
      : `Block ${letter} has ${count} ${count === 1 ? 'digit' : 'digits'}; it needs 6. Add the digits that are missing.`,
  tooLong: (letter: string, count: number) =>
    `Block ${letter} has ${count} digits; it needs 6. Take away the digits that do not belong to it.`,
  noDigits: (letter: string) =>
    `Block ${letter} has a character that is no digit. Letters such as O, I, S and B are often misread digits.`,
  findings: 'About the confirmation ID',
  activate: 'Activate with this confirmation ID',
  activating: 'Windows checks the confirmation ID',
  refused: 'The confirmation ID was not taken',
  leave: {
    title: 'Leave what you typed?',
    body: 'The plan waits under Tasks with its installation ID, but the confirmation ID that you typed is forgotten. It can be typed again.',
    confirm: 'Leave',
    cancel: 'Stay here',
  },
  labTitle: 'The Lab’s telephone',
  labBody:
    'This computer is in the Lab, so nobody has to be called. The Lab’s telephone tells a fictional confirmation ID, which the Lab alone accepts.',
  labCall: 'Call the Lab’s telephone',
  labTold: 'It tells this confirmation ID:',
  labFill: 'Type it into the blocks',
  labFailed: 'The Lab’s telephone did not answer',
  sheet: {
    title: 'Activation of a KMS host by telephone',
    computer: 'Computer',
    callHeading: 'Where to call',
    readHeading: 'Installation ID, to read aloud',
    writeHeading: 'Confirmation ID, to write down',
  },
} as const

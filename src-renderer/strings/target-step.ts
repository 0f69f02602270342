/** The words that the step "Computer" of a wizard adds. */
export interface TargetStepWords {
  readonly heading: string
  readonly intro: string
  /** What is said of a computer that passed the test, and of one that did not. */
  readonly passed: (name: string) => string
  readonly failed: (name: string) => string
  /** The same where the test names the link at which the way breaks. */
  readonly failedAt?: (name: string, link: string) => string
}

/** The words of the step "Computer" in every wizard. */
export const target = {
  place: 'Where is it?',
  thisComputer: (name: string) => (name === '' ? 'This computer' : `This computer (${name})`),
  thisComputerWhyNot: '“This computer” cannot be chosen, because the app runs here on a system other than Windows.',
  network: 'A computer on the network',
  lab: 'A computer in the Lab (practice)',
  host: 'Computer name or address',
  hostHint: 'For example kms01.contoso.com. The full name is best.',
  otherAccount: 'Account on that computer (optional)',
  otherAccountHint: 'Leave both fields empty to use the account that you are signed in with.',
  user: 'User name',
  userHint: 'DOMAIN\\user, user@domain, or .\\user for a local account',
  password: 'Password',
  passwordHint: 'Held in memory only, never written to disk.',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  labComputer: 'Computer in the Lab',
  labAccounts: 'Accounts of this Lab',
  labAccountsHint: 'Fictional. They work in the Lab only.',
  labUser: 'User name (optional)',
  labPasswordIs: 'Password:',
  labPassword: 'Password (optional)',
  fillIn: (user: string) => `Use ${user}`,
  labClock: (time: string) => `The clock of the Lab says ${time}.`,
  labUnavailable: 'The Lab could not be read.',
  test: 'Test the connection',
  testAgain: 'Test again',
  testing: (name: string) => `Testing the connection to ${name}`,
  testingFor: (seconds: number) => `${seconds} seconds so far. A computer that is off can take up to half a minute.`,
  cancelTest: 'Cancel the test',
  testCancelled: 'The test was cancelled. Nothing was changed.',
  testHeading: 'Connection test',
  found: 'Found on the computer',
  fullName: 'Full name',
  system: 'Windows',
  licensingService: 'Licensing service',
  keyNow: 'Key installed now',
  keyNowNone: 'None',
  keyEnds: (lastFive: string, product: string, status: string) => `ends in ${lastFive}: ${product}. ${status}`,
  mayBeIncomplete: 'May be incomplete: read without elevated rights.',
  elevationTitle: 'Start the app elevated first',
  elevationBody:
    'To change this computer the app needs elevated rights, and it does not have them now. Close the app, right-click its shortcut and choose “Run as administrator”. Windows asks for your consent, then the app starts with these rights.',
  elevationRead: 'Without them you can test the connection here; what is read may be incomplete.',
  complaints: {
    hostMissing: 'Type the name or the address of the computer.',
    hostMalformed: (host: string) =>
      `“${host}” is not a computer name or an address. Use letters, digits, dots and hyphens, for example kms01.contoso.com.`,
    userMissing: 'Type the user name that belongs to the password, or clear the password.',
    passwordMissing: (user: string) => `Type the password of ${user}, or clear the user name.`,
    labMissing: 'Choose a computer of the Lab.',
    notElevated: 'Start the app elevated to change this computer: see the note above.',
  },
} as const

/** The words of the Lab page: scenario, tabs and what they share. */
export const lab = {
  heading: 'Lab',
  simulatedTitle: 'All of this is simulated',
  simulatedBody:
    'The Lab is a small network inside the app. Nothing here touches a real computer or Microsoft. Its accounts, keys and confirmation IDs are fictional and work in the Lab alone.',
  unavailable: 'The Lab could not be shown',
  actionFailed: 'The Lab did not do that',
  refresh: 'Refresh',
  refreshed: 'The Lab was read again.',
  tabs: 'Parts of the Lab',
  tabComputers: (count: number) => `Computers (${count})`,
  tabFaults: (count: number) => `Faults (${count})`,
  tabZones: (count: number) => `DNS zones (${count})`,
  tabAccounts: 'Accounts and keys',
  tabTelephone: 'Telephone',
} as const

/** Choosing a scenario, and putting it back to its start. */
export const scenario = {
  heading: 'Scenario',
  label: 'Scenario',
  choosing: 'Opening the scenario',
  chosen: (title: string) => `The Lab shows “${title}”.`,
  folders: 'Each scenario keeps its own state. What you did in one is still there when you come back to it.',
  leaveTitle: (count: number) => `Change the scenario with ${count === 1 ? 'a plan' : `${count} plans`} unfinished?`,
  leaveBody: (titles: readonly string[]) =>
    `Not finished in this scenario: ${titles.join('; ')}. Nothing is lost: the plan stays under Tasks, and goes on in the scenario in which it was begun.`,
  leaveConfirm: 'Change the scenario',
  leaveCancel: 'Stay here',
  practise: 'Set up a KMS host here',
  reset: 'Reset this scenario',
  resetTitle: (title: string) => `Reset “${title}”?`,
  resetBody:
    'Everything in this scenario is forgotten: every simulated computer, its keys, its events, the DNS records, the faults and the clock go back to how the scenario starts. Other scenarios and real computers are not touched.',
  resetConfirm: 'Reset this scenario',
  resetCancel: 'Keep it as it is',
  resetDone: 'The scenario is back at its start.',
} as const

const plural = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** The clock of the Lab and what happened while it went on. */
export const clock = {
  heading: 'Clock',
  now: 'The Lab’s clock shows',
  intro: 'Move the clock on to see what takes hours or weeks: KMS clients ask their host, counts rise, grace ends.',
  group: 'Advance the clock',
  or: 'or by',
  amount: 'Other amount',
  unit: 'Unit',
  advance: 'Advance',
  advancing: 'The clock is moving on',
  amountWrong: (typed: string, most: number, unit: string) =>
    `“${typed}” is not a whole number from 1 to ${most}. Type how many ${unit} the clock shall move on.`,
  amountMissing: (unit: string) => `Type how many ${unit} the clock shall move on.`,
  happened: 'What happened meanwhile',
  from: (from: string, to: string) => `The clock moved on from ${from} to ${to}.`,
  asked: (count: number) =>
    count === 0
      ? 'No KMS client asked for activation.'
      : `${plural(count, 'KMS client', 'KMS clients')} asked for activation.`,
  activated: (count: number) =>
    count === 0 ? 'None was newly activated.' : `${plural(count, 'computer was', 'computers were')} newly activated.`,
  lapsed: (count: number) => `${plural(count, 'computer', 'computers')} lost activation, because the time was over.`,
  hostCount: (host: string, before: number | null, after: number) =>
    before === null || before === after
      ? `${host} counts ${plural(after, 'client', 'clients')}.`
      : `${host} counts ${plural(after, 'client', 'clients')}, ${before} before.`,
  noHost: 'No computer of the scenario is an activated KMS host.',
  failed: (count: number, why: string) => `${plural(count, 'computer was', 'computers were')} not activated: ${why}`,
} as const

export const units = {
  minutes: 'minutes',
  hours: 'hours',
  days: 'days',
} as const

/** Fixed amounts to move the clock on by, in minutes. */
export const amounts: readonly { readonly minutes: number; readonly label: string }[] = [
  { minutes: 15, label: '15 minutes' },
  { minutes: 120, label: '2 hours' },
  { minutes: 24 * 60, label: '1 day' },
  { minutes: 7 * 24 * 60, label: '7 days' },
  { minutes: 30 * 24 * 60, label: '30 days' },
]

/** The Lab's telephone. */
export const telephone = {
  heading: 'The Lab’s telephone',
  intro:
    'Stands in for the call to Microsoft. Type the installation ID of a Lab computer, and the Lab tells its confirmation ID. It is fictional: Windows outside the Lab refuses it.',
  field: 'Installation ID',
  hint: '54 or 63 digits, with or without blanks and hyphens',
  missing: 'Type or paste the installation ID that the Lab computer shows.',
  call: 'Call',
  calling: 'Calling',
  answer: 'Confirmation ID',
  copy: 'Copy the confirmation ID',
  told: 'The Lab told a confirmation ID.',
  blockNames: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
} as const

/** Accounts and keys of the scenario. */
export const accounts = {
  accounts: 'Accounts',
  accountsIntro: 'Type them in wherever the app asks for an account on a Lab computer.',
  user: 'User',
  password: 'Password',
  note: 'What it is',
  keys: 'Product keys',
  keysIntro: 'Fictional keys that the Lab alone recognises.',
  key: 'Key',
  label: 'What it is for',
  tsig: 'TSIG keys for changes in DNS',
  tsigIntro: 'Name servers of the scenario accept changes that are signed with these.',
  name: 'Name',
  algorithm: 'Algorithm',
  secret: 'Secret',
  copyUser: (user: string) => `Copy the user name ${user}`,
  copyPassword: (user: string) => `Copy the password of ${user}`,
  copyKey: (label: string) => `Copy the key: ${label}`,
  copySecret: (name: string) => `Copy the secret of ${name}`,
  none: 'This scenario has none.',
} as const

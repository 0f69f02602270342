import { counted } from './counted.ts'

/** Users that are named one by one; of more the number is told. */
const named = 3

/** The words of the dialog that says with which account computers are reached. */
export const accountWords = {
  button: 'Account',
  title: 'Account for reading and changing computers',
  body: 'Computers without an account are reached with the one that you are signed in with. The user name is kept with the list; the password is held in memory only and asked for again after the app was started anew.',
  whose: 'Used for',
  selection: (count: number) => `The selection (${counted(count, 'computer', 'computers')})`,
  group: (name: string, count: number) => `Group ${name} (${counted(count, 'computer', 'computers')})`,
  all: (count: number) => `Every computer in the list (${count.toLocaleString('en')})`,
  present: (users: readonly string[]) => {
    if (users.length === 0) return 'Now: the account that you are signed in with.'
    return users.length > named ? `Now: ${users.length} different accounts.` : `Now: ${users.join(', ')}.`
  },
  give: 'Use this account',
  take: 'Take the account away',
  given: (user: string) => `The account ${user} is used from now on.`,
  taken: 'The account that you are signed in with is used from now on.',
} as const

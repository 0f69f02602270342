import type { LabFaultEffect, LabFaultInput } from '../../../src-main/contract/models/lab-fault.ts'

type Kind = LabFaultEffect['kind']

/** The words for setting faults and for the list of those in force. */
export const faults = {
  heading: 'Faults in force',
  intro:
    'A fault makes a simulated computer misbehave, so that you see how the app names the cause and what a plan does then.',
  none: 'No fault is set. Everything in the Lab works as the scenario has it.',
  set: 'Set a fault',
  clear: 'Clear',
  clearNamed: (description: string) => `Clear: ${description}`,
  cleared: 'The fault was cleared.',
  clearAll: 'Clear all faults',
  allCleared: 'All faults were cleared.',
  dialogTitle: 'Set a fault',
  isSet: 'The fault is set.',
  computer: 'Computer',
  allComputers: 'All computers',
  what: 'What goes wrong',
  seconds: 'After how many seconds',
  secondsWrong: (typed: string, most: number) =>
    typed.trim() === ''
      ? `Type a number of seconds from 1 to ${most}.`
      : `“${typed}” is not a whole number of seconds from 1 to ${most}. Type one, for example 10.`,
  result: 'Windows result',
  applied: 'Windows carries it out all the same; only the answer is lost',
  where: 'Where it strikes',
  method: 'Which call',
  anyMethod: 'Any call',
  often: 'How often',
  always: 'Every time, until it is cleared',
  limited: 'A number of times',
  times: 'How many times',
  timesWrong: (typed: string) =>
    typed.trim() === ''
      ? 'Type how many times the fault strikes, from 1 to 1000.'
      : `“${typed}” is not a whole number from 1 to 1000. Type how many times the fault strikes.`,
} as const

/** Each kind of fault: its name and what it does, in a sentence. */
export const faultKinds: Record<Kind, { readonly name: string; readonly sentence: string }> = {
  refuse: {
    name: 'Refused',
    sentence: 'The computer answers, but takes no connection, as when the RPC service does not run.',
  },
  'access-denied': {
    name: 'Access denied',
    sentence: 'The account is told that it has no rights, as when it is not an administrator there.',
  },
  timeout: {
    name: 'Times out',
    sentence: 'No answer comes, and Windows gives up after a while, as when a firewall drops the traffic.',
  },
  hang: { name: 'Hangs', sentence: 'No answer ever comes. The app has to give up by itself.' },
  slow: { name: 'Slow', sentence: 'The right answer comes late, as over a slow line.' },
  fail: { name: 'Fails with a Windows result', sentence: 'Windows answers with an error code that you choose.' },
  'service-crash': {
    name: 'Licensing service crashes',
    sentence: 'The licensing service (sppsvc) ends in the middle of the work and stays stopped.',
  },
}

/** Windows results to fail with: the ones that people meet (error-codes.json). */
export const failResults: readonly { readonly hresult: number; readonly name: string }[] = [
  { hresult: 0xc004c020, name: '0xC004C020: the multiple activation key has exceeded its limit' },
  { hresult: 0xc004c003, name: '0xC004C003: the product key is blocked' },
  { hresult: 0xc004f050, name: '0xC004F050: the product key is invalid' },
  { hresult: 0xc004f074, name: '0xC004F074: no KMS host could be reached' },
  { hresult: 0x8004_1001, name: '0x80041001: general failure of WMI' },
  { hresult: 0x8007_0005, name: '0x80070005: access is denied' },
  { hresult: 0x8007_2ee7, name: '0x80072EE7: the activation server was not found' },
]

/** Where a fault can strike. `wmi` stands for all that is asked by WMI. */
export const faultPlaces: Record<'wmi' | NonNullable<LabFaultInput['operation']>, string> = {
  wmi: 'Everything that is asked over WMI',
  connect: 'Connecting',
  query: 'Reading (queries)',
  call: 'Changing (calls of methods)',
  probe: 'Attempts to reach a port',
  srv: 'DNS questions and changes',
}

import type { CodeOrigin } from '../../src-main/contract/models/error-lookup.ts'

/** Words of the error look-up. */
export const errorLookup = {
  heading: 'Error look-up',
  intro:
    'Type a result code, or paste a text: the output of slmgr, an event, lines of a log. Every code in it is explained. Nothing is sent anywhere.',
  field: 'Code or text',
  fieldHint: 'For example 0xC004F074, C004F074, -1073418124 or 5',
  lookUp: 'Look up',
  clear: 'Clear',
  waiting: 'Looking it up',
  none: 'No result code was found in this text.',
  noneHint:
    'A code is a number such as 0xC004F074 or -1073418124. A small number inside a sentence is taken for a code where a word announces it, for example “error 5”; alone it always is.',
  found: (count: number) => (count === 1 ? '1 code found' : `${count} codes found`),
  results: 'Codes found',
  more: (count: number) => `${count} further codes are not listed. Paste a shorter text to see them.`,
  foundAs: (written: string, times: number) =>
    times === 1 ? `Written as ${written}` : `Written as ${written}, ${times} times`,
  unknown: 'This app has no explanation of this very code.',
  symbol: 'Name',
  kind: 'Kind',
  appliesTo: 'Concerns',
  causes: 'Likely causes',
  steps: 'What to do',
  generalSteps: 'What to do with a code of this kind',
  source: 'Source',
  uncertain: 'This explanation rests on general knowledge of Windows, not on a page of Microsoft’s about this code.',
  signed: 'Signed decimal',
  copy: 'Copy this explanation',
  link: (code: string) => `Look up ${code}`,
  openPage: 'Open the error look-up',
  dialogTitle: (code: string) => `What ${code} means`,
} as const

/** Who reports codes of a kind, in a few words. */
export const originNames: Record<CodeOrigin, string> = {
  success: 'No error',
  'licensing-service': 'Software Protection service',
  'licensing-server': 'Microsoft’s activation servers',
  'token-activation': 'Token-based activation',
  'batch-activation': 'Batch activation service',
  wmi: 'Windows management (WMI, WinRM)',
  rpc: 'Remote procedure calls',
  dns: 'DNS',
  directory: 'Active Directory',
  win32: 'Windows',
  'nt-status': 'Windows kernel (NTSTATUS)',
  com: 'Component model (COM)',
  http: 'Internet connection',
  setup: 'Windows setup and update',
  other: 'Other',
}

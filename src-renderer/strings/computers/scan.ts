import type { ScanState } from '../../../src-main/contract/models/scan.ts'
import { durationText } from '../../format/time.ts'
import { counted } from './counted.ts'

/** The words of the bar that scans computers. */
export const scanWords = {
  region: 'Scan',
  which: 'Scan',
  all: 'All computers',
  selection: (count: number) => `The selection (${count.toLocaleString('en')})`,
  notScanned: 'Not yet scanned',
  failed: 'Could not be read',
  start: 'Scan',
  stop: 'Stop the scan',
  continueScan: 'Continue the scan',
  options: 'More options',
  concurrency: 'Computers at the same time',
  concurrencyHint: '1 to 256. Fewer are kinder to a slow network.',
  deadline: 'Seconds for each computer',
  deadlineHint: '5 to 600. A computer that takes longer is given up and tried once more at the end.',
  concurrencyWrong: 'Enter a whole number from 1 to 256.',
  deadlineWrong: 'Enter a whole number from 5 to 600.',
  states: {
    idle: '',
    running: 'Scanning',
    stopping: 'Stopping after the computers that are being read',
    stopped: 'Stopped',
    done: 'Scan finished',
  } satisfies Record<ScanState['state'], string>,
  progress: (done: number, total: number) =>
    `${done.toLocaleString('en')} of ${counted(total, 'computer', 'computers')}`,
  underWay: (count: number) => `${count.toLocaleString('en')} being read`,
  retrying: (count: number) => `${count.toLocaleString('en')} waiting for a second try`,
  remaining: (seconds: number) => `about ${durationText(seconds * 1000)} left`,
  left: (count: number) => `${counted(count, 'computer', 'computers')} not scanned`,
  unread: (count: number) =>
    `${counted(count, 'computer', 'computers')} could not be read. Choose one in the table to see why and what to do; choose “Could not be read” above to scan them again.`,
  failedToStart: 'The scan was not begun',
  endedEarly: 'The scan ended before its end',
  nothingToScan: 'There is no such computer.',
  passwordsTitle: 'Enter the passwords again',
  passwordsBody:
    'Passwords are kept in memory only and are forgotten when the app ends. Computers whose password is not entered are scanned without it and refuse.',
  passwordOf: (user: string) => `Password of ${user}`,
  passwordFor: (group: string | null, count: number) =>
    group === null
      ? counted(count, 'computer', 'computers')
      : `Group ${group}, ${counted(count, 'computer', 'computers')}`,
  scanWithout: 'Scan without them',
} as const

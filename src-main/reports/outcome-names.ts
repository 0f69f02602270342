import type { ProductKind } from '../contract/models/license-snapshot.ts'
import type { ScanOutcome } from '../contract/models/estate.ts'

/** Outcomes of a scan as a report names them. */
export const outcomeNames: Readonly<Record<ScanOutcome, string>> = {
  'never-scanned': 'Never scanned',
  'name-not-found': 'Name not found',
  asleep: 'Asleep or off',
  refused: 'Connection refused',
  'access-denied': 'Access denied',
  'wrong-password': 'Wrong password',
  'uac-filtered': 'Rights filtered by UAC',
  'wmi-broken': 'WMI does not work',
  'unsupported-version': 'Windows version not supported',
  'timed-out': 'No answer in time',
  'engine-lost': 'Reading broke off',
  stopped: 'Scan was stopped',
  licensed: 'Activated',
  grace: 'In a grace period',
  notification: 'Notification: not activated',
  unlicensed: 'Not activated',
  'kms-host': 'Activated KMS host',
  'no-product-key': 'No product key',
}

/** Kinds of products as a report names them. */
export const channelNames: Readonly<Record<ProductKind, string>> = {
  'kms-client': 'KMS client',
  'kms-host': 'KMS host',
  mak: 'MAK',
  retail: 'Retail',
  oem: 'OEM',
  'time-based': 'Evaluation',
  avma: 'AVMA',
  other: 'Other',
}

/** On which side of a report an outcome stands: done with, somebody has to do something, or nothing is known. */
export const outcomeSides: Readonly<Record<ScanOutcome, 'activated' | 'to-do' | 'not-read'>> = {
  'never-scanned': 'not-read',
  'name-not-found': 'not-read',
  asleep: 'not-read',
  refused: 'not-read',
  'access-denied': 'not-read',
  'wrong-password': 'not-read',
  'uac-filtered': 'not-read',
  'wmi-broken': 'not-read',
  'unsupported-version': 'not-read',
  'timed-out': 'not-read',
  'engine-lost': 'not-read',
  stopped: 'not-read',
  licensed: 'activated',
  grace: 'to-do',
  notification: 'to-do',
  unlicensed: 'to-do',
  'kms-host': 'activated',
  'no-product-key': 'to-do',
}

/** The colour of an outcome: green for activated, red for not activated, amber for what may still be well. */
export const toneOf = (outcome: ScanOutcome): 'good' | 'warn' | 'bad' => {
  if (outcomeSides[outcome] === 'activated') return 'good'
  return outcome === 'grace' || outcomeSides[outcome] === 'not-read' ? 'warn' : 'bad'
}

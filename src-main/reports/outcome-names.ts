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

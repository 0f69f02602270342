import type { SrvChange } from '../contract/models/dns.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'

/** A way to read and change the KMS records of a domain at the server that holds them. All methods throw AppFailure or WmiError. */
export interface SrvWay {
  /** The records as the server itself holds them. */
  read(): Promise<readonly SrvRecord[]>
  /** Makes one change. `seen` are all records that were there just before. Returns what is to be said about it, or null. */
  apply(change: SrvChange, seen: readonly SrvRecord[]): Promise<string | null>
  /** Whether the zone can take the change; a `problem` stops the plan. Reads only. */
  check(): Promise<readonly Finding[]>
}

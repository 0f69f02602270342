import { editions61 } from './windows-editions-7.ts'
import { clientEditions10, serverEditions } from './windows-editions-10.ts'

/** An edition of a Windows release, and the channels in which the Lab has its licences. */
export interface WindowsEdition {
  /** "6.1", "6.2", "6.3" or "10.0". */
  readonly version: string
  /** First and last build of the release. */
  readonly builds: readonly [number, number]
  /** Year of the release, by which KMS hosts are ranked (kms.md 5). */
  readonly release: number
  readonly editionId: string
  readonly name: string
  /** What stands before the channel in Description. */
  readonly family: string
  readonly server: boolean
  /** Activation ID of the KMS client product; null for an edition without one. */
  readonly clientId: string | null
  /** Channels beside that of KMS clients, as they stand in Description. */
  readonly channels: readonly string[]
}

/** Every edition that the Lab knows. */
export const windowsEditions: readonly WindowsEdition[] = [...editions61, ...clientEditions10, ...serverEditions]

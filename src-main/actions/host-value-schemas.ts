import { z } from 'zod'
import type { HostRegistryName } from '../licensing/registry-file.ts'
import { hostRegistryTypes } from '../licensing/registry-file.ts'
import type { PreviousHostValue } from './host-value-writing.ts'
import { PreviousValue } from './registry-path.ts'

const names = Object.keys(hostRegistryTypes) as [HostRegistryName, ...HostRegistryName[]]

/** What was there before values of a KMS host were written, as the journal keeps it. */
export const HostValueEvidence = z
  .object({ previous: z.array(z.object({ name: z.enum(names), previous: PreviousValue }).strict()) })
  .strict()
export type HostValueEvidence = z.infer<typeof HostValueEvidence>

/** What writing values of a KMS host left. */
export interface HostValuesWritten {
  readonly previous: readonly PreviousHostValue[]
}

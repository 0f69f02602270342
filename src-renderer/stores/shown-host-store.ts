import { create } from 'zustand'
import type { HostRef } from '../../src-main/contract/models/known-kms-host.ts'

/** The KMS host that was shown last, so that a way back to the page leads to it; null where none was. */
export const useShownHost = create<{ readonly host: HostRef | null }>(() => ({ host: null }))

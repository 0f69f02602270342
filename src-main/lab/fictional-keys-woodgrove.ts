import type { LabKey } from './fictional-keys.ts'
import { fabrikamKeys } from './fictional-keys-fabrikam.ts'

/** Fictional keys of the scenarios woodgrove-100 to woodgrove-10000. */
export const woodgroveKeys = {
  woodgroveHost: {
    ...fabrikamKeys.fabrikamHost2025,
    id: 'woodgrove-2025-host',
    label: 'Woodgrove KMS host key, Server 2025, also for hosts on 2022 and 2019 (fictional)',
    key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-HNWGV',
  },
  woodgroveMak: {
    ...fabrikamKeys.fabrikamMak,
    id: 'woodgrove-mak-clients',
    label: 'Woodgrove multiple activation key, Windows 10 and 11 (fictional)',
    key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-MNWGV',
    activations: 2000,
  },
  woodgroveRetail: {
    ...fabrikamKeys.fabrikamRetail,
    id: 'woodgrove-retail-pro',
    label: 'Retail key, Windows 10 and 11 Pro (fictional)',
    key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-RNWGV',
    activations: 2000,
  },
} as const satisfies Readonly<Record<string, LabKey>>

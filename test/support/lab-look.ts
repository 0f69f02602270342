import { createLabSite, type LabSite } from '../../src-main/lab/lab-site.ts'
import type { LookParts } from '../../src-main/plans/look.ts'
import { createSecretVault } from '../../src-main/store/secret-vault.ts'

/** A Lab in a folder of its own with what looking at its computers needs; calls take no time, and waiting none either. */
export const openLabLook = (
  scenario: string,
  folder: string,
  elevated: boolean | null = null,
): { readonly site: LabSite; readonly parts: LookParts } => {
  const site = createLabSite({ scenario, folder, latencyMs: 0 })
  let time = Date.UTC(2026, 10, 22)
  const clock = {
    now: () => new Date(time),
    wait: async (milliseconds: number): Promise<void> => {
      time += milliseconds
    },
  }
  return { site, parts: { sites: { shared: () => site }, vault: createSecretVault(Buffer.alloc(32)), clock, elevated } }
}

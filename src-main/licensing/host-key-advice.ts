import type { HostKeyCompatibility } from '../contract/models/host-input-checks.ts'
import type { HostCandidate } from './host-key-compatibility.ts'
import { hostKeyChoices } from './host-key-compatibility.ts'
import { checkPairing } from './host-key-pairing.ts'
import { isHostKeyGeneration } from './host-key-table.ts'
import { updateName, type UpdateNeed } from './host-key-updates.ts'
import { hostSupport } from './host-support.ts'
import { quoteInput } from './quote-input.ts'
import { windowsName } from './windows-names.ts'

/** A computer, and the generation of host keys that was chosen for it; null for none yet. */
export interface HostKeyQuestion {
  readonly osVersion: string
  readonly osBuild: number
  readonly isServer: boolean
  readonly caption: string | null
  readonly generation: string | null
}

const updateSentence = (update: UpdateNeed): string | null => {
  switch (update.need) {
    case 'none':
      return null
    case 'update':
      return `Needs ${updateName(update.update)} or a later cumulative update.`
    case 'not-listed':
      return "Which update it needs is not in Microsoft's table."
  }
}

/** Every generation of host keys for a computer, the newest first, and what is to be thought of the chosen one (kms.md 5). */
export const hostKeyCompatibility = ({ caption, generation, ...version }: HostKeyQuestion): HostKeyCompatibility => {
  const host: HostCandidate = { ...version, ...(caption === null ? {} : { caption }) }
  const chosen =
    generation === null
      ? []
      : isHostKeyGeneration(generation)
        ? checkPairing({ host, generation })
        : [
            {
              check: 'host-key-generation',
              level: 'problem' as const,
              field: 'hostKeyGeneration',
              message: `There is no generation of host keys named ${quoteInput(generation)}.`,
              remedy: 'Choose one of the list.',
            },
          ]
  const support = hostSupport(host)
  const isSaid = chosen.some(({ check }) => check === support.check)
  return {
    windows: windowsName(host),
    choices: hostKeyChoices(host).map((choice) => ({
      ...choice,
      activates: choice.activates.map(({ system, name, update }) => ({ system, name, update: updateSentence(update) })),
    })),
    findings: [...(isSaid ? [] : [support]), ...chosen],
  }
}

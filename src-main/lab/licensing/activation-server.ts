import { labError, labHresults } from '../lab-error.ts'
import type { Scene } from '../world/scene.ts'
import { kmsFigures } from './kms-figures.ts'

/** Without a way to the internet 0x80072EE7 (events.json, 8200). Throws WmiError. */
export const requireInternet = (scene: Scene): void => {
  if (scene.computer().internet) return
  throw labError('call', labHresults.noInternet, "Microsoft's activation servers could not be reached.")
}

/**
 * Spends an activation of a key. documented: a host key serves six computers, ten times each; beyond that 0xC004C008
 * (kms.md 1, error-codes.json). A multiple activation key at its limit is 0xC004C020. assumed: a retail or manufacturer's key on a second computer is
 * 0xC004C008 too. Throws WmiError.
 */
export const spendActivation = (scene: Scene, labKey: string | null): void => {
  const spent = scene.transaction.readNetwork.activations[labKey ?? ''] ?? {}
  const key = scene.scenario.keys.find(({ id }) => id === labKey)
  const limit = key?.activations
  const here = spent[scene.host] ?? 0
  // A key sold for one computer can be activated on that one again.
  const isAgain = here > 0 && key?.kind !== 'mak'
  if (limit !== undefined && !isAgain && Object.values(spent).reduce((total, count) => total + count, 0) >= limit) {
    throw key?.kind === 'mak'
      ? labError('call', labHresults.makSpent, 'The multiple activation key has reached its limit.')
      : labError('call', labHresults.activationsSpent, 'The product key has no activations left.')
  }
  const tooMany = here >= kmsFigures.activationsPerHost
  const tooFar = here === 0 && Object.keys(spent).length >= kmsFigures.hostsPerKey
  if (limit === undefined && (tooMany || tooFar)) {
    throw labError('call', labHresults.activationsSpent, 'The product key has no activations left.')
  }
  scene.transaction.network.activations[labKey ?? ''] = { ...spent, [scene.host]: here + 1 }
}

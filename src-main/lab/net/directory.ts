import type { Draft } from 'immer'
import type { Scene } from '../world/scene.ts'
import type { ForestState, NetworkState } from '../world/state.ts'

/** The forest that a domain belongs to; undefined for a workgroup and for a domain that none of the Lab's forests holds. */
export const forestOf = (network: NetworkState, domain: string | null): ForestState | undefined => {
  if (domain === null) return undefined
  const wanted = domain.toLowerCase()
  return Object.values(network.forests).find(({ root }) => wanted === root || wanted.endsWith(`.${root}`))
}

/** The same forest, for changing. */
export const changeForest = (scene: Scene, { root }: ForestState): Draft<ForestState> | undefined =>
  Object.values(scene.transaction.network.forests).find((forest) => forest.root === root)

/** documented: where activation objects are kept (slmgr.md 1.7). */
export const objectDn = ({ root }: ForestState, name: string): string => {
  const naming = root
    .split('.')
    .map((label) => `DC=${label}`)
    .join(',')
  return `CN=${name},CN=Activation Objects,CN=Microsoft SPP,CN=Services,CN=Configuration,${naming}`
}

/**
 * Whether an account may write the container of activation objects. documented: its administrators may, everybody else
 * reads (kms.md 5). assumed: the Lab takes the administrators of the root domain's domain controllers for them.
 */
export const mayWriteActivationObjects = (scene: Scene, { root }: ForestState, user: string): boolean =>
  scene.scenario.hosts.some((host) => {
    const computer = scene.transaction.read(host)
    const isController = computer?.os.productType === 2 && computer.domain?.toLowerCase() === root
    return isController && computer.administrators.includes(user)
  })

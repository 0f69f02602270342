import { askForActivation } from './licensing/activate-client.ts'
import { keyedProduct, statusAt } from './licensing/product-status.ts'
import { settle } from './machine/effects.ts'
import type { World } from './world/world.ts'
import { clockOf, sceneAt } from './world/scene.ts'

/** The KMS client whose next attempt comes first up to a time; undefined where none is due. */
const nextDue = (world: World, until: number): { readonly host: string; readonly at: number } | undefined => {
  let first: { host: string; at: number } | undefined
  for (const host of world.scenario.hosts) {
    const computer = world.computer(host)
    if (!computer || computer.power !== 'on') continue
    const keyed = keyedProduct(computer)
    if (keyed?.sku.kind !== 'kms-client' || keyed.product.nextAttemptAt === null) continue
    const at = keyed.product.nextAttemptAt - computer.clockSkew * 60_000
    if (at <= until && (!first || at < first.at)) first = { host, at }
  }
  return first
}

const moveTo = (world: World, time: number, subject: string): Promise<void> =>
  world.run((transaction) => {
    for (const host of world.unsettled()) settle(sceneAt(transaction, world.scenario, host))
    if (time > transaction.now) transaction.network.clockOffset += time - transaction.now
    return { facts: { op: 'clock', subject }, value: undefined }
  })

/** One attempt of a KMS client by itself: it asks, and tries again after its interval. */
const attempt = (world: World, host: string): Promise<void> =>
  world.run((transaction) => {
    const scene = sceneAt(transaction, world.scenario, host)
    settle(scene)
    const code = askForActivation(scene)
    const { status } = statusAt(keyedProduct(scene.computer())?.product, clockOf(scene))
    const facts = { op: 'clock', host, subject: `asks for activation by itself, status ${status}` } as const
    return { facts: code === 0 ? facts : { ...facts, hresult: code }, value: undefined }
  })

/**
 * Moves the Lab's clock on. documented: KMS clients ask on their own, every two hours until they are activated, then
 * weekly (kms.md 1); each attempt that falls into the time is made at its moment, the earliest first.
 */
export const advanceClock = async (world: World, minutes: number): Promise<void> => {
  world.catchUp()
  const until = world.now + minutes * 60_000
  for (let due = nextDue(world, until); due; due = nextDue(world, until)) {
    await moveTo(world, due.at, `on to ${due.host}'s next attempt`)
    await attempt(world, due.host)
    world.catchUp()
  }
  await moveTo(world, until, `${minutes} minutes on`)
}

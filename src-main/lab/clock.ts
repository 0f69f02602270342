import { setImmediate as breathe } from 'node:timers/promises'
import { askForActivation } from './licensing/activate-client.ts'
import { isActiveKmsHost, keyedProduct, keyedProducts, type KeyedProduct } from './licensing/product-status.ts'
import { hasWindowsAlone } from './licensing/sku-catalogue.ts'
import { publishKmsHost } from './licensing/publish.ts'
import { settle } from './machine/effects.ts'
import { clockOf, sceneAt, type Scene } from './world/scene.ts'
import type { Computer } from './world/state.ts'
import type { Transaction } from './world/transaction.ts'
import type { World } from './world/world.ts'

/** Something that a computer does by itself, and when, on the Lab's clock. */
interface Due {
  readonly host: string
  readonly at: number
  readonly kind: 'ask' | 'publish'
  /** Product for which a KMS client asks. */
  readonly activationId: string
}

/** Most computers have Windows alone, and there may be thousands. */
const keyedOf = (computer: Computer): readonly KeyedProduct[] => {
  if (!hasWindowsAlone(computer)) return keyedProducts(computer)
  const keyed = keyedProduct(computer)
  return keyed ? [keyed] : []
}

/** What a computer does next by itself: a KMS client asks, a KMS host refreshes its SRV records; null where it does neither. */
const nextOf = (computer: Computer): Due | null => {
  if (computer.power !== 'on') return null
  const { host } = computer
  let next: Due | null = null
  for (const { sku, product } of keyedOf(computer)) {
    if (sku.kind !== 'kms-client' || product.nextAttemptAt === null) continue
    const at = product.nextAttemptAt - computer.clockSkew * 60_000
    if (next === null || at < next.at) next = { host, at, kind: 'ask', activationId: sku.activationId }
  }
  const { publishAt } = computer.licensing.server
  if (publishAt === null || (next !== null && next.at <= publishAt)) return next
  return { host, at: publishAt, kind: 'publish', activationId: '' }
}

const act = (scene: Scene, { kind, activationId }: Due): void => {
  settle(scene)
  if (kind === 'ask') askForActivation(scene, activationId)
  else if (isActiveKmsHost(scene.computer(), clockOf(scene))) publishKmsHost(scene)
  else scene.change().licensing.server.publishAt = null
}

/** How many acts make one write: many, because each write waits for the disk; few, because main must not stand still. */
const actsPerWrite = 5000

/** Lets happen what is due up to a time, the earliest first, as far as one write goes. Returns how much happened. */
const play = (world: World, transaction: Transaction, until: number): number => {
  const sceneOf = (host: string): Scene => sceneAt(transaction, world.scenario, host)
  for (const host of world.unsettled()) settle(sceneOf(host))
  const due = new Map<string, Due>()
  const look = (host: string): void => {
    const computer = transaction.read(host)
    const next = computer ? nextOf(computer) : null
    if (next === null || next.at > until) due.delete(host)
    else due.set(host, next)
  }
  for (const host of world.hosts) look(host)
  let acts = 0
  for (; acts < actsPerWrite && due.size > 0; acts += 1) {
    let first: Due | undefined
    for (const next of due.values()) if (first === undefined || next.at < first.at) first = next
    if (first === undefined) break
    transaction.moveTo(first.at)
    act(sceneOf(first.host), first)
    look(first.host)
  }
  if (due.size === 0) transaction.moveTo(until)
  return acts
}

/**
 * Moves the Lab's clock on. documented: KMS clients ask on their own, every two hours until they are activated, then
 * weekly; KMS hosts refresh their SRV records about once a day (kms.md 1). Each of these is done at its moment, the
 * earliest first.
 */
export const advanceClock = async (world: World, minutes: number): Promise<void> => {
  world.catchUp()
  const until = world.now + minutes * 60_000
  for (let acts = actsPerWrite; acts === actsPerWrite;) {
    acts = await world.run(
      (transaction) => {
        const done = play(world, transaction, until)
        const subject =
          done === actsPerWrite
            ? `on, with ${done} acts of computers`
            : `${minutes} minutes on, with ${done} acts of computers`
        return { facts: { op: 'clock', subject }, value: done }
      },
      { bulk: true },
    )
    await breathe()
  }
}

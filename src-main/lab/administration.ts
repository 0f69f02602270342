import { lookUp } from './net/dns-zones.ts'
import type { World } from './world/world.ts'

/** Key of a computer by any of its names; null where there is none. */
export const nameOf = (world: World, name: string): string | null => {
  const host = lookUp(world.network, world.scenario, name)
  return host !== undefined && world.computer(host) !== undefined ? host : null
}

/** Key of a computer by any of its names. Throws an Error where there is none. */
export const computerNamed = (world: World, name: string): string => {
  const host = nameOf(world, name)
  if (host !== null) return host
  throw new Error(`There is no computer ${name} in this Lab.`)
}

/** Switches a computer on or puts it to sleep, as somebody who stands before it does. Rejects where there is none. */
export const changePower = async (world: World, name: string, power: 'on' | 'asleep'): Promise<void> => {
  const host = computerNamed(world, name)
  await world.run((transaction) => {
    if (transaction.read(host)?.power !== power) transaction.computer(host).power = power
    return { facts: { op: 'power', host, subject: power }, value: undefined }
  })
}

/**
 * Changes the permissions of the KMS name of a zone, so that every KMS host of the domain may publish itself there: what
 * Microsoft's procedure of a security group comes to (kms.md 3, "Second KMS host cannot publish"). Rejects without such a zone.
 */
export const allowKmsPublishing = async (world: World, name: string): Promise<void> => {
  const zone = name.trim().toLowerCase().replace(/\.$/, '')
  const owner = `_vlmcs._tcp.${zone}`
  if (world.network.zones[zone] === undefined) throw new Error(`There is no zone ${name} in this Lab.`)
  await world.run((transaction) => {
    const shared = transaction.readNetwork.zones[zone]?.sharedNames ?? []
    if (!shared.includes(owner)) transaction.network.zones[zone]?.sharedNames.push(owner)
    return { facts: { op: 'permission', subject: owner }, value: undefined }
  })
}

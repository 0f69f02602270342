import { applicationLog, logEvent } from '../machine/event-log.ts'
import { publishSrv } from '../net/dns-zones.ts'
import { fullNameOf, type Scene } from '../world/scene.ts'
import { kmsFigures } from './kms-figures.ts'
import { readSettings, type PublishTarget } from './settings.ts'

const hexOf = (code: number): string => `0x${code.toString(16).toUpperCase().padStart(8, '0')}`

/**
 * uncertain: the host's own domain stays published beside the list (kms.md 2; the deployment guide can be read either
 * way). Listed there, it has priority and weight.
 */
const targetsOf = (domain: string | null, list: readonly PublishTarget[]): readonly PublishTarget[] => {
  if (domain === null) return list
  const isOwn = (target: PublishTarget): boolean => target.domain.toLowerCase() === domain.toLowerCase()
  return list.some(isOwn) ? list : [{ domain, priority: 0, weight: 0 }, ...list]
}

/**
 * Publishes a KMS host in DNS unless that is switched off. documented: event 12294 with the domain for each success,
 * 12293 with code and domain for each failure (events.json); about once a day it is done again (kms.md 1). assumed: with
 * the same events.
 */
export const publishKmsHost = (scene: Scene): void => {
  const computer = scene.computer()
  const settings = readSettings(computer)
  scene.change().licensing.server.publishAt = settings.publishing ? scene.now + kmsFigures.srvRefresh : null
  if (!settings.publishing) return
  for (const { domain, priority, weight } of targetsOf(computer.domain, settings.publishList)) {
    const failure = publishSrv(scene, domain, {
      owner: `_vlmcs._tcp.${domain}`.toLowerCase(),
      target: fullNameOf(computer),
      port: computer.licensing.server.listeningPort ?? kmsFigures.port,
      priority,
      weight,
      ttl: kmsFigures.srvTtl,
      registeredAt: scene.now,
    })
    logEvent(
      scene,
      failure === null
        ? { log: applicationLog, id: 12_294, data: [domain] }
        : { log: applicationLog, id: 12_293, data: [hexOf(failure), domain] },
    )
  }
}

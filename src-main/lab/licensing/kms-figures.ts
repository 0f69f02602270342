/** A day in milliseconds. */
export const windowsDay = 24 * 60 * 60_000

/** documented: the figures of KMS (kms.md 1). Intervals in minutes, spans in milliseconds. */
export const kmsFigures = {
  port: 1688,
  activationInterval: 120,
  renewalInterval: 10_080,
  intervalRange: [15, 43_200],
  validity: 180 * windowsDay,
  oobGrace: 30 * windowsDay,
  retention: 30 * windowsDay,
  clockTolerance: 4 * 60 * 60_000,
  cachedForClients: 50,
  cachedForServers: 10,
  /** A host key may be used on six computers, ten times on each. */
  hostsPerKey: 6,
  activationsPerHost: 10,
  /** observed: 60 minutes (kms.md 3). */
  srvTtl: 3600,
  /** documented: about every 24 hours. */
  srvRefresh: windowsDay,
} as const

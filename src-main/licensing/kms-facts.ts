/**
 * Figures of KMS activation. Sources: kms.md 1 (Microsoft's KMS planning page, slmgr options page and KMS troubleshooting
 * page), unless said otherwise.
 */

/** TCP port of a KMS host unless changed with /sprt. */
export const defaultKmsPort = 1688
/** Distinct computers that must have asked before a Windows client is activated. */
export const clientThreshold = 25
/** The same for Windows Server and volume Office. */
export const serverThreshold = 5
/** A KMS activation lasts this many days and begins anew with each success. */
export const activationValidityDays = 180
export const activationValidityMinutes = activationValidityDays * 24 * 60
/** Minutes between two tries while not activated; allowed are `minInterval` to `maxInterval`. */
export const activationInterval = 120
/** Minutes between two renewals; allowed are `minInterval` to `maxInterval`. */
export const renewalInterval = 10_080
export const minInterval = 15
export const maxInterval = 43_200
/** A KMS host refuses a client whose clock differs by more hours than this, in UTC (0xC004F06C). */
export const clockToleranceHours = 4
/** Days after which a KMS host forgets a client that did not ask again. */
export const clientRetentionDays = 30
/** A KMS host remembers at most twice the largest threshold asked for: 50, or 10 where only servers ask. */
export const maxCachedClients = { client: 2 * clientThreshold, server: 2 * serverThreshold } as const
/** A KMS host refreshes its SRV record about this often, in hours. */
export const srvRefreshHours = 24

/** How far one KMS host key (CSVLK) reaches: 6 hosts, each activated 10 times in all. */
export const hostKeyReach = { hosts: 6, activationsPerHost: 10 } as const

/** Resource id of the firewall rule group "Key Management Service", the same in every language (kms.md 4). */
export const kmsFirewallGroup = '@FirewallAPI.dll,-28002'
/** Instance ids of the rules in that group (kms.md 4). */
export const kmsFirewallRules = ['SPPSVC-In-TCP', 'SPPSVC-In-TCP-NoScope'] as const
/** Windows service that does the licensing since Windows 7 / Server 2008 R2 (kms.md 2). */
export const licensingService = 'sppsvc'

/** Owner name of the SRV record that KMS clients look for in a DNS domain (kms.md 3). */
export const kmsSrvName = (domain: string): string => `_vlmcs._tcp.${domain.replace(/^\.+|\.+$/g, '')}`

import { hostname } from 'node:os'

/** Names and addresses by which any computer calls itself. */
const ownNames = new Set(['.', 'localhost', '127.0.0.1', '::1'])

/** Whether a host is the computer that the engine runs on; WMI refuses credentials for it (0x80041064). */
export const isLocalComputer = (host: string | null): boolean =>
  host === null || ownNames.has(host.toLowerCase()) || host.toLowerCase() === hostname().toLowerCase()

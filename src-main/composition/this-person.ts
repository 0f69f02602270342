import { hostname, userInfo } from 'node:os'

/** The person at this computer, as DOMAIN\user on Windows and user@host elsewhere; for the journal. */
export const thisPerson = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string => {
  const user = userName()
  if (platform !== 'win32') return `${user}@${hostname()}`
  return `${environment['USERDOMAIN'] ?? hostname()}\\${user}`
}

const userName = (): string => {
  try {
    return userInfo().username
  } catch {
    // A user without an entry in the system's list of users.
    return 'unknown'
  }
}

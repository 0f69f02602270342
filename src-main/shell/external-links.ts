/** Where the app's help links lead. */
const hosts = new Set(['learn.microsoft.com', 'support.microsoft.com'])

/**
 * Whether a link may be handed to the person's browser: https, on one of Microsoft's documentation sites, without a
 * user name or a port of its own.
 */
export const isHelpLink = (link: string): boolean => {
  try {
    const { protocol, hostname, port, username, password } = new URL(link)
    return protocol === 'https:' && hosts.has(hostname) && port === '' && username === '' && password === ''
  } catch {
    return false
  }
}

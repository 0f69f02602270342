import { AppFailure } from '../contract/app-error.ts'
import { flag, text } from '../wmi/cim-values.ts'
import type { Site } from '../wmi/wmi-session.ts'

const unknown = (cause?: unknown): AppFailure =>
  new AppFailure(
    {
      code: 'invalid-input',
      field: 'domains',
      message: 'No domain was given, and this computer is in no domain that could be asked instead.',
      remedy: 'Enter the domains to look in, for example "contoso.com".',
      retryable: false,
    },
    { cause },
  )

/**
 * The domain of the computer that the app runs on; in the Lab, of the computer that the technician sits at. Throws
 * AppFailure `invalid-input` (field `domains`) where it is in none or cannot be read.
 */
export const readOwnDomain = async (site: Site, signal: AbortSignal): Promise<string> => {
  try {
    const session = await site.connect({ host: null }, 'root\\cimv2', signal)
    try {
      const [row = {}] = await session.query('SELECT Name, Domain, PartOfDomain FROM Win32_ComputerSystem', signal)
      const domain = flag(row, 'PartOfDomain') ? text(row, 'Domain').toLowerCase() : ''
      if (domain !== '') return domain
    } finally {
      void session.close()
    }
  } catch (thrown) {
    signal.throwIfAborted()
    throw unknown(thrown)
  }
  throw unknown()
}

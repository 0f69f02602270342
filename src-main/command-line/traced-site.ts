import { isSetupKey } from '../licensing/setup-keys.ts'
import { maskProductKey } from '../licensing/product-key.ts'
import { confirmationIdMask, redactSecrets, secretMask } from '../licensing/redaction.ts'
import type { CimValue } from '../wmi/cim-values.ts'
import type { Site, WmiSession } from '../wmi/wmi-session.ts'

/** One call of WMI as the trace shows it. */
export type TracedCall =
  | { readonly op: 'query'; readonly wql: string }
  | {
      readonly op: 'call'
      readonly path: string
      readonly method: string
      readonly args: Readonly<Record<string, CimValue>>
    }
  | { readonly op: 'delete'; readonly path: string }

/** Longest argument that is shown; the text of a licence file is longer. */
const longestText = 400

const shortened = (text: string): string =>
  text.length <= longestText ? text : `${text.slice(0, longestText)}… (${text.length} characters)`

/** A parameter by its name as Windows spells it (slmgr.md 7.2 and 7.4); published client setup keys are no secret. */
const maskedArgument = (name: string, value: CimValue): CimValue => {
  if (Array.isArray(value))
    return value.map((item) => (typeof item === 'string' ? shortened(redactSecrets(item)) : item))
  if (typeof value !== 'string') return value
  const lower = name.toLowerCase()
  if (lower === 'productkey') return isSetupKey(value) ? value : maskProductKey(value)
  if (lower === 'confirmationid') return confirmationIdMask
  // An installation ID is no secret, but looks like a confirmation ID.
  if (lower === 'installationid') return value
  return lower.includes('password') ? secretMask : shortened(redactSecrets(value))
}

const maskedArguments = (input: Readonly<Record<string, CimValue>>): Readonly<Record<string, CimValue>> =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, maskedArgument(name, value)]))

const tracedSession = (session: WmiSession, trace: (call: TracedCall) => void): WmiSession => ({
  query: (wql, signal) => {
    trace({ op: 'query', wql: redactSecrets(wql) })
    return session.query(wql, signal)
  },
  call: (path, method, input = {}, signal) => {
    trace({ op: 'call', path, method, args: maskedArguments(input) })
    return session.call(path, method, input, signal)
  },
  deleteInstance: (path, signal) => {
    trace({ op: 'delete', path })
    return session.deleteInstance(path, signal)
  },
  close: () => session.close(),
})

/** A site whose every WMI call is told before it is made, secrets masked. */
export const tracedSite = (site: Site, trace: (call: TracedCall) => void): Site => ({
  ...site,
  connect: async (endpoint, namespace, signal) => tracedSession(await site.connect(endpoint, namespace, signal), trace),
})

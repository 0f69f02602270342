import type { Computer } from '../world/state.ts'
import type { ClassProvider } from './class-provider.ts'
import { directoryComputerProvider } from './directory.ts'
import { licensingProductProvider, tokenLicenseProvider } from './licensing-product.ts'
import { licensingServiceProvider } from './licensing-service.ts'
import { logEventProvider } from './log-events.ts'
import { dnsSrvProvider, dnsZoneProvider } from './microsoft-dns.ts'
import { netFirewallRuleProvider } from './net-firewall.ts'
import { registryProvider } from './registry-provider.ts'
import { adapterConfigurationProvider, computerSystemProvider, operatingSystemProvider } from './win32-computer.ts'
import { processProvider, serviceProvider } from './win32-services.ts'

const providers: readonly ClassProvider[] = [
  licensingServiceProvider,
  licensingProductProvider,
  tokenLicenseProvider,
  operatingSystemProvider,
  computerSystemProvider,
  adapterConfigurationProvider,
  serviceProvider,
  processProvider,
  logEventProvider,
  registryProvider,
  dnsZoneProvider,
  dnsSrvProvider,
  netFirewallRuleProvider,
  directoryComputerProvider,
]

/** A namespace as it is compared: lower case, backslashes, no leading ones. */
export const normaliseNamespace = (namespace: string): string =>
  namespace.toLowerCase().replaceAll('/', '\\').replace(/^\\+/, '')

const byNamespace = new Map<string, Map<string, ClassProvider>>()
for (const provider of providers) {
  for (const namespace of provider.namespaces) {
    const classes = byNamespace.get(namespace) ?? new Map<string, ClassProvider>()
    classes.set(provider.schema.name.toLowerCase(), provider)
    byNamespace.set(namespace, classes)
  }
}

/** The classes of a namespace that a computer has; null where it lacks the namespace. Names in lower case. */
export const classesIn = (computer: Computer, namespace: string): ReadonlyMap<string, ClassProvider> | null => {
  const classes = byNamespace.get(normaliseNamespace(namespace))
  if (!classes) return null
  const isInstalled = [...classes.values()].some(({ installed }) => installed?.(computer) ?? true)
  return isInstalled ? classes : null
}

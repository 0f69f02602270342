import type { HostRef } from '../../../src-main/contract/models/known-kms-host.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { hosts as words } from '../../strings/kms-hosts/hosts.ts'

/** What tells one remembered host from another. */
export const hostKey = (host: HostRef): string => {
  switch (host.place) {
    case 'this-computer':
      return 'this-computer'
    case 'network':
      return `network ${host.host.toLowerCase()}`
    case 'lab':
      return `lab ${host.scenario} ${host.host.toLowerCase()}`
  }
}

/** Where a host is, in words. */
export const placeText = (host: HostRef, chosenScenario: string | null): string => {
  switch (host.place) {
    case 'this-computer':
      return words.thisComputer
    case 'network':
      return words.onNetwork
    case 'lab':
      return host.scenario === chosenScenario ? words.inLab : words.inLabOf(host.scenario)
  }
}

/** The host as a target. @param credential an account on it, where one was typed */
export const targetOf = (
  host: HostRef,
  credential: { readonly user: string; readonly password: string } | null,
): TargetRef => (host.place === 'this-computer' || credential === null ? host : { ...host, credential })

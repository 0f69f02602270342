import type { Finding } from '../../contract/models/finding.ts'
import type { PrepareRemoteDraft } from '../../contract/models/remote-management.ts'
import { targetLabel } from '../../contract/models/target.ts'
import { checkRemoteOptions } from '../../licensing/remote-options.ts'
import { tokenFilter } from '../../licensing/wmi-firewall.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import type { Draft } from '../proposal.ts'
import { refuseInput } from './host-setting-steps.ts'

const filterMeaning: Finding = {
  check: 'token-filter-meaning',
  level: 'warning',
  message:
    'With LocalAccountTokenFilterPolicy at 1, whoever knows the password of a local administrator has all rights on this computer over the network. One password on many computers opens all of them.',
  remedy:
    'Use it for computers in a workgroup only, with a different password on each. In a domain, use a domain account.',
}

/**
 * Plans "Prepare remote management" on a computer that answers. Throws AppFailure `invalid-input` with the field of the
 * first option that cannot be carried out.
 */
export const planRemote = (
  { wizard, target, firewall, liftTokenFilter }: PrepareRemoteDraft,
  { computerName }: { readonly computerName: string },
): Draft => {
  const checked = checkRemoteOptions({ firewall, liftTokenFilter })
  if (checked.outcome === 'refused') {
    const [first] = checked.findings
    throw refuseInput(first ?? { check: 'remote-options', level: 'problem', message: 'The options cannot be used.' })
  }
  const name = target.place === 'this-computer' ? computerName : targetLabel(target)
  const steps: FrozenStep[] = []
  if (checked.firewall !== null) {
    const params =
      checked.firewall.rules === 'windows'
        ? { rules: 'windows' }
        : { rules: 'own', profiles: [...checked.firewall.profiles], remote: [...checked.firewall.remote] }
    steps.push({ kind: 'firewall.allow-wmi', params })
  }
  if (checked.liftTokenFilter)
    steps.push({ kind: 'registry.set-value', params: { ...tokenFilter, type: 'REG_DWORD', data: 1 } })
  return {
    wizard,
    title: `Prepare remote management: ${name}`,
    target,
    steps,
    secrets: [],
    consents: [],
    findings: checked.liftTokenFilter ? [filterMeaning] : [],
  }
}

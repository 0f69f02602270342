import type { Finding } from '../../contract/models/finding.ts'
import type { CheckedHostChange, HostRegistryValue } from '../../contract/models/kms-host-settings.ts'
import type { CheckedHostEdit } from '../../contract/models/plan.ts'
import { targetLabel } from '../../contract/models/target.ts'
import { valueFaults } from '../../licensing/host-registry-checks.ts'
import { defaultKmsPort } from '../../licensing/kms-facts.ts'
import { parsePublishList, publishListCautions } from '../../licensing/publish-list-lines.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import type { Draft } from '../proposal.ts'
import {
  checkedInterval,
  checkedPort,
  checkedRows,
  firewallStep,
  publishListStep,
  refuseInput,
  watchedRestartStep,
  verifyPublishingStep,
  verifyStep,
} from './host-setting-steps.ts'
import { settingStep } from './wanted-host-settings.ts'

interface Edit {
  readonly title: string
  readonly steps: readonly FrozenStep[]
  readonly findings?: readonly Finding[]
}

/** Every edit is of a host that exists: whether it is one, and activated, is looked at before anything is planned. */
const existing = { existing: true } as const

const cautions: readonly Finding[] = publishListCautions.map((message) => ({
  check: 'publish-caution',
  level: 'info',
  message,
}))

const staysInDns: Finding = {
  check: 'published-records-stay',
  level: 'info',
  message: 'Records that the host published already stay in DNS until somebody removes them.',
}

const portEdit = (port: number, openFirewall: boolean): Edit => ({
  title: `Change the port of the KMS host to ${port}`,
  steps: [
    settingStep({ setting: 'port', value: port }, existing),
    ...(openFirewall ? [firewallStep(port)] : []),
    watchedRestartStep,
    verifyStep,
  ],
})

const publishingEdit = (enabled: boolean, by: 'service' | 'registry'): Edit => ({
  title: enabled ? 'Let the KMS host publish itself in DNS' : 'Stop the KMS host from publishing itself in DNS',
  steps: [
    by === 'service'
      ? settingStep({ setting: 'dnsPublishing', value: enabled }, existing)
      : {
          kind: 'registry.set-values',
          params: {
            values: [{ name: 'DisableDnsPublishing', type: 'REG_DWORD', data: enabled ? 0 : 1 }],
            ...existing,
          },
        },
    watchedRestartStep,
    ...(enabled ? [verifyPublishingStep(null)] : []),
    verifyStep,
  ],
  ...(enabled ? {} : { findings: [staysInDns] }),
})

const importedDomains = (values: readonly HostRegistryValue[]): readonly string[] | null => {
  if (values.some(({ name, data }) => name === 'DisableDnsPublishing' && data !== 0)) return null
  const list = values.find((value) => value.type === 'REG_MULTI_SZ')
  if (list === undefined) return null
  const domains = parsePublishList(list.data).drafts.map(({ domain }) => domain)
  return domains.length === 0 ? null : domains
}

const importEdit = (values: readonly HostRegistryValue[]): Edit => {
  const [fault] = values.flatMap(valueFaults)
  if (fault) throw refuseInput({ ...fault, field: 'registryFile' })
  const port = values.find((value) => value.type === 'REG_SZ')
  const ownPort = port === undefined || Number(port.data) === defaultKmsPort ? null : Number(port.data)
  const domains = importedDomains(values)
  return {
    title: 'Write the settings of a .reg file to the KMS host',
    steps: [
      { kind: 'registry.set-values', params: { values: values.map((value) => ({ ...value })), ...existing } },
      ...(ownPort === null ? [] : [firewallStep(ownPort)]),
      watchedRestartStep,
      ...(domains === null ? [] : [verifyPublishingStep(domains)]),
      verifyStep,
    ],
    findings: domains === null ? [] : cautions,
  }
}

/** The service reads these when it starts; nothing is published anew, so that the report alone is looked at. */
const plainEdit = (title: string, step: FrozenStep): Edit => ({ title, steps: [step, watchedRestartStep, verifyStep] })

const editOf = (change: CheckedHostChange): Edit => {
  switch (change.setting) {
    case 'port':
      return portEdit(checkedPort(change.port), change.openFirewall)
    case 'dns-publishing':
      return publishingEdit(change.enabled, change.by)
    case 'publish-list': {
      const rows = change.domains.length === 0 ? [] : checkedRows(change.domains)
      const domains = rows.length === 0 ? null : rows.map(({ domain }) => domain)
      return {
        title:
          rows.length === 0 ? 'Delete the publish list of the KMS host' : 'Change the publish list of the KMS host',
        steps: [publishListStep(rows, existing), watchedRestartStep, verifyPublishingStep(domains), verifyStep],
        findings: cautions,
      }
    }
    case 'priority':
      return plainEdit(
        `Run the KMS host with ${change.low ? 'low' : 'normal'} priority`,
        settingStep({ setting: 'lowPriority', value: change.low }, existing),
      )
    case 'activation-interval':
      return plainEdit(
        'Change the activation interval of the KMS host',
        settingStep(
          { setting: 'activationInterval', value: checkedInterval('activationInterval', change.minutes) },
          existing,
        ),
      )
    case 'renewal-interval':
      return plainEdit(
        'Change the renewal interval of the KMS host',
        settingStep(
          { setting: 'renewalInterval', value: checkedInterval('renewalInterval', change.minutes) },
          existing,
        ),
      )
    case 'registry-values':
      return importEdit(change.values)
  }
}

/**
 * Plans one change of a KMS host that exists: the change, a firewall rule for a port, the restart of the licensing service
 * and what proves it. Throws AppFailure `invalid-input` with the field for a value that cannot be set.
 */
export const planHostEdit = (
  { wizard, target, change }: CheckedHostEdit,
  { computerName }: { readonly computerName: string },
): Draft => {
  const { title, steps, findings = [] } = editOf(change)
  const name = target.place === 'this-computer' ? computerName : targetLabel(target)
  return { wizard, title: `${title}: ${name}`, target, steps, secrets: [], consents: [], findings }
}

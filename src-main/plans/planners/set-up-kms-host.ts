import type { Finding } from '../../contract/models/finding.ts'
import type { CheckedKmsHostDraft } from '../../contract/models/plan.ts'
import { targetLabel } from '../../contract/models/target.ts'
import { isHostKeyGeneration } from '../../licensing/host-key-table.ts'
import { quoteInput } from '../../licensing/quote-input.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import type { Draft } from '../proposal.ts'
import { keyFindings, keyName, type KmsHostPlannerParts } from './host-key-findings.ts'
import {
  checkedPort,
  checkedRows,
  firewallStep,
  publishListStep,
  refuseInput,
  restartStep,
  verifyPublishingStep,
  verifyStep,
  watchedRestartStep,
} from './host-setting-steps.ts'
import { deferredSetting, dropsPublishList, settingStep, wantedHostSettings } from './wanted-host-settings.ts'

const activationSteps = ({ activation }: CheckedKmsHostDraft, lastFive: string): readonly FrozenStep[] => {
  switch (activation) {
    case 'online':
      return [{ kind: 'product.activate-online', params: { lastFive } }]
    case 'telephone':
      return [
        { kind: 'product.read-installation-id', params: { lastFive } },
        { kind: 'product.deposit-confirmation-id', params: { lastFive } },
      ]
    case 'later':
      return []
  }
}

const installStep = ({ hostKeyGeneration }: CheckedKmsHostDraft, lastFive: string): FrozenStep => {
  if (hostKeyGeneration !== null && !isHostKeyGeneration(hostKeyGeneration))
    throw refuseInput({
      check: 'host-key-generation',
      level: 'problem',
      field: 'hostKeyGeneration',
      message: `There is no generation of host keys named ${quoteInput(hostKeyGeneration)}.`,
      remedy: 'Choose one of the list.',
    })
  const generation = hostKeyGeneration === null ? {} : { generation: hostKeyGeneration }
  return { kind: 'product-key.install', params: { key: keyName, lastFive, purpose: 'kms-host', ...generation } }
}

const publishingSteps = (draft: CheckedKmsHostDraft) => {
  const { publishing, activation } = draft
  if (publishing.mode !== 'domains') return { write: dropsPublishList(draft) ? [publishListStep([])] : [], verify: [] }
  const rows = checkedRows(publishing.domains)
  // A host that is not activated publishes nothing, so that there is nothing to look for.
  const verify = activation === 'later' ? [] : [verifyPublishingStep(rows.map(({ domain }) => domain))]
  return { write: [publishListStep(rows)], verify }
}

/** Windows refuses to switch publishing off before activation, and an activated host publishes itself (kms.md 3, 9). */
const publishedOnce: Finding = {
  check: 'published-once',
  level: 'info',
  message:
    'Windows may publish the host in DNS when it is activated, before publishing can be switched off. Such a record stays in DNS.',
  remedy: 'Look at the KMS records of the domain afterwards, and remove the record of this host if it is there.',
}

/**
 * Plans "Set up a KMS host": snapshot, key, proof that it is a host key, activation (over the internet, by telephone, or
 * later), the settings that Windows refuses before activation, the publish list, firewall where wanted, restart of the
 * licensing service, verification. Where activation is left for later, those settings are deferred and said so. Throws
 * AppFailure `invalid-input` with the field for a key, port, interval or domain that cannot be used; `secret-missing`.
 */
export const planKmsHost = (draft: CheckedKmsHostDraft, parts: KmsHostPlannerParts): Draft => {
  const { lastFive, findings } = keyFindings(draft, parts)
  const name = draft.target.place === 'this-computer' ? parts.computerName : targetLabel(draft.target)
  const changes = wantedHostSettings(draft)
  const isDeferred = draft.activation === 'later'
  const publishing = publishingSteps(draft)
  const steps: readonly FrozenStep[] = [
    { kind: 'licensing.read-snapshot', params: {} },
    installStep(draft, lastFive),
    { kind: 'product-key.confirm-kms-host', params: { lastFive } },
    ...activationSteps(draft, lastFive),
    ...(isDeferred ? [] : changes.map((change) => settingStep(change))),
    ...publishing.write,
    ...(draft.openFirewall ? [firewallStep(checkedPort(draft.port))] : []),
    publishing.verify.length === 0 ? restartStep : watchedRestartStep,
    ...publishing.verify,
    verifyStep,
  ]
  return {
    wizard: draft.wizard,
    title: `Make ${name} a KMS host`,
    target: draft.target,
    steps,
    secrets: [{ name: keyName, label: `the KMS host key`, ref: draft.hostKey }],
    consents: ['kms-key-warning'],
    findings: draft.publishing.mode === 'none' ? [...findings, publishedOnce] : findings,
    deferred: isDeferred ? changes.map((change) => deferredSetting(draft.target, change)) : [],
  }
}

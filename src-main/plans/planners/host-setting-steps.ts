import { AppFailure } from '../../contract/app-error.ts'
import type { Finding } from '../../contract/models/finding.ts'
import type { PublishRow } from '../../contract/models/kms-host-settings.ts'
import { readInterval, readPort, type IntervalField, type ReadSetting } from '../../licensing/host-setting-input.ts'
import { defaultKmsPort } from '../../licensing/kms-facts.ts'
import { publishRowDraft, readPublishRows } from '../../licensing/publish-list.ts'
import type { FrozenStep } from '../frozen-plan.ts'

/** A refusal by field, made of a finding. */
export const refuseInput = ({ message, remedy, field, hresult }: Finding): AppFailure =>
  new AppFailure({
    code: 'invalid-input',
    message,
    ...(remedy === undefined ? {} : { remedy }),
    ...(field === undefined ? {} : { field }),
    ...(hresult === undefined ? {} : { hresult }),
    retryable: false,
  })

const valueOf = (read: ReadSetting): number => {
  if (read.outcome === 'value') return read.value
  throw refuseInput(read.finding)
}

/** A port that can be set. Throws AppFailure `invalid-input`, field `port`. */
export const checkedPort = (port: number): number => valueOf(readPort(String(port)))

/** An interval in minutes that can be set. Throws AppFailure `invalid-input` with the field. */
export const checkedInterval = (field: IntervalField, minutes: number): number =>
  valueOf(readInterval(field, String(minutes)))

/** Rows of a publish list that can be written. Throws AppFailure `invalid-input`, field `publishList[2].weight`. */
export const checkedRows = (rows: readonly PublishRow[]): readonly PublishRow[] => {
  const read = readPublishRows(rows.map(publishRowDraft))
  if (read.outcome === 'rows') return read.rows
  const [problem] = read.findings
  throw problem
    ? refuseInput(problem)
    : new AppFailure({ code: 'invalid-input', message: 'The list of domains cannot be used.', retryable: false })
}

/** Opens the firewall: Windows' own rule group for 1688, a rule of its own for every other port (kms.md 4). */
export const firewallStep = (port: number): FrozenStep =>
  port === defaultKmsPort
    ? { kind: 'firewall.allow-kms', params: {} }
    : { kind: 'firewall.allow-port', params: { port } }

/** Writes the publish list; rows were checked. */
export const publishListStep = (
  rows: readonly PublishRow[],
  more: Readonly<Record<string, true>> = {},
): FrozenStep => ({
  kind: 'kms-host.set-publish-list',
  params: { rows: rows.map(({ domain, priority, weight }) => ({ domain, priority, weight })), ...more },
})

/** Restarts the licensing service. */
export const restartStep: FrozenStep = { kind: 'service.restart-licensing', params: {} }
/** The same, remembering which events about publishing are older. */
export const watchedRestartStep: FrozenStep = { kind: 'service.restart-licensing', params: { events: true } }
/** Looks at the KMS host from all sides. */
export const verifyStep: FrozenStep = { kind: 'kms-host.verify', params: {} }

/** Looks for one event per domain; null stands for the host's own domain. */
export const verifyPublishingStep = (domains: readonly string[] | null): FrozenStep => ({
  kind: 'kms-host.verify-publishing',
  params: { domains: domains === null ? null : [...domains] },
})

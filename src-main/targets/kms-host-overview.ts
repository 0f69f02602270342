import type { ActionContext } from '../actions/action.ts'
import { readHostSettings } from '../actions/host-settings-reader.ts'
import { readTargetTime } from '../actions/licensing-events.ts'
import { readEvents } from '../actions/event-spans.ts'
import { readSnapshot } from '../actions/licensing-reader.ts'
import { elevationFindings } from '../actions/local-rights.ts'
import { isLostConnection } from '../actions/lost-connection.ts'
import { readService } from '../actions/windows-service.ts'
import { AppFailure, type AppError } from '../contract/app-error.ts'
import type { KmsHostOverview, KmsThreshold } from '../contract/models/kms-host-overview.ts'
import { targetLabel } from '../contract/models/target.ts'
import { kmsEvents } from '../licensing/event-descriptions.ts'
import { clientThreshold, licensingService, serverThreshold } from '../licensing/kms-facts.ts'
import { explainCount, forecastThreshold } from '../licensing/threshold-forecast.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { failureValue } from './failure-value.ts'
import { readRequestCounters } from './kms-host-counters.ts'
import { hostFindings } from './kms-host-findings.ts'
import { describeRequests, readRequests, type ReadRequests } from './kms-host-requests.ts'
import { settingsList } from './kms-host-settings-list.ts'

const day = 86_400_000
const mostPublishEvents = 50

type Part<T> = { readonly value: T; readonly error: null } | { readonly value: null; readonly error: AppError }

/** A part that Windows refuses does not spoil the rest; a lost connection does. */
const partOf = async <T>(context: ActionContext, read: () => Promise<T>): Promise<Part<T>> => {
  try {
    return { value: await read(), error: null }
  } catch (thrown) {
    const known = thrown instanceof WmiError || thrown instanceof AppFailure
    const error = failureValue(thrown, targetLabel(context.target))
    if (!known || isLostConnection(error)) throw thrown
    return { value: null, error }
  }
}

const thresholds = (count: number | null, requests: ReadRequests | null, now: Date): KmsThreshold[] =>
  ([['clients', clientThreshold] as const, ['servers', serverThreshold] as const] as const).map(([of, needed]) => ({
    of,
    needed,
    reached: count === null ? null : count >= needed,
    missing: count === null ? null : Math.max(0, needed - count),
    forecast: forecastThreshold({ now, count, threshold: needed, requests: requests?.requests ?? [] }),
  }))

/**
 * Looks at a KMS host from all sides: settings, count, counters, who asked (event 12290), publishing, and whether the KMS
 * interface answers. `hosts`: KMS hosts that clients can find, this one included. Reads only. Throws WmiError where the
 * computer cannot be read; what only a part needs is told in that part.
 */
export const readKmsHostOverview = async (
  context: ActionContext,
  { days, hosts }: { readonly days: number; readonly hosts: number },
): Promise<KmsHostOverview> => {
  const snapshot = await readSnapshot(context)
  const product = snapshot.products.find(({ kind }) => kind === 'kms-host') ?? null
  const isKmsHost = product !== null
  const licensed = product?.status === 'licensed'
  const now = await readTargetTime(context)
  const since = new Date(now.getTime() - days * day)
  const settings = await readHostSettings(context)
  const counters = await partOf(context, async () =>
    product === null ? null : readRequestCounters(context, product.activationId),
  )
  const requests = await partOf(context, () => readRequests(context, now, days))
  const publishing = await partOf(context, () =>
    readEvents(context, { log: 'Application', codes: [kmsEvents.srvFailed, kmsEvents.srvPublished], since }),
  )
  const service = await partOf(context, () => readService(context, licensingService))
  const endpoint = await context.site.probeKms(context.host ?? 'localhost', settings.port, context.signal)
  const [barred] = elevationFindings(context)
  const count = product?.currentCount ?? null
  const publishEvents = [...(publishing.value ?? [])].slice(0, mostPublishEvents)
  const serviceState = service.value?.state ?? null
  return {
    snapshot,
    isKmsHost,
    channel: product?.channel ?? null,
    licensed,
    settings: settingsList(settings, { isKmsHost, licensed, barred: barred?.message ?? null }),
    currentCount: count,
    thresholds: isKmsHost ? thresholds(count, requests.value, now) : [],
    countMeaning: count === null ? [] : [...explainCount({ count, threshold: clientThreshold, hosts })],
    counters: counters.value,
    requests: requests.value && describeRequests(requests.value, now, days),
    requestsError: requests.error,
    publishEvents,
    publishEventsError: publishing.error,
    endpoint,
    serviceState,
    findings: hostFindings({
      name: snapshot.fullName,
      isKmsHost,
      licensed,
      dnsPublishing: settings.dnsPublishing,
      endpoint,
      serviceState,
      publishEvents,
      requests: requests.value?.requests ?? [],
      truncated: requests.value?.truncated ?? false,
      now,
    }),
  }
}

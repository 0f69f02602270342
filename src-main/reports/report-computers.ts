import type { ComputerRow } from '../contract/models/estate.ts'
import { domainOf, namedHost } from '../deployment/host-key.ts'
import { formatCode } from '../licensing/result-code.ts'
import { channelNames, outcomeNames, outcomeSides } from './outcome-names.ts'
import { isSoon, type ReportChange, type ReportComputer, type ReportCount, type ReportSummary } from './report-model.ts'
import { localIsoOf } from './report-time.ts'
import { windowsText } from './report-words.ts'

/** Masks secrets in a text: notes and tags are typed by people, who may put a key there. */
export type Mask = (text: string) => string

const orNull = (iso: string | null): string | null => (iso === null ? null : localIsoOf(iso))
const masked = (text: string | null, mask: Mask): string | null => (text === null ? null : mask(text))

/** A row of the estate as a report shows it. The account with which it is reached is left out. */
export const reportComputer = (row: ComputerRow, mask: Mask): ReportComputer => ({
  name: row.name,
  host: row.host,
  group: masked(row.group, mask),
  tags: row.tags.map(mask),
  note: masked(row.note, mask),
  organisationalUnit: masked(row.ou, mask),
  windows: row.os?.caption ?? null,
  build: row.os?.build ?? null,
  outcome: row.outcome,
  state: outcomeNames[row.outcome],
  details: mask(row.outcomeText),
  whatToDo: masked(row.outcomeNext, mask),
  channel: row.licence === null ? null : channelNames[row.licence.kind],
  expiresAt: orNull(row.licence?.expiresAt ?? null),
  // Windows tells these five alone; should a row ever hold more, no more goes out.
  keyLastFive: row.licence?.partialKey?.slice(-5) ?? null,
  kmsHost: row.kmsHost,
  clientMachineId: row.cmid,
  isKmsHost: row.isKmsHost,
  kmsCount: row.currentCount,
  resultCode: row.hresult === null ? null : formatCode(row.hresult),
  lastScanAt: orNull(row.lastScanAt),
})

/** What changed at a computer since the scan before the last one; null where nothing did, or there was none. */
export const reportChange = (row: ComputerRow, mask: Mask): ReportChange | null =>
  row.previousOutcome === null || row.previousOutcome === row.outcome
    ? null
    : {
        name: row.name,
        group: masked(row.group, mask),
        outcome: row.outcome,
        before: outcomeNames[row.previousOutcome],
        now: outcomeNames[row.outcome],
        details: mask(row.outcomeText),
        whatToDo: masked(row.outcomeNext, mask),
        lastScanAt: orNull(row.lastScanAt),
      }

const counts = (map: ReadonlyMap<string, number>): readonly ReportCount[] =>
  [...map]
    .map(([name, count]) => ({ name, count }))
    .toSorted((left, right) => right.count - left.count || left.name.localeCompare(right.name))

const raise = (map: Map<string, number>, name: string): void => void map.set(name, (map.get(name) ?? 0) + 1)

const sides = { activated: 'activated', 'to-do': 'toDo', 'not-read': 'notRead' } as const

const hostName = (row: ComputerRow): string =>
  row.kmsHost === null ? 'No KMS host known' : namedHost(row.kmsHost, domainOf(row.name)).key

/** Counts computers one by one for the summary of a report that is made at `madeAt` (ISO 8601). */
export const createSummary = (madeAt: string) => {
  const figures = { computers: 0, activated: 0, toDo: 0, notRead: 0, endingSoon: 0, kmsHosts: 0 }
  const outcomes = new Map<string, number>()
  const systems = new Map<string, number>()
  const channels = new Map<string, number>()
  const hosts = new Map<string, number>()
  return {
    add(row: ComputerRow): void {
      figures.computers += 1
      figures[sides[outcomeSides[row.outcome]]] += 1
      if (row.isKmsHost) figures.kmsHosts += 1
      if (isSoon(row.licence?.expiresAt ?? null, madeAt)) figures.endingSoon += 1
      raise(outcomes, outcomeNames[row.outcome])
      raise(systems, row.os === null ? 'Not read yet' : windowsText(row.os.caption))
      raise(channels, row.licence === null ? 'Not read, or no product key' : channelNames[row.licence.kind])
      if (row.licence?.kind === 'kms-client') raise(hosts, hostName(row))
    },
    finish: (): ReportSummary => ({
      figures,
      byOutcome: counts(outcomes),
      byWindows: counts(systems),
      byChannel: counts(channels),
      byKmsHost: counts(hosts),
    }),
  }
}

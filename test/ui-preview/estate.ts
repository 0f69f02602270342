import { fail, ok, type Result } from '../../src-main/contract/app-error.ts'
import type { CallName } from '../../src-main/contract/channels.ts'
import {
  scanOutcomes,
  type ComputerRow,
  type EstatePlace,
  type SavedView,
  type ScanOutcome,
} from '../../src-main/contract/models/estate.ts'
import type { ComputerPreview } from '../../src-main/contract/models/estate-adding.ts'
import type { InputOf, OutputOf } from '../../src-main/contract/table.ts'

const systems = [
  { caption: 'Microsoft Windows 11 Enterprise', build: 26100, isServer: false },
  { caption: 'Microsoft Windows 10 Enterprise LTSC', build: 19044, isServer: false },
  { caption: 'Microsoft Windows Server 2022 Standard', build: 20348, isServer: true },
  { caption: 'Microsoft Windows Server 2025 Datacenter', build: 26100, isServer: true },
]
const sites = ['Berlin', 'Hamburg', 'Vienna', 'Zurich', 'Oslo']
const teams = ['Sales', 'Finance', 'Engineering', null]
const read: ReadonlySet<ScanOutcome> = new Set(['licensed', 'grace', 'notification', 'unlicensed', 'kms-host'])
const begin = Date.UTC(2026, 10, 22)

/** A plausible computer; all of it follows from its number. */
export const computerOf = (id: number, place: EstatePlace): ComputerRow => {
  const site = sites[id % sites.length] ?? 'Berlin'
  const outcome = (id % 3 > 0 ? 'licensed' : scanOutcomes[(id / 3) % scanOutcomes.length]) ?? 'licensed'
  const known = read.has(outcome)
  const name = `${site.slice(0, 3).toLowerCase()}-pc${String(id).padStart(5, '0')}.woodgrove.example`
  return {
    id,
    place,
    host: name,
    name,
    group: teams[id % teams.length] ?? null,
    tags: id % 7 === 0 ? ['pilot', `wave ${id % 4}`] : [],
    note: id % 50 === 0 ? 'Stands in the reception' : null,
    ou: `woodgrove.example/${site}/Clients`,
    source: 'directory',
    user: null,
    passwordNeeded: false,
    os: known ? (systems[id % systems.length] ?? null) : null,
    outcome,
    outcomeText: known ? 'The licence was read.' : 'Nothing was read.',
    outcomeNext: known ? null : 'Check that the computer is switched on, then scan it again.',
    licence: known
      ? {
          kind: outcome === 'kms-host' ? 'kms-host' : id % 11 === 0 ? 'mak' : 'kms-client',
          channel: 'VOLUME_KMSCLIENT',
          status: outcome === 'licensed' ? 'licensed' : 'notification',
          statusReason: 0,
          graceMinutes: 200_000,
          expiresAt: new Date(begin + (id % 180) * 86_400_000).toISOString(),
          partialKey: '2YT43',
        }
      : null,
    kmsHost: known ? `kms0${(id % 3) + 1}.woodgrove.example` : null,
    cmid: known ? `00000000-0000-4000-8000-${String(id).padStart(12, '0')}` : null,
    isKmsHost: outcome === 'kms-host',
    currentCount: outcome === 'kms-host' ? 50 : null,
    lastScanAt: outcome === 'never-scanned' ? null : new Date(begin - id * 60_000).toISOString(),
    previousOutcome: null,
    hresult: outcome === 'access-denied' ? 0x80070005 : null,
  }
}

type Answers = { [K in CallName]?: (input: InputOf<K>) => Result<OutputOf<K>> }

/** Answers about an estate of `count` computers, for the preview and the benchmark of the table. */
export const estateAnswers = (count: number): Answers => {
  let views: readonly SavedView[] = []
  const preview = (place: EstatePlace): ComputerPreview => ({
    previewId: crypto.randomUUID(),
    source: 'typed',
    csv: null,
    total: 3,
    known: 1,
    problemCount: 1,
    limited: false,
    entries: [1, 2, 3].map((id, index) => ({
      index,
      line: id,
      host: computerOf(id, place).host,
      group: 'Sales',
      tags: [],
      note: null,
      ou: null,
      osCaption: null,
      known: id === 1,
    })),
    problems: [
      {
        level: 'error',
        line: 4,
        field: 'name',
        value: 'pc 17!',
        message: 'A computer name has no “!” in it.',
        remedy: 'Correct the name, or take the line out.',
      },
    ],
  })
  return {
    'computers.list': ({ place, after, limit }) => {
      const from = (after ?? 0) + 1
      const end = Math.min(count, from + limit - 1)
      const rows = Array.from({ length: Math.max(0, end - from + 1) }, (_, at) => computerOf(from + at, place))
      return ok({ rows, next: end < count ? end : null, total: count })
    },
    'computers.preview': ({ place }) => ok(preview(place)),
    'computers.directory': ({ place }) => ok(preview(place)),
    'computers.upload': () => ok({ upload: crypto.randomUUID(), size: 1 }),
    'computers.add': () => fail({ code: 'disk-full', message: 'The disk is full.', retryable: true }),
    'computers.change': () => ok({ changed: 1 }),
    'computers.remove': ({ ids }) => ok({ removed: ids.length }),
    'groups.list': () => ok([]),
    'views.list': () => ok([...views]),
    'views.save': (view) => {
      views = [...views.filter(({ name }) => name !== view.name), view]
      return ok(undefined)
    },
    'views.remove': ({ name }) => {
      views = views.filter((view) => view.name !== name)
      return ok(undefined)
    },
  }
}

import type { ActionContext } from '../../../src-main/actions/action.ts'
import type { SrvLookup } from '../../../src-main/contract/models/kms-host-report.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { CimObject, CimValue } from '../../../src-main/wmi/cim-values.ts'
import { WmiError } from '../../../src-main/wmi/wmi-error.ts'
import { unusedSession, unusedSite } from '../../support/unused-site.ts'

type Input = Readonly<Record<string, CimValue>>

/** A computer of which only what a test needs is there; everything else fails as Windows does. */
export interface FakeWindows {
  /** Rows by class name. */
  rows: Record<string, readonly CimObject[]>
  /** Methods by name; they may change rows and registry. */
  methods: Record<string, (path: string, input: Input) => CimObject>
  /** Every query and call: "query CLASS" or "call METHOD". */
  readonly log: string[]
  readonly queries: string[]
  /** Values by key path in lower case. */
  readonly registry: Map<string, Map<string, string | number | readonly string[]>>
  srv: (name: string, server?: string) => SrvLookup
}

const done: CimObject = { ReturnValue: 0 }
const missing: CimObject = { ReturnValue: 2 }

const registryMethods = (windows: FakeWindows): FakeWindows['methods'] => {
  const keyOf = (input: Input) => windows.registry.get(String(input['sSubKeyName']).toLowerCase())
  const set = (member: string) => (_: string, input: Input) => {
    keyOf(input)?.set(String(input['sValueName']), input[member] as string | number | readonly string[])
    return keyOf(input) ? done : missing
  }
  return {
    EnumValues: (_, input) => {
      const key = keyOf(input)
      if (!key) return missing
      const types = [...key.values()].map((value) =>
        typeof value === 'string' ? 1 : typeof value === 'number' ? 4 : 7,
      )
      return { ReturnValue: 0, sNames: [...key.keys()], Types: types }
    },
    GetStringValue: (_, input) => {
      const value = keyOf(input)?.get(String(input['sValueName']))
      return typeof value === 'string' ? { ReturnValue: 0, sValue: value } : missing
    },
    GetDWORDValue: (_, input) => {
      const value = keyOf(input)?.get(String(input['sValueName']))
      return typeof value === 'number' ? { ReturnValue: 0, uValue: value } : missing
    },
    GetMultiStringValue: (_, input) => {
      const value = keyOf(input)?.get(String(input['sValueName']))
      return Array.isArray(value) ? { ReturnValue: 0, sValue: value } : missing
    },
    SetMultiStringValue: set('sValue'),
    SetStringValue: set('sValue'),
    SetDWORDValue: set('uValue'),
    CreateKey: (_, input) => {
      windows.registry.set(String(input['sSubKeyName']).toLowerCase(), new Map())
      return done
    },
    DeleteValue: (_, input) => (keyOf(input)?.delete(String(input['sValueName'])) ? done : missing),
    CheckAccess: (_, input) => (keyOf(input) ? done : missing),
  }
}

/** Makes an empty computer with a registry. */
export const createFakeWindows = (): FakeWindows => {
  const windows: FakeWindows = {
    rows: {},
    methods: {},
    log: [],
    queries: [],
    registry: new Map(),
    srv: (name, server) => ({ outcome: 'none', name, server: server ?? null }),
  }
  windows.methods = registryMethods(windows)
  return windows
}

/** The context of an action on a fake computer. Waits pass at once and move the clock on. */
export const contextOn = (
  windows: FakeWindows,
  options: {
    readonly target?: TargetRef
    readonly elevated?: boolean | null
    /** Results of earlier steps of the plan, by kind. */
    readonly earlier?: Readonly<Record<string, unknown>>
    readonly secret?: string
  } = {},
): ActionContext => {
  const target = options.target ?? { place: 'network', host: 'SRV01' }
  let time = Date.parse('2026-11-22T10:00:00.000Z')
  const session = async () => ({
    ...unusedSession,
    query: async (wql: string) => {
      const name = /FROM\s+(\w+)/i.exec(wql)?.[1] ?? ''
      windows.log.push(`query ${name}`)
      windows.queries.push(wql)
      const rows = windows.rows[name]
      if (!rows) throw new WmiError('query', 0x80041010, `There is no class ${name}.`)
      return rows
    },
    call: async (path: string, method: string, input: Input = {}) => {
      windows.log.push(`call ${method}`)
      const run = windows.methods[method]
      if (!run) throw new WmiError('call', 0x8004102e, `There is no method ${method}.`)
      return run(path, input)
    },
  })
  return {
    target,
    host: target.place === 'this-computer' ? null : target.host,
    elevated: options.elevated ?? null,
    earlier: (kind) => options.earlier?.[kind] ?? null,
    signal: new AbortController().signal,
    session,
    site: {
      ...unusedSite,
      connect: () => session(),
      resolveSrv: async (name, server) => windows.srv(name, server),
      probe: async (host, port) => ({ host, port, outcome: 'open', detail: null }),
    },
    secret: () => options.secret ?? 'BBBBB-CCCCC-DDDDD-FFFFF-GHJKM',
    note: () => {},
    wait: async (milliseconds) => {
      time += milliseconds
    },
    now: () => new Date(time),
  }
}

/** Rows of Win32_OperatingSystem for a Windows version. */
export const operatingSystem = (version: string, productType = 3): readonly CimObject[] => [
  { Version: version, BuildNumber: version.split('.')[2] ?? '0', ProductType: productType, OperatingSystemSKU: 7 },
]

/** A row of SoftwareLicensingProduct with a key. */
export const product = (description: string, lastFive: string, status = 2): CimObject => ({
  ID: `id-${lastFive}`,
  Name: `Product ${lastFive}`,
  Description: description,
  ApplicationID: '55c92734-d682-4d71-983e-d6ec3f16059f',
  PartialProductKey: lastFive,
  LicenseIsAddon: false,
  LicenseStatus: status,
  LicenseStatusReason: 0,
  GracePeriodRemaining: 0,
  IsKeyManagementServiceMachine: 0,
  KeyManagementServiceCurrentCount: 0xffffffff,
  RequiredClientCount: 25,
})

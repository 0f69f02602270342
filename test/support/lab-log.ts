import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One line of the Lab's log of calls, as far as the tests look at it. */
export interface LabCall {
  readonly op: string
  readonly host?: string
  readonly path?: string
  readonly method?: string
  readonly write?: boolean
  readonly hresult?: number
  readonly returnValue?: number
  readonly wql?: string
  readonly args?: Readonly<Record<string, unknown>>
  /** Process that asked: the engine of the step. */
  readonly pid?: number
  /** The call hangs by a fault: its answer never left. */
  readonly unanswered?: boolean
}

/** Reads the Lab's log of calls of a scenario from the app's user-data folder. A line torn by a kill is left out. */
export const readLabCalls = (userData: string, scenario = 'first-host'): LabCall[] => {
  const path = join(userData, 'lab', scenario, 'calls.jsonl')
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as LabCall]
      } catch {
        return []
      }
    })
}

/** How often each method was called on a host, by method name. */
export const countMethods = (calls: readonly LabCall[], host: string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const call of calls) {
    if (call.op !== 'call' || call.method === undefined || call.host?.toLowerCase() !== host.toLowerCase()) continue
    counts[call.method] = (counts[call.method] ?? 0) + 1
  }
  return counts
}

/** The methods with which the plan changes a computer. */
const writingMethods = ['InstallProductKey', 'SetStringValue', 'Activate', 'Create', 'StopService', 'StartService']

/** What a plan that ran through has written to its computer: the marker stands in both views of the registry. */
export const eachWriteOnce = [
  'InstallProductKey',
  'SetStringValue native',
  'SetStringValue wow64',
  'Activate',
  'Create',
  'StopService',
  'StartService',
] as const

const nameOfWrite = ({ method = '', args }: LabCall): string => {
  if (method !== 'SetStringValue') return method
  return /wow6432node/i.test(String(args?.['sSubKeyName'])) ? `${method} wow64` : `${method} native`
}

/** The calls by which a computer was changed, or was to be, in order. */
export const writingCalls = (calls: readonly LabCall[], host: string): readonly LabCall[] =>
  calls.filter(
    ({ op, method = '', host: at }) =>
      op === 'call' && writingMethods.includes(method) && at?.toLowerCase() === host.toLowerCase(),
  )

/** The same by name, the two views of the registry told apart. */
export const writesOn = (calls: readonly LabCall[], host: string): readonly string[] =>
  writingCalls(calls, host).map(nameOfWrite)

/** The calls that change a computer. The Lab's own first line is none of them. */
export const writesIn = (calls: readonly LabCall[]): LabCall[] =>
  calls.filter(({ op, write }) => op === 'call' && write === true)

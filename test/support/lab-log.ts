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

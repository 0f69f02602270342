import { create } from 'zustand'
import type { AppError } from '../../src-main/contract/app-error.ts'
import type { LabFaultInput } from '../../src-main/contract/models/lab-fault.ts'
import type { LabOverview, LabScenarios } from '../../src-main/contract/models/lab.ts'
import type { InputOf } from '../../src-main/contract/table.ts'
import { bridge } from '../bridge/bridge.ts'
import { reportTooLarge } from '../strings/lab/computers.ts'

/** The channels that change the Lab and answer with how it is then. */
type LabChange =
  | 'lab.choose'
  | 'lab.advance'
  | 'lab.setPower'
  | 'lab.setFault'
  | 'lab.clearFaults'
  | 'lab.allowKmsPublishing'
  | 'lab.reset'
  | 'lab.loadReport'

/** How the clock was moved on: the Lab right before and right after. */
export interface Advanced {
  readonly before: LabOverview
  readonly after: LabOverview
}

interface Lab {
  readonly overview: LabOverview | null
  readonly scenarios: LabScenarios | null
  /** Why the Lab could not be read. */
  readonly error: AppError | null
  /** What is being changed; one thing at a time. */
  readonly changing: LabChange | null
  /** Why the last change was not made. */
  readonly failure: AppError | null
  /** The last time that the clock was moved on; null after another scenario or a reset. */
  readonly advanced: Advanced | null
}

/** The Lab as main last described it. */
export const useLab = create<Lab>(() => ({
  overview: null,
  scenarios: null,
  error: null,
  changing: null,
  failure: null,
  advanced: null,
}))

/** Reads the Lab's computers, accounts and keys. */
export const loadLab = async (): Promise<void> => {
  const result = await bridge.call('lab.overview', undefined)
  useLab.setState(result.ok ? { overview: result.value, error: null } : { error: result.error })
}

/** Reads which scenarios there are. */
export const loadScenarios = async (): Promise<void> => {
  const result = await bridge.call('lab.scenarios', undefined)
  useLab.setState(result.ok ? { scenarios: result.value } : { error: result.error })
}

/** Takes the message about the last failed change away. */
export const forgetFailure = (): void => useLab.setState({ failure: null })

/** Makes one change; nothing while another one is on its way. Returns the Lab afterwards, null where it was not made. */
const change = async <K extends LabChange>(name: K, input: InputOf<K>): Promise<LabOverview | null> => {
  if (useLab.getState().changing !== null) return null
  useLab.setState({ changing: name, failure: null })
  const result = await bridge.call(name, input)
  if (!result.ok) {
    useLab.setState({ changing: null, failure: result.error })
    return null
  }
  useLab.setState({ changing: null, overview: result.value, error: null })
  return result.value
}

/** Shows another scenario, which main remembers. */
export const chooseScenario = async (scenario: string): Promise<boolean> => {
  const overview = await change('lab.choose', { scenario })
  if (overview === null) return false
  useLab.setState(({ scenarios }) => ({ advanced: null, scenarios: scenarios && { ...scenarios, chosen: scenario } }))
  return true
}

/** Moves the clock on. The Lab is read right before, so that what a plan did is not taken for what the clock did. */
export const advanceClock = async (minutes: number): Promise<Advanced | null> => {
  if (useLab.getState().changing !== null) return null
  const before = await bridge.call('lab.overview', undefined)
  if (!before.ok) {
    useLab.setState({ failure: before.error })
    return null
  }
  const after = await change('lab.advance', { minutes })
  if (after === null) return null
  const advanced = { before: before.value, after }
  useLab.setState({ advanced })
  return advanced
}

/** Switches a computer on or off. @param host its short name */
export const setPower = async (host: string, power: 'on' | 'asleep'): Promise<boolean> =>
  (await change('lab.setPower', { host, power })) !== null

/** Sets a fault. */
export const setFault = async (fault: LabFaultInput): Promise<boolean> => (await change('lab.setFault', fault)) !== null

/** Takes a fault away. @param id null for all of them */
export const clearFaults = async (id: string | null): Promise<boolean> =>
  (await change('lab.clearFaults', { id })) !== null

/** Lets all KMS hosts of the domain publish in a zone, as a domain administrator does. */
export const allowKmsPublishing = async (zone: string): Promise<boolean> =>
  (await change('lab.allowKmsPublishing', { zone })) !== null

/** Puts every computer of the scenario back to how it starts. */
export const resetLab = async (): Promise<boolean> => {
  if ((await change('lab.reset', undefined)) === null) return false
  useLab.setState({ advanced: null })
  return true
}

/** Bytes that no report exceeds: 4 MiB. */
const largestReport = 4 * 1024 * 1024

/** Makes a saved report of "Check this computer" a computer of the Lab. */
export const loadReportFile = async (file: File): Promise<boolean> => {
  if (file.size > largestReport) {
    useLab.setState({ failure: { code: 'invalid-input', field: 'text', retryable: false, ...reportTooLarge } })
    return false
  }
  return (await change('lab.loadReport', { text: await file.text() })) !== null
}

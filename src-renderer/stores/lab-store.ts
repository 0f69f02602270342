import { create } from 'zustand'
import type { AppError } from '../../src-main/contract/app-error.ts'
import type { LabOverview } from '../../src-main/contract/models/lab.ts'
import { bridge } from '../bridge/bridge.ts'

interface Lab {
  readonly overview: LabOverview | null
  readonly error: AppError | null
  readonly resetting: boolean
}

/** The Lab as main last described it. */
export const useLab = create<Lab>(() => ({ overview: null, error: null, resetting: false }))

/** Reads the Lab's computers, accounts and keys. */
export const loadLab = async (): Promise<void> => {
  const result = await bridge.call('lab.overview', undefined)
  useLab.setState(result.ok ? { overview: result.value, error: null } : { error: result.error })
}

/** Puts every computer of the Lab back to how the scenario starts. */
export const resetLab = async (): Promise<void> => {
  useLab.setState({ resetting: true })
  const result = await bridge.call('lab.reset', undefined)
  useLab.setState({
    resetting: false,
    ...(result.ok ? { overview: result.value, error: null } : { error: result.error }),
  })
}

import { create } from 'zustand'
import type { AppError } from '../../src-main/contract/app-error.ts'
import type { AppInfo } from '../../src-main/contract/models/app-info.ts'
import { bridge } from '../bridge/bridge.ts'

/** What main told about itself at start; null until it did. */
export const useAppInfo = create<{ readonly info: AppInfo | null; readonly error: AppError | null }>(() => ({
  info: null,
  error: null,
}))

/** Asks main once; called before the window is drawn. */
export const loadAppInfo = async (): Promise<void> => {
  const result = await bridge.call('app.info', undefined)
  useAppInfo.setState(result.ok ? { info: result.value, error: null } : { error: result.error })
}

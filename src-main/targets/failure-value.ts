import type { AppError } from '../contract/app-error.ts'
import { toAppError } from '../contract/app-error.ts'
import { withExplanation } from '../licensing/error-explanations.ts'
import { WmiError, wmiErrorToValue } from '../wmi/wmi-error.ts'
import { wmiRemedy } from '../wmi/wmi-remedies.ts'

/**
 * Anything that looking at a computer throws, as the value that people see. A failure of WMI keeps its code and
 * HRESULT and gets a remedy: the general one for its code, else what is known of the HRESULT.
 * @param target the name of the computer, where the caller knows it
 */
export const failureValue = (thrown: unknown, target?: string): AppError => {
  if (!(thrown instanceof WmiError)) return toAppError(thrown)
  const { target: named, ...value } = wmiErrorToValue(thrown, target ?? '')
  const error: AppError = target === undefined ? value : { ...value, ...(named ? { target: named } : {}) }
  const remedy = wmiRemedy(error.code)
  return remedy === undefined ? withExplanation(error) : { ...error, remedy }
}

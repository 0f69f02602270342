import { type AppError, toAppError } from '../contract/app-error.ts'
import { withExplanation } from '../licensing/error-explanations.ts'
import { WmiError, wmiErrorToValue } from '../wmi/wmi-error.ts'
import { wmiRemedy } from '../wmi/wmi-remedies.ts'

const explainWmi = (thrown: WmiError, targetName: string): AppError => {
  const error = wmiErrorToValue(thrown, targetName)
  const remedy = wmiRemedy(error.code)
  return withExplanation(remedy === undefined ? error : { ...error, remedy })
}

/** Turns what a step threw into the value that people see, Windows' code explained. `targetName` names the computer. */
export const explainFailure = (thrown: unknown, targetName: string): AppError => {
  const error = thrown instanceof WmiError ? explainWmi(thrown, targetName) : toAppError(thrown)
  return error.target === undefined ? { ...error, target: targetName } : error
}

import type { CimValue } from '../cim-values.ts'
import { hresults, WmiError } from '../wmi-error.ts'
import { declaredType, putProperty } from './class-object.ts'
import type { InterfacePointer } from './interface-pointer.ts'
import type { Failure } from './out-pointer.ts'
import { optional, receiveNow, required, using } from './out-pointer.ts'
import { CimTypeMismatch } from './variant-writing.ts'
import { failed, wbemClassObject } from './wbem-interfaces.ts'

/** The values of a call by parameter name. */
export type MethodInput = Readonly<Record<string, CimValue>>

const invalidParameter = (method: string, name: string, why: string): WmiError =>
  new WmiError(
    'call',
    hresults.wbemInvalidMethodParameters,
    `The method ${method} cannot take the parameter ${name}: ${why}.`,
  )

/** Sets every parameter in the CIM type of the signature. The error names the parameter and never its value. */
const putInput = (instance: InterfacePointer, method: string, input: MethodInput, failure: Failure): void => {
  for (const [name, value] of Object.entries(input)) {
    const cimType = declaredType(instance, name)
    if (cimType === undefined) throw invalidParameter(method, name, 'it has none of that name')
    try {
      const hresult = putProperty(instance, name, value, cimType)
      if (failed(hresult)) throw failure(hresult)
    } catch (error) {
      throw error instanceof CimTypeMismatch ? invalidParameter(method, name, error.message) : error
    }
  }
}

/**
 * Makes the in-parameters of a method from its class definition and gives them to `body`; undefined where the method
 * takes none. Throws WmiError: the method does not exist, a parameter does not, or a value does not fit.
 */
export const withParameters = async <T>(
  definition: InterfacePointer,
  method: string,
  input: MethodInput,
  failure: Failure,
  body: (parameters: InterfacePointer | undefined) => Promise<T>,
): Promise<T> => {
  const { library } = definition
  const signature = optional(
    receiveNow(library, (slot) => definition.callNow(wbemClassObject.getMethod, method, 0, slot, 0n)),
    failure,
  )
  if (!signature) {
    const [unexpected] = Object.keys(input)
    if (unexpected !== undefined) throw invalidParameter(method, unexpected, 'it takes no parameters')
    return body(undefined)
  }
  return using(signature, () =>
    using(
      required(
        receiveNow(library, (slot) => signature.callNow(wbemClassObject.spawnInstance, 0, slot)),
        failure,
      ),
      (instance) => {
        putInput(instance, method, input, failure)
        return body(instance)
      },
    ),
  )
}

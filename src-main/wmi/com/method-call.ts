import type { CimObject } from '../cim-values.ts'
import { hresults, wmiErrorCode } from '../wmi-error.ts'
import { wmiFailure } from '../wmi-messages.ts'
import { withBstrs } from './bstr.ts'
import { readObject } from './class-object.ts'
import type { InterfacePointer } from './interface-pointer.ts'
import type { MethodInput } from './method-parameters.ts'
import { withParameters } from './method-parameters.ts'
import type { Received } from './out-pointer.ts'
import { optional, receive, required, using } from './out-pointer.ts'
import type { Services } from './services.ts'
import { wbemServices } from './wbem-interfaces.ts'

/** The class that an object path speaks of: `Win32_Service` in `Win32_Service.Name="sppsvc"`. */
export const classOfPath = (path: string): string => /^[^.=]*/.exec(path)?.[0] ?? path

const getClass = ({ pointer }: Services, className: string): Promise<Received> =>
  withBstrs(pointer.library, [className], ([path]) =>
    receive(pointer.library, (slot) => pointer.call(wbemServices.getObject, path, 0, 0n, slot, 0n)),
  )

const execute = (
  { pointer }: Services,
  path: string,
  method: string,
  parameters: InterfacePointer | undefined,
): Promise<Received> =>
  withBstrs(pointer.library, [path, method], ([pathText, methodText]) =>
    receive(pointer.library, (slot) =>
      pointer.call(wbemServices.execMethod, pathText, methodText, 0, 0n, parameters?.address ?? 0n, slot, 0n),
    ),
  )

/**
 * Calls a method: the class is fetched for the method's signature, the in-parameters are filled by it, the
 * out-parameters are read back with `ReturnValue`. Throws WmiError. ExecMethod is made synchronously on its worker, so
 * there is no IWbemCallResult to protect; once sent, it runs to its end.
 */
export const runMethod = async (
  services: Services,
  path: string,
  method: string,
  input: MethodInput,
  signal: AbortSignal,
): Promise<CimObject> => {
  const failure = (hresult: number): Error =>
    wmiFailure('call', hresult, { computer: services.computer, subject: `${classOfPath(path)}.${method}` })
  const definition = required(await getClass(services, classOfPath(path)), (hresult) => {
    // GetObject says "not found" of a class that does not exist.
    const subject = `the class ${classOfPath(path)}`
    const code = hresult === hresults.wbemNotFound ? 'wmi-invalid-class' : wmiErrorCode(hresult)
    return wmiFailure('call', hresult, { computer: services.computer, subject }, code)
  })
  return using(definition, () =>
    withParameters(definition, method, input, failure, async (parameters) => {
      // The last look before anything can change: what is cancelled here has not been sent.
      signal.throwIfAborted()
      const output = optional(await execute(services, path, method, parameters), failure)
      if (!output) return {}
      return using(output, () => {
        const read = readObject(output)
        if (!read.ok) throw failure(read.hresult)
        return read.object
      })
    }),
  )
}

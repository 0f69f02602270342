import { labError, labHresults } from '../lab-error.ts'
import { activationTypes } from '../licensing/product-settings.ts'
import { numberInput, type MethodCall } from './class-provider.ts'

/** Refuses a parameter with 0x80070057. Throws WmiError. */
export const invalid = (what: string): never => {
  throw labError('call', labHresults.invalidParameter, what)
}

/** assumed: the service takes ports from 1 to 65535 (slmgr.md 8.4). Throws WmiError. */
export const portInput = (call: MethodCall): number => {
  const port = numberInput(call, 'PortNumber')
  return port >= 1 && port <= 65_535 ? port : invalid('The port is not between 1 and 65535.')
}

/** documented: outside 1 to 3 there is no activation type (slmgr.md 7.5). assumed: 0x80070057. Throws WmiError. */
export const activationTypeInput = (call: MethodCall): number => {
  const type = numberInput(call, 'ActivationType')
  return type >= activationTypes.activeDirectory && type <= activationTypes.token
    ? type
    : invalid('The activation type is not 1, 2 or 3.')
}

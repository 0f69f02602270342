import { formatHresult, hresults, WmiError, type WmiOperation } from '../wmi/wmi-error.ts'

/** Further HRESULTs that the Lab answers with. */
export const labHresults = {
  ...hresults,
  wbemTypeMismatch: 0x80041005,
  wbemAlreadyExists: 0x80041019,
  wbemProviderNotCapable: 0x80041024,
  wbemInvalidObjectPath: 0x8004103a,
  dnsNameDoesNotExist: 0x8007232b,
  noInternet: 0x80072ee7,
  invalidKey: 0xc004f050,
  wrongEdition: 0xc004f069,
  noProductKey: 0xc004f014,
  activationsSpent: 0xc004c008,
  makSpent: 0xc004c020,
  countTooLow: 0xc004f038,
  kmsNotEnabled: 0xc004f039,
  kmsNotActivated: 0xc004f041,
  kmsMismatch: 0xc004f042,
  clockSkew: 0xc004f06c,
  noKmsReached: 0xc004f074,
  serviceStopping: 0xc004f075,
  noRearmLeft: 0xc004d307,
  noVirtualHost: 0xc004fd01,
  virtualHostNotActivated: 0xc004fd02,
  confirmationFormat: 0xc004f02c,
  confirmationMismatch: 0xc004f031,
  invalidParameter: 0x80070057,
  rpcCallFailed: 0x800706be,
} as const

/** A failure as the Lab reports it. */
export const labError = (operation: WmiOperation, hresult: number, what: string): WmiError =>
  new WmiError(operation, hresult, `${what} (${formatHresult(hresult)})`)

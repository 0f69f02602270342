import type { PortProbe, SrvLookup } from '../contract/models/kms-host-report.ts'
import type { CimObject, CimValue } from './cim-values.ts'

/** A user name and its password in clear. Lives only in memory, on its way to the transport. */
export interface Credential {
  readonly user: string
  readonly password: string
}

/** Where to connect: a host name, or null for the computer that the engine runs on. */
export interface Endpoint {
  readonly host: string | null
  readonly credential?: Credential
}

/**
 * A connection to one namespace of one computer. Free of COM types, so that other transports fit. All methods throw
 * WmiError (wmi/wmi-error.ts); an aborted signal rejects with an AbortError-like WmiError of code `cancelled`, while
 * Windows may still carry the call out.
 */
export interface WmiSession {
  /** Runs a WQL query and returns all rows. An unknown class or property fails as WMI fails (0x80041010, 0x80041017). */
  query(wql: string, signal?: AbortSignal): Promise<readonly CimObject[]>
  /**
   * Calls a method. `path` is a relative object path (`Win32_Service.Name="sppsvc"`) or a class name for a static method.
   * Parameters go by name. Returns the out-parameters with `ReturnValue`; a non-zero ReturnValue is not an exception.
   */
  call(
    path: string,
    method: string,
    input?: Readonly<Record<string, CimValue>>,
    signal?: AbortSignal,
  ): Promise<CimObject>
  /** Releases the connection. Never throws. */
  close(): Promise<void>
}

/** A place where computers are: the real network or a Lab. Everything that leaves the process goes through it. */
export interface Site {
  /** Connects to a namespace (`root\cimv2`) of a computer. Throws WmiError. */
  connect(endpoint: Endpoint, namespace: string, signal?: AbortSignal): Promise<WmiSession>
  /** Asks for `_vlmcs._tcp.<domain>`-like SRV records; with `server`, asks that server alone. Never throws: the answer says what happened. */
  resolveSrv(name: string, server?: string, signal?: AbortSignal): Promise<SrvLookup>
  /** Tries to open a TCP connection. Never throws: the answer says what happened. */
  probe(host: string, port: number, signal?: AbortSignal): Promise<PortProbe>
}

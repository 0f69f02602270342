import type { Result } from '../contract/app-error.ts'
import type { AuthoritativeLookup, KmsEndpointProbe, SrvChange, TsigAlgorithm } from '../contract/models/dns.ts'
import type { PortProbe, SrvLookup, SrvRecord } from '../contract/models/kms-host-report.ts'
import type { CimObject, CimValue } from './cim-values.ts'

/** A user name and its password in clear. Lives only in memory, on its way to the transport. */
export interface Credential {
  readonly user: string
  readonly password: string
}

/** A TSIG key in clear. Lives only in memory, on its way to the DNS server. */
export interface TsigCredential {
  readonly name: string
  readonly algorithm: TsigAlgorithm
  /** Base64 text. */
  readonly secret: string
}

/** A change of the SRV records of one name by dynamic update (RFC 2136). */
export interface SrvUpdate {
  /** The zone, as its SOA record names it. */
  readonly zone: string
  /** `_vlmcs._tcp.<domain>`. */
  readonly owner: string
  /** All SRV records of that name as the person saw them; the server refuses the change where they differ by now. */
  readonly seen: readonly SrvRecord[]
  readonly change: SrvChange
  /** The primary server of the zone: a name or an address, `host:port` allowed. */
  readonly server: string
  /** Null sends the change unsigned. */
  readonly key: TsigCredential | null
  /** `udp-first` (also where absent) goes on to TCP where the message is too long or the answer was cut off. */
  readonly transport?: 'udp-first' | 'tcp' | undefined
}

/** A change that the DNS server said was made. `signed`: its word is proven by the TSIG signature of its answer. */
export interface SrvUpdateDone {
  readonly server: string
  readonly over: 'udp' | 'tcp'
  readonly signed: boolean
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
  /**
   * Deletes an instance by its relative path, as WMI gives it in `__RELPATH`. One that is not there fails with
   * 0x80041002, a class whose instances cannot be deleted with 0x80041024.
   */
  deleteInstance(path: string, signal?: AbortSignal): Promise<void>
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
  /**
   * Asks every server of a domain's zone for its KMS records, past all caches. `servers` are where the search for the zone
   * begins; without them, this computer's own. Never throws: the answer says what happened.
   */
  lookupAuthoritative(domain: string, servers?: readonly string[], signal?: AbortSignal): Promise<AuthoritativeLookup>
  /** Changes one SRV record by dynamic update, signed where a key is given. Never throws: errors are values. */
  updateSrv(update: SrvUpdate, signal?: AbortSignal): Promise<Result<SrvUpdateDone>>
  /** Asks whether the KMS interface answers behind a port; no activation is asked for. Never throws. */
  probeKms(host: string, port: number, signal?: AbortSignal): Promise<KmsEndpointProbe>
}

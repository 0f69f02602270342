import type { CimObject } from '../../../src-main/wmi/cim-values.ts'
import { openLab, type Lab, type LabSession } from '../../../src-main/lab/open-lab.ts'

/** The fictional host key of the scenario first-host. */
export const hostKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RTB'
export const srvName = '_vlmcs._tcp.corp.northwind.test'
export const localMachine = 0x80000002
export const licensingKey = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SoftwareProtectionPlatform'

/** A Lab in memory whose calls take no time. */
export const quickLab = (): Lab => openLab('first-host', { latencyMs: 0 })

export const connectTo = (lab: Lab, host: string, namespace = 'root\\cimv2'): Promise<LabSession> =>
  lab.connect({ host, namespace })

export const only = async (session: LabSession, wql: string): Promise<CimObject> => {
  const rows = await session.query(wql)
  const [row] = rows
  if (!row || rows.length !== 1) throw new Error(`${rows.length} rows for: ${wql}`)
  return row
}

export const pathOf = (row: CimObject): string => String(row['__RELPATH'])

export const service = (session: LabSession): Promise<CimObject> =>
  only(session, 'SELECT * FROM SoftwareLicensingService')

export const keyedProduct = (session: LabSession): Promise<CimObject> =>
  only(session, 'SELECT * FROM SoftwareLicensingProduct WHERE PartialProductKey <> null')

export const installKey = async (session: LabSession, key: string): Promise<CimObject> =>
  session.call(pathOf(await service(session)), 'InstallProductKey', { ProductKey: key })

export const activate = async (session: LabSession): Promise<CimObject> =>
  session.call(pathOf(await keyedProduct(session)), 'Activate')

/** Waits until a query gives what is wanted; the test's own time limit ends a wait in vain. */
export const until = async <T>(ask: () => Promise<T>, isWanted: (value: T) => boolean): Promise<T> => {
  for (;;) {
    const value = await ask()
    if (isWanted(value)) return value
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export const serviceState = async (session: LabSession, name = 'sppsvc'): Promise<string> =>
  String((await only(session, `SELECT State FROM Win32_Service WHERE Name = '${name}'`))['State'])

/** Stops and starts the licensing service and waits for both. */
export const restartLicensing = async (session: LabSession): Promise<void> => {
  await session.call('Win32_Service.Name="sppsvc"', 'StopService')
  await until(
    () => serviceState(session),
    (state) => state === 'Stopped',
  )
  await session.call('Win32_Service.Name="sppsvc"', 'StartService')
  await until(
    () => serviceState(session),
    (state) => state === 'Running',
  )
}

/** First insertion strings of the events of one kind, oldest first. */
export const eventData = async (session: LabSession, log: string, id: number): Promise<readonly string[][]> => {
  const rows = await session.query(
    `SELECT InsertionStrings, RecordNumber FROM Win32_NTLogEvent WHERE Logfile = '${log}' AND EventCode = ${id}`,
  )
  return rows
    .toSorted((left, right) => Number(left['RecordNumber']) - Number(right['RecordNumber']))
    .map((row) => [...((row['InsertionStrings'] ?? []) as string[])])
}

export const openFirewall = async (session: LabSession): Promise<void> => {
  await session.call('Win32_Process', 'Create', {
    CommandLine: 'netsh advfirewall firewall set rule group="@FirewallAPI.dll,-28002" new enable=yes',
  })
}

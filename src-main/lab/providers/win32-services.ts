import { text } from '../../wmi/cim-values.ts'
import { createProcess } from '../machine/processes.ts'
import { serviceCodes, startService, stopService } from '../machine/services.ts'
import { processSchema, serviceSchema } from '../schema/win32-services.ts'
import { cimv2, textInput, type ClassProvider } from './class-provider.ts'

/** Win32_Service. */
export const serviceProvider: ClassProvider = {
  schema: serviceSchema,
  namespaces: [cimv2],
  rows: (scene) => {
    const { services, name: computerName } = scene.computer()
    return Object.values(services).map(({ name, displayName, path, startMode, account, phase, processId }) => ({
      Name: name,
      DisplayName: displayName,
      Caption: displayName,
      Description: displayName,
      State: phase,
      Status: 'OK',
      StartMode: startMode,
      PathName: path,
      StartName: account,
      ServiceType: 'Own Process',
      ErrorControl: 'Normal',
      SystemName: computerName,
      Started: phase !== 'Stopped',
      AcceptStop: phase === 'Running',
      AcceptPause: false,
      DesktopInteract: false,
      DelayedAutoStart: startMode === 'Auto',
      ProcessId: processId,
      ExitCode: 0,
      ServiceSpecificExitCode: 0,
      CheckPoint: 0,
      WaitHint: 0,
      TagId: 0,
    }))
  },
  invoke: ({ scene, method, instance }) => {
    const name = text(instance ?? {}, 'Name')
    switch (method) {
      case 'StartService':
        return { ReturnValue: startService(scene, name) }
      case 'StopService':
        return { ReturnValue: stopService(scene, name) }
      default:
        return { ReturnValue: serviceCodes.done }
    }
  },
}

/** Win32_Process: the licensing services' processes and what Create started. */
export const processProvider: ClassProvider = {
  schema: processSchema,
  namespaces: [cimv2],
  rows: (scene) => {
    const { services, processes, name: computerName } = scene.computer()
    const ofServices = Object.values(services).flatMap(({ processId, path }) =>
      processId === 0 ? [] : [{ processId, name: path.replace(/^.*\\/, ''), commandLine: path, startedAt: null }],
    )
    return [...ofServices, ...Object.values(processes)].map(({ processId, name, commandLine, startedAt }) => ({
      Handle: String(processId),
      ProcessId: processId,
      ParentProcessId: 4,
      SessionId: 0,
      Name: name,
      Caption: name,
      CommandLine: commandLine,
      CSName: computerName,
      CreationDate: startedAt === null ? null : new Date(startedAt),
    }))
  },
  invoke: (call) => {
    const { code, processId } = createProcess(call.scene, textInput(call, 'CommandLine'))
    return { ReturnValue: code, ProcessId: processId }
  },
}

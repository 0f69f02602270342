import { method, properties, type ClassSchema } from './class-schema.ts'

/** documented: CIMWin32 provider, Win32_Service. */
export const serviceSchema: ClassSchema = {
  name: 'Win32_Service',
  keys: ['Name'],
  properties: [
    ...properties(
      'string',
      'Name DisplayName Caption Description State Status StartMode PathName StartName ServiceType ErrorControl SystemName',
    ),
    ...properties('boolean', 'Started AcceptStop AcceptPause DesktopInteract'),
    ...properties('boolean', 'DelayedAutoStart', { since: '2019' }),
    ...properties('uint32', 'ProcessId ExitCode ServiceSpecificExitCode CheckPoint WaitHint TagId'),
  ],
  methods: [method('StartService'), method('StopService'), method('InterrogateService')],
}

/** documented: CIMWin32 provider, Win32_Process. */
export const processSchema: ClassSchema = {
  name: 'Win32_Process',
  keys: ['Handle'],
  properties: [
    ...properties('string', 'Handle Name Caption CommandLine ExecutablePath CSName'),
    ...properties('uint32', 'ProcessId ParentProcessId SessionId'),
    ...properties('datetime', 'CreationDate'),
  ],
  methods: [
    method('Create', 'CommandLine:string CurrentDirectory?:string ProcessStartupInformation?:string', {
      static: true,
    }),
  ],
}

/** documented: event log provider, Win32_NTLogEvent. */
export const logEventSchema: ClassSchema = {
  name: 'Win32_NTLogEvent',
  keys: ['Logfile', 'RecordNumber'],
  properties: [
    ...properties('string', 'Logfile SourceName ComputerName Message Type CategoryString User'),
    ...properties('string', 'InsertionStrings', { array: true }),
    ...properties('uint8', 'EventType'),
    ...properties('uint8', 'Data', { array: true }),
    ...properties('uint16', 'EventCode Category'),
    ...properties('uint32', 'RecordNumber EventIdentifier'),
    ...properties('datetime', 'TimeGenerated TimeWritten'),
  ],
  methods: [],
}

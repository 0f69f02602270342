import { logEventSchema } from '../schema/win32-services.ts'
import { cimv2, type ClassProvider } from './class-provider.ts'

const typeNames = { 1: 'Error', 2: 'Warning', 3: 'Information' } as const

/** Qualifiers of information records in raw logs (events.json): the identifier holds more than the code. */
const informationBit = 0x40000000

/** Win32_NTLogEvent. The message is left to the reader's own words: data is read by position (events.json). */
export const logEventProvider: ClassProvider = {
  schema: logEventSchema,
  namespaces: [cimv2],
  rows: (scene) => {
    const { events, name } = scene.computer()
    return Object.values(events)
      .toReversed()
      .map(({ log, record, id, type, source, time, data }) => ({
        Logfile: log,
        RecordNumber: record,
        EventCode: id,
        EventIdentifier: type === 3 ? id + informationBit : id,
        EventType: type,
        Type: typeNames[type],
        Category: 0,
        CategoryString: null,
        SourceName: source,
        ComputerName: name,
        TimeGenerated: new Date(time),
        TimeWritten: new Date(time),
        InsertionStrings: data.length === 0 ? null : [...data],
        Message: data.join('\r\n'),
        User: null,
        Data: null,
      }))
  },
}

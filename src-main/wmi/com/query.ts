import type { CimObject } from '../cim-values.ts'
import { wmiFailure } from '../wmi-messages.ts'
import { withBstrs } from './bstr.ts'
import { readObject } from './class-object.ts'
import { InterfacePointer } from './interface-pointer.ts'
import { readInt32, readPointer, withMemory } from './native-memory.ts'
import { receive, required } from './out-pointer.ts'
import type { Services } from './services.ts'
import { withProxy } from './services.ts'
import { enumWbemClassObject, failed, wbemFlags, wbemServices, wbemSuccess } from './wbem-interfaces.ts'

/** How long one Next may wait before it looks whether anybody still wants the answer; and how many rows it asks for. */
const sliceMilliseconds = 500
const rowsPerSlice = 32

/** Asks for the next rows. Every object that came is read and released, also when the slice ended with an error. */
const nextRows = (
  enumerator: InterfacePointer,
): Promise<{ readonly rows: readonly CimObject[]; readonly hresult: number }> => {
  const { library } = enumerator
  const countOffset = rowsPerSlice * 8
  return withMemory(library, countOffset + 8, async (slots) => {
    const counted = slots + BigInt(countOffset)
    const hresult = await enumerator.call(enumWbemClassObject.next, sliceMilliseconds, rowsPerSlice, slots, counted)
    const rows: CimObject[] = []
    let failure: number | undefined
    for (let index = 0; index < readInt32(library, counted); index += 1) {
      const object = new InterfacePointer(library, readPointer(library, slots, index * 8))
      try {
        const read = readObject(object)
        if (read.ok) rows.push(read.object)
        else failure ??= read.hresult
      } finally {
        object.releaseNow()
      }
    }
    return { rows, hresult: failure ?? hresult }
  })
}

/**
 * Runs a WQL query semisynchronously: ExecQuery comes back at once, the rows follow in slices. Between slices the
 * signal is heard. Throws WmiError.
 */
export const runQuery = async (services: Services, wql: string, signal: AbortSignal): Promise<readonly CimObject[]> => {
  const failure = (hresult: number): Error => wmiFailure('query', hresult, { computer: services.computer })
  const { pointer } = services
  const flags = wbemFlags.returnImmediately | wbemFlags.forwardOnly
  const received = await withBstrs(pointer.library, ['WQL', wql], ([language, query]) =>
    receive(pointer.library, (slot) => pointer.call(wbemServices.execQuery, language, query, flags, 0n, slot)),
  )
  const enumerator = required(received, failure)
  return withProxy(services, enumerator, 'query', async () => {
    const rows: CimObject[] = []
    for (;;) {
      signal.throwIfAborted()
      const slice = await nextRows(enumerator)
      if (failed(slice.hresult)) throw failure(slice.hresult)
      rows.push(...slice.rows)
      if (slice.hresult === wbemSuccess.noMoreData) return rows
    }
  })
}

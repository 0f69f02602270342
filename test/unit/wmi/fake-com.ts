import type { ComLibrary } from '../../../src-main/wmi/com/com-library.ts'
import type { KoffiFunction } from '../../../src-main/wmi/com/koffi-types.ts'
import { emptyLedger } from '../../../src-main/wmi/com/ledger.ts'

type Native = (...args: unknown[]) => number

/** One call of CoSetProxyBlanket. */
export interface Blanket {
  readonly proxy: string
  readonly authentication: unknown
  readonly impersonation: unknown
  readonly identity: bigint
}

/** A COM that keeps everything in memory of its own and writes down, in order, what it is asked. */
export interface FakeCom {
  readonly library: ComLibrary
  readonly log: string[]
  readonly blankets: Blanket[]
  /** Bytes of each block at the moment in which it was freed. */
  readonly freed: Map<bigint, Buffer>
  /** What CoSetProxyBlanket answers. */
  blanketResult: number
  /** What Next answers, one after the other; the last one for good. */
  nextResults: number[]
}

const koffiFunction = (run: Native): KoffiFunction =>
  Object.assign((...args: unknown[]) => run(...args), {
    async: (...args: unknown[]) => {
      const settle = args.pop() as (error: unknown, result: unknown) => void
      queueMicrotask(() => settle(null, run(...args)))
    },
  })

const readers: Readonly<Record<string, (block: Buffer, at: number) => unknown>> = {
  'void *': (block, at) => block.readBigUInt64LE(at) || null,
  int32: (block, at) => block.readInt32LE(at),
  uint16: (block, at) => block.readUInt16LE(at),
}
const writers: Readonly<Record<string, (block: Buffer, at: number, value: never) => unknown>> = {
  uint8: (block, at, value) => block.writeUInt8(value, at),
  uint16: (block, at, value) => block.writeUInt16LE(value, at),
  uint32: (block, at, value) => block.writeUInt32LE(value, at),
  int32: (block, at, value) => block.writeInt32LE(value, at),
  uint64: (block, at, value) => block.writeBigUInt64LE(value, at),
}

/** Makes a COM with a locator, a connection and an enumerator without rows. */
export const createFakeCom = (): FakeCom => {
  const blocks = new Map<bigint, Buffer>()
  const functions = new Map<bigint, Native>()
  const names = new Map<bigint, string>()
  let top = 0x10000n

  const alloc = (bytes: number): bigint => {
    const address = top
    blocks.set(address, Buffer.alloc(bytes))
    top += BigInt(bytes) + 64n
    return address
  }
  const find = (address: bigint, offset = 0): readonly [Buffer, number] => {
    for (const [base, block] of blocks) {
      const at = Number(address - base) + offset
      if (at >= 0 && at < block.length) return [block, at]
    }
    throw new Error(`Memory at ${address}+${offset} is not allocated.`)
  }
  const write = (type: string, address: bigint, offset: number, value: unknown): void => {
    const [block, at] = find(address, offset)
    writers[type]?.(block, at, value as never)
  }
  const put = (slot: unknown, pointer: bigint): number => {
    write('uint64', slot as bigint, 0, pointer)
    return 0
  }
  const textAt = (address: unknown): string | null =>
    address === 0n ? null : (blocks.get(address as bigint)?.toString('utf16le') ?? 'not a BSTR')

  const fake: Omit<FakeCom, 'library'> = {
    log: [],
    blankets: [],
    freed: new Map(),
    blanketResult: 0,
    nextResults: [1],
  }

  /** An object with methods by vtable slot; QueryInterface and Release come of themselves. */
  const makeObject = (name: string, methods: Readonly<Record<number, Native>>): bigint => {
    const all: Readonly<Record<number, Native>> = {
      0: (_, __, out) => put(out, makeObject(`IUnknown of ${name}`, {})),
      2: () => {
        fake.log.push(`release ${name}`)
        return 0
      },
      ...methods,
    }
    const vtable = alloc(32 * 8)
    for (const [index, run] of Object.entries(all)) {
      const address = alloc(1)
      functions.set(address, run)
      write('uint64', vtable, Number(index) * 8, address)
    }
    const object = alloc(8)
    write('uint64', object, 0, vtable)
    names.set(object, name)
    return object
  }

  const makeEnumerator = (): bigint =>
    makeObject('enumerator', {
      4: (_, timeout, count) => {
        fake.log.push(`Next timeout ${String(timeout)} count ${String(count)}`)
        return (fake.nextResults.length > 1 ? fake.nextResults.shift() : fake.nextResults[0]) ?? 1
      },
    })
  const makeServices = (): bigint =>
    makeObject('services', {
      20: (_, language, query, flags, __, out) => {
        fake.log.push(`ExecQuery ${textAt(language)} "${textAt(query)}" flags ${String(flags)}`)
        return put(out, makeEnumerator())
      },
    })
  const makeLocator = (): bigint =>
    makeObject('locator', {
      3: (_, path, user, password, __, flags, ___, ____, out) => {
        fake.log.push(`ConnectServer ${textAt(path)} as ${textAt(user)} / ${textAt(password)} flags ${String(flags)}`)
        return put(out, makeServices())
      },
    })

  const koffi = {
    alloc: (_: string, bytes: number) => alloc(bytes),
    free: (address: bigint) => {
      const block = blocks.get(address)
      if (!block) throw new Error('Freed twice, or never allocated.')
      fake.freed.set(address, block)
      fake.log.push(`free ${address}`)
      blocks.delete(address)
    },
    encode: (address: bigint, ...rest: unknown[]) => {
      const [offset, type, value] = rest.length === 3 ? rest : [0, ...rest]
      write(type as string, address, offset as number, value)
    },
    decode: (address: bigint, ...rest: unknown[]) => {
      if (typeof rest[0] === 'object') return koffiFunction(functions.get(address) ?? (() => 0x8000ffff))
      const [offset, type] = rest.length === 2 ? rest : [0, ...rest]
      const [block, at] = find(address, offset as number)
      return readers[type as string]?.(block, at)
    },
    proto: () => ({}),
  }
  const bstr = (text: unknown): bigint => {
    const address = alloc(Buffer.byteLength(text as string, 'utf16le') || 2)
    blocks.get(address)?.write(text as string, 'utf16le')
    return address
  }
  const library = {
    koffi,
    ledger: emptyLedger(),
    coSetProxyBlanket: koffiFunction((...args) => {
      const [proxy, , , , authentication, impersonation, identity] = args
      const name = names.get(proxy as bigint) ?? 'unknown'
      fake.blankets.push({ proxy: name, authentication, impersonation, identity: identity as bigint })
      fake.log.push(`protect ${name}`)
      return fake.blanketResult
    }),
    coCreateInstance: koffiFunction((...args) => put(args[4], makeLocator())),
    sysAllocStringLen: Object.assign(bstr, { async: () => undefined }),
    sysStringLen: koffiFunction((address) => (blocks.get(address as bigint)?.length ?? 0) / 2),
    sysFreeString: koffiFunction((address) => {
      fake.freed.set(address as bigint, blocks.get(address as bigint) ?? Buffer.alloc(0))
      blocks.delete(address as bigint)
      return 0
    }),
  }
  return Object.assign(fake, { library: library as unknown as ComLibrary })
}

/**
 * Structured clone as text, for the two borders that only carry strings: DevTools bindings (page to main) and events
 * between a page's two worlds. The function is self-contained because its source is also injected into pages.
 */
export function createCodec() {
  const cloneError = () => new Error('An object could not be cloned.')
  const typed = new Set(
    'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array DataView'.split(
      ' ',
    ),
  )
  const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1)

  const toBase64 = (bytes) => {
    if (typeof bytes.toBase64 === 'function') return bytes.toBase64()
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  }
  const fromBase64 = (text) => {
    if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(text)
    const bytes = Buffer.from(text, 'base64')
    return new Uint8Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  }

  /**
   * @param {unknown} root
   * @param {(value: unknown) => unknown[] | undefined} [special] a border's own treatment of functions and promises
   * @returns {string}
   * @throws Error with Electron's text when a value cannot be cloned
   */
  const encode = (root, special = () => undefined) => {
    const seen = new Map()
    const pack = (value) => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
      if (typeof value === 'number')
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ['n', Object.is(value, -0) ? '-0' : String(value)]
      if (value === undefined) return ['u']
      if (typeof value === 'bigint') return ['b', String(value)]
      if (seen.has(value)) return ['R', seen.get(value)]
      const own = special(value)
      if (own) return own
      if (typeof value !== 'object') throw cloneError()
      seen.set(value, seen.size)
      const kind = kindOf(value)
      if (Array.isArray(value)) return ['a', Array.from(value, pack)]
      if (kind === 'Date') return ['d', value.getTime()]
      if (kind === 'RegExp') return ['r', value.source, value.flags]
      if (kind === 'Map') return ['m', Array.from(value, ([key, entry]) => [pack(key), pack(entry)])]
      if (kind === 'Set') return ['s', Array.from(value, pack)]
      if (kind === 'ArrayBuffer') return ['B', toBase64(new Uint8Array(value))]
      if (typed.has(kind))
        return ['t', kind, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
      if (value instanceof Error || kind === 'Error' || kind === 'DOMException')
        return ['e', String(value.name), String(value.message), String(value.stack ?? '')]
      if (kind !== 'Object' && kind !== 'Module') throw cloneError()
      return ['o', Object.keys(value).flatMap((key) => [key, pack(value[key])])]
    }
    return JSON.stringify(pack(root))
  }

  /**
   * @param {string} text
   * @param {(packed: unknown[]) => unknown} [special]
   */
  const decode = (text, special = () => undefined) => {
    const seen = []
    const keep = (value) => {
      seen.push(value)
      return value
    }
    const unpack = (packed) => {
      if (!Array.isArray(packed)) return packed
      const [tag, first, second, third] = packed
      switch (tag) {
        case 'n':
          return Number(first)
        case 'u':
          return undefined
        case 'b':
          return BigInt(first)
        case 'R':
          return seen[first]
        case 'a': {
          const list = keep([])
          for (const item of first) list.push(unpack(item))
          return list
        }
        case 'd':
          return keep(new Date(first ?? Number.NaN))
        case 'r':
          return keep(new RegExp(first, second))
        case 'm': {
          const map = keep(new Map())
          for (const [key, entry] of first) map.set(unpack(key), unpack(entry))
          return map
        }
        case 's': {
          const set = keep(new Set())
          for (const item of first) set.add(unpack(item))
          return set
        }
        case 'B':
          return keep(fromBase64(first).buffer)
        case 't':
          return keep(new globalThis[first](fromBase64(second).buffer))
        case 'e': {
          const types = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
          const error = keep(new (types[first] ?? Error)(second))
          Object.defineProperty(error, 'stack', { value: third, configurable: true, writable: true })
          return error
        }
        case 'o': {
          const object = keep({})
          for (let at = 0; at < first.length; at += 2)
            Object.defineProperty(object, first[at], {
              value: unpack(first[at + 1]),
              configurable: true,
              enumerable: true,
              writable: true,
            })
          return object
        }
        default:
          return special(packed)
      }
    }
    return unpack(JSON.parse(text))
  }

  return { encode, decode }
}

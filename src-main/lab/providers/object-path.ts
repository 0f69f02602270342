/** An object path: a class alone, or an instance by its keys ("@" for the one instance of a class). */
export interface ObjectPath {
  readonly className: string
  readonly keys: readonly { readonly name: string | null; readonly value: string }[] | null
}

const keyPattern = /\s*(?:([A-Za-z_]\w*)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([\w.-]+))\s*(,|$)/sy

/** Reads a relative object path; null where it is malformed (WMI SDK, "WMI Object Path Requirements"). */
export const parseObjectPath = (path: string): ObjectPath | null => {
  const match = /^([A-Za-z_]\w*)(?:([.=])(.*))?$/s.exec(path.trim())
  if (!match) return null
  const [, className = '', sign, rest = ''] = match
  if (sign === undefined) return { className, keys: null }
  if (rest.trim() === '@') return { className, keys: [] }
  const keys: { name: string | null; value: string }[] = []
  keyPattern.lastIndex = 0
  while (keyPattern.lastIndex < rest.length) {
    const key = keyPattern.exec(rest)
    if (!key) return null
    const [, name, double, single, bare] = key
    if ((name === undefined) !== (sign === '=')) return null
    keys.push({ name: name ?? null, value: (double ?? single ?? bare ?? '').replace(/\\(.)/gs, '$1') })
  }
  return keys.length === 0 ? null : { className, keys }
}

/** Cmdlets that Windows PowerShell 5.1 and PowerShell 7 have without any module of a role. */
const allowed: ReadonlySet<string> = new Set([
  'Get-CimInstance',
  'Get-Credential',
  'Invoke-CimMethod',
  'Join-Path',
  'New-CimSession',
  'New-CimSessionOption',
  'Out-Null',
  'Out-String',
  'Read-Host',
  'Remove-CimInstance',
  'Remove-CimSession',
  'Select-Object',
  'Set-StrictMode',
  'Start-Sleep',
  'Test-Path',
  'Where-Object',
  'Write-Output',
  'Write-Warning',
])

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' }

interface Stripped {
  readonly code: string
  readonly faults: readonly string[]
}

/** The script without comments and the insides of strings. */
const strip = (text: string): Stripped => {
  let code = ''
  let at = 0
  while (at < text.length) {
    const sign = text.charAt(at)
    if (sign === '#' && text.slice(at, at + 9) !== '#requires') {
      const end = text.indexOf('\n', at)
      at = end === -1 ? text.length : end
    } else if (sign === "'" || sign === '"') {
      let end = at + 1
      while (end < text.length && (text[end] !== sign || text[end + 1] === sign)) end += text[end] === sign ? 2 : 1
      const inside = text.slice(at + 1, end)
      if (end >= text.length || inside.includes('\n')) return { code, faults: [`open string: ${inside.slice(0, 60)}`] }
      if (sign === '"' && /[$`]/.test(inside)) return { code, faults: [`expanding string: ${inside}`] }
      code += "''"
      at = end + 1
    } else {
      code += sign
      at += 1
    }
  }
  return { code, faults: [] }
}

const bracketFaults = (code: string): readonly string[] => {
  const open: string[] = []
  for (const sign of code) {
    const close = closing[sign]
    if (close !== undefined) open.push(close)
    else if (')}]'.includes(sign) && open.pop() !== sign) return [`unexpected ${sign}`]
  }
  return open.length === 0 ? [] : [`missing ${open.join('')}`]
}

/**
 * What is wrong with an exported script as far as can be told without PowerShell: strings and brackets that are not closed,
 * strings that expand, commands that are neither a function of the script nor an allowed cmdlet, parameters that a function
 * does not have, numbers of steps that are missing.
 */
export const scriptFaults = (text: string): readonly string[] => {
  const { code, faults } = strip(text)
  if (faults.length > 0) return faults
  const functions = new Map(
    [...code.matchAll(/^function ([\w-]+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => [
      name,
      new Set([...(/param\(([\s\S]*?)\)\n/.exec(body)?.[1] ?? '').matchAll(/\$(\w+)/g)].map(([, one = '']) => one)),
    ]),
  )
  const called = [...code.matchAll(/(?<![\w$.-])([A-Z][a-z]+-[A-Z]\w+)((?: -\w+(?: [^-|;\n]*)?)*)/g)]
  return [
    ...bracketFaults(code),
    ...called.flatMap(([, name = '', given = '']) => {
      const parameters = functions.get(name)
      if (parameters === undefined) return allowed.has(name) ? [] : [`unknown command ${name}`]
      return [...given.matchAll(/(?<=^| )-([A-Z]\w*)/g)].flatMap(([, one = '']) =>
        parameters.has(one) ? [] : [`${name} has no parameter ${one}`],
      )
    }),
  ]
}

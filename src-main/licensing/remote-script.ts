import type { RemoteOptions, RemoteScript, ScriptPart } from '../contract/models/remote-management.ts'
import { checkRemoteOptions } from './remote-options.ts'
import { ending, firewallParts, opening, tokenFilterParts, undoing } from './remote-script-parts.ts'

/** Name under which the script is saved. */
export const remoteScriptName = 'prepare-remote.cmd'

const howTo: readonly string[] = [
  `Bring ${remoteScriptName} to the computer: on a USB stick, from a file share, or with the tool that deploys software there. Group Policy can run it as a startup script.`,
  'There, right-click it and choose “Run as administrator”. It says when it is done.',
  `To take everything back, open a Command Prompt as an administrator, and run “${remoteScriptName} undo”.`,
  'Then come back and test the connection.',
]

const textOf = (parts: readonly ScriptPart[]): string =>
  parts.map(({ lines }) => `${lines.join('\r\n')}\r\n`).join('\r\n')

/**
 * The one-file script that prepares a computer which cannot be reached yet, from checked options alone. Pure; it runs on
 * Windows 7 and later, checks its rights, may run again, holds no secret and can take itself back.
 */
export const remoteScript = (options: RemoteOptions): RemoteScript => {
  const checked = checkRemoteOptions(options)
  if (checked.outcome === 'refused') return { script: null, findings: [...checked.findings] }
  const { firewall, liftTokenFilter } = checked
  const parts = [
    ...opening,
    ...firewallParts(firewall),
    ...tokenFilterParts(liftTokenFilter),
    ...ending,
    ...undoing(firewall, liftTokenFilter),
  ]
  const text = textOf(parts)
  return {
    script: {
      text,
      bytes: btoa(text),
      suggestedName: remoteScriptName,
      parts: parts.map((part) => ({ ...part, lines: [...part.lines] })),
      howTo: [...howTo],
    },
    findings: [],
  }
}

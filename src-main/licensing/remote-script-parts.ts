import type { ScriptPart } from '../contract/models/remote-management.ts'
import type { CheckedFirewall } from './remote-options.ts'
import { netshAddWmiRule, netshDeleteWmiRule, netshWmiGroup, ownWmiRules, tokenFilter } from './wmi-firewall.ts'

const netsh = String.raw`"%SystemRoot%\System32\netsh.exe"`
const reg = String.raw`"%SystemRoot%\System32\reg.exe"`

/** A netsh command by the program's full path, so that no other netsh of the folder runs. */
const byPath = (command: string): string => command.replace(/^netsh /, `${netsh} `)
/** Leaves the window open for half a minute where the file was double-clicked; without a keyboard it ends by itself. */
const linger = String.raw`if "%~1"=="" "%SystemRoot%\System32\timeout.exe" /t 30 2>nul`
const quiet = '>nul 2>&1'
const orFail = '>nul || set "AFK_FAILED=1"'

const policies = `"HKLM\\${tokenFilter.path}"`

/** The beginning: what it is, and the check of rights. `SYSTEM` has the key S-1-5-19 in HKU, which only administrators may read. */
export const opening: readonly ScriptPart[] = [
  {
    title: 'Beginning',
    explanation:
      'Says what the file is. It holds no password and no product key, and may be run again: the result is the same.',
    lines: [
      '@echo off',
      'rem Prepares this computer for remote management with WMI. Made by the Activation Field Kit.',
      'rem For Windows 7 to Windows 11 and Windows Server 2008 R2 to 2025. May be run again.',
      'rem Run it as an administrator. To take everything back, run it with the word undo behind its name.',
      'setlocal',
      'set "AFK_FAILED="',
    ],
  },
  {
    title: 'Check the rights',
    explanation:
      'Stops with a sentence, before anything is changed, where the file was not started with “Run as administrator”.',
    lines: [
      String.raw`${reg} query "HKU\S-1-5-19" ${quiet}`,
      'if not errorlevel 1 goto elevated',
      'echo Nothing was changed: administrator rights are missing.',
      'echo Right-click this file and choose "Run as administrator".',
      linger,
      'exit /b 5',
      ':elevated',
      'if /i "%~1"=="undo" goto undo',
    ],
  },
]

/** What the firewall's part does; nothing where the firewall stays as it is. */
export const firewallParts = (firewall: CheckedFirewall): readonly ScriptPart[] => {
  if (firewall === null) return []
  if (firewall.rules === 'windows')
    return [
      {
        title: 'Let WMI through the firewall',
        explanation:
          'Turns on the rule group “Windows Management Instrumentation (WMI)” by its resource, which is the same in every language of Windows.',
        lines: ['echo Letting WMI through the firewall', `${byPath(netshWmiGroup('yes'))} ${orFail}`],
      },
    ]
  return [
    {
      title: 'Let WMI through the firewall',
      explanation: `Makes three rules: ${ownWmiRules.map(({ lets }) => lets).join('; ')}. Rules that an earlier run made are deleted first, so that each is there once.`,
      lines: [
        'echo Letting WMI through the firewall',
        ...ownWmiRules.flatMap((rule) => [
          `${byPath(netshDeleteWmiRule(rule.name))} ${quiet}`,
          `${byPath(netshAddWmiRule(rule, firewall))} ${orFail}`,
        ]),
      ],
    },
  ]
}

/** The part for local accounts of a computer in a workgroup. */
export const tokenFilterParts = (lift: boolean): readonly ScriptPart[] =>
  lift
    ? [
        {
          title: 'Let local administrators in with their full rights',
          explanation:
            'Sets LocalAccountTokenFilterPolicy to 1. Until then Windows takes the rights of an administrator from every local account that comes over the network, except from the built-in Administrator.',
          lines: [
            'echo Letting local administrators in with their full rights',
            `${reg} add ${policies} /v ${tokenFilter.name} /t REG_DWORD /d 1 /f ${orFail}`,
          ],
        },
      ]
    : []

/** The end of the run, with an exit code that tools that deploy the file can read. */
export const ending: readonly ScriptPart[] = [
  {
    title: 'Say how it went',
    explanation: 'Ends with exit code 0 where everything worked, and 1 where something did not.',
    lines: [
      ':end',
      'if defined AFK_FAILED (echo Not everything worked. Read the lines above.) else echo Done.',
      linger,
      'if defined AFK_FAILED exit /b 1',
      'exit /b 0',
    ],
  },
]

/** What takes it all back: `prepare-remote.cmd undo`. */
export const undoing = (firewall: CheckedFirewall, lift: boolean): readonly ScriptPart[] => [
  {
    title: 'Undo',
    explanation:
      'Runs only where the file is started with the word undo. It closes what the file opened, also where it was open before.',
    lines: [
      ':undo',
      'echo Taking the preparation back',
      ...(firewall === null
        ? []
        : firewall.rules === 'windows'
          ? [`${byPath(netshWmiGroup('no'))} ${orFail}`]
          : ownWmiRules.map(({ name }) => `${byPath(netshDeleteWmiRule(name))} ${quiet}`)),
      ...(lift ? [`${reg} delete ${policies} /v ${tokenFilter.name} /f ${quiet}`] : []),
      'goto end',
    ],
  },
]

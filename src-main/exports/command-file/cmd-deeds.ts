import type { SrvChange } from '../../contract/models/dns.ts'
import { licensingService } from '../../licensing/kms-facts.ts'
import { dnscmdLines } from '../../network/srv-commands.ts'
import { wqlString } from '../../wmi/wql.ts'
import type { Deed, KeyedProduct, Proof, RegistryData, SlmgrOption, Value } from '../deed.ts'
import { activatedProof, keyedCondition } from '../deeds/proofs.ts'
import { installedProof, keylessProof } from '../deeds/so-already.ts'
import { left, questionOf, wrote, type ExportDraft, type Question, type WrittenStep } from '../export-source.ts'
import { activateClientStep, setupKeyStep } from './cmd-decided.ts'
import { cmdEcho, cmdSet, cmdValue, isPlainForCmd } from './cmd-text.ts'

const stop = 'if errorlevel 1 goto failed'
const system = (program: string): string => `"%SystemRoot%\\System32\\${program}"`
/** A program whose exit code tells how it went; netsh and dnscmd may end with any number. */
const runs = (line: string): readonly string[] => [line, 'if not "!ERRORLEVEL!"=="0" goto failed']

const question = ({ wql, expect, otherwise }: Proof): readonly string[] => [
  cmdSet('AFK_WQL', wql),
  cmdSet('AFK_EXPECT', expect),
  cmdSet('AFK_OTHERWISE', otherwise.replaceAll(/[^ -~]|["!^]/g, "'")),
]

/** Lines that ask WMI for proof; slmgr.vbs ends with 0 also where nothing was done (slmgr.md 5.2). */
export const cmdProof = (proof: Proof): readonly string[] => [...question(proof), 'call :prove', stop]

/** Lines that go to a label where something does not hold, and stop where WMI does not answer. */
export const cmdUnless = (proof: Proof, label: string): readonly string[] => [
  ...question(proof),
  'call :check',
  'if errorlevel 2 goto failed',
  `if errorlevel 1 goto ${label}`,
]

/** An argument between quotes. What was typed is put in after cmd has read the line, so that it is a value and nothing else. */
const argument = (draft: ExportDraft, value: Value): string =>
  typeof value === 'object' ? `"!${questionOf(draft, value).variable}!"` : `"${cmdValue(String(value))}"`

/** Lines that ask for a secret, unless it was typed already. */
const ask = ({ variable, prompt, lastFive }: Question): readonly string[] => [
  cmdSet('AFK_PROMPT', prompt.replaceAll(/[^ -~]|["!^]/g, '?')),
  cmdSet('AFK_END', lastFive ?? ''),
  `call :ask ${variable}`,
  stop,
]

/** One call of slmgr.vbs. */
export const cmdSlmgr = (draft: ExportDraft, { option, args }: SlmgrOption): readonly string[] => [
  ...args.flatMap((value) => (typeof value === 'object' ? ask(questionOf(draft, value)) : [])),
  ...runs(
    ['"%AFK_CSCRIPT%" //nologo "%AFK_SLMGR%" !AFK_WORDS!', option, ...args.map((value) => argument(draft, value))].join(
      ' ',
    ),
  ),
]

const registryLines = (path: string, name: string, value: RegistryData | null): WrittenStep => {
  const data = value === null ? '' : Array.isArray(value.data) ? value.data.join(String.raw`\0`) : String(value.data)
  const parts = [path, name, data]
  if (!parts.every(isPlainForCmd) || parts.some((part) => part.endsWith('\\')))
    return left(
      'the value has signs that a command file cannot hold; write it with regedit or with the PowerShell script.',
    )
  const key = `"HKLM\\${cmdValue(path)}" /v "${cmdValue(name)}"`
  const reg = system('reg.exe')
  if (value !== null) return wrote(...runs(`${reg} add ${key} /t ${value.type} /d "${cmdValue(data)}" /f >nul`))
  return wrote(
    `${reg} query ${key} >nul 2>&1`,
    `if not errorlevel 1 ${reg} delete ${key} /f >nul`,
    `${reg} query ${key} >nul 2>&1`,
    'if not errorlevel 1 goto failed',
  )
}

const serviceProof = (expect: Proof['expect']): Proof => ({
  wql: `SELECT Name FROM Win32_Service WHERE Name = '${licensingService}' AND State = 'Running'`,
  expect,
  otherwise: expect === 'some' ? 'The licensing service does not run.' : 'The licensing service did not stop.',
})

/** The step that called it says that it failed. */
const inSubroutine = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace('goto failed', 'exit /b 1'))

/** The part of the file that restarts the service; it is there where a step calls it. */
export const restartLines: readonly string[] = [
  ':restart',
  `${system('net.exe')} stop ${licensingService} /y`,
  // It stops by itself when idle: that it did not run is no fault.
  'if not errorlevel 1 goto restart2',
  ...inSubroutine(cmdProof(serviceProof('none'))),
  ':restart2',
  `${system('net.exe')} start ${licensingService}`,
  ...inSubroutine(cmdProof(serviceProof('some'))),
  'exit /b 0',
]

const argsOf = (product: KeyedProduct): readonly string[] =>
  'lastFive' in product || product.activationId === null ? [] : [product.activationId]

/** slmgr cannot be told the end of a key: without an ID it takes the Windows that runs. */
const byEnd = (product: KeyedProduct): readonly string[] =>
  'lastFive' in product
    ? cmdProof({
        wql: `SELECT ID FROM SoftwareLicensingProduct WHERE ${keyedCondition({ activationId: null })} AND PartialProductKey = ${wqlString(product.lastFive)}`,
        expect: 'some',
        otherwise: `The Windows that runs does not carry the key ending in ${product.lastFive}.`,
      })
    : []

const srvLines = (domain: string, zone: string, change: SrvChange): readonly string[] =>
  dnscmdLines(null, { domain, zone }, change).flatMap((line) => runs(line))

/** What a deed is in a command file. */
export const cmdDeed = (draft: ExportDraft, deed: Deed): WrittenStep => {
  const slmgr = (option: string, ...args: readonly Value[]): readonly string[] => cmdSlmgr(draft, { option, args })
  switch (deed.deed) {
    case 'licensing': {
      const values = deed.slmgr.args.filter((value) => typeof value === 'string')
      if (!values.every(isPlainForCmd))
        return left('a value has signs that a command file cannot hold; use the PowerShell script.')
      return wrote(...cmdSlmgr(draft, deed.slmgr), ...(deed.proof === null ? [] : cmdProof(deed.proof)))
    }
    case 'install-key':
      return wrote(...slmgr('/ipk', deed.key), ...cmdProof(deed.proof ?? installedProof(deed.lastFive)))
    case 'setup-key':
      return wrote(...setupKeyStep)
    case 'activate-client':
      return wrote(...activateClientStep)
    case 'uninstall-key':
      return wrote(
        ...slmgr('/upk', ...(deed.activationId === null ? [] : [deed.activationId])),
        ...cmdProof(keylessProof(deed.activationId)),
      )
    case 'activate':
      return wrote(
        ...byEnd(deed.product),
        ...slmgr('/ato', ...argsOf(deed.product)),
        ...cmdProof(activatedProof(deed.product)),
      )
    case 'read-installation-id':
      return wrote(...byEnd(deed.product), ...slmgr('/dti', ...argsOf(deed.product)))
    case 'deposit-confirmation-id':
      return wrote(
        ...byEnd(deed.product),
        ...slmgr('/dti', ...argsOf(deed.product)),
        cmdEcho(
          'Tell Microsoft this installation ID (slui.exe 4 shows the telephone numbers), then type the confirmation ID.',
        ),
        `set "${questionOf(draft, deed.confirmationId).variable}="`,
        ...slmgr('/atp', deed.confirmationId, ...argsOf(deed.product)),
        ...cmdProof(activatedProof(deed.product)),
      )
    case 'directory-installation-id':
      return wrote(...slmgr('/ad-activation-get-iid', deed.key))
    case 'prove':
      return wrote(...cmdProof(deed.proof))
    case 'show':
      return wrote(...cmdSlmgr(draft, deed.slmgr))
    case 'licence-file':
      if (!/^[A-Za-z0-9][\w .-]*$/.test(deed.fileName))
        return left(`the name of the licence file has signs that a command file cannot hold: ${deed.fileName}`)
      return wrote(
        `if not exist "%~dp0${deed.fileName}" echo Put the licence file ${deed.fileName} beside this file.`,
        `if not exist "%~dp0${deed.fileName}" goto failed`,
        ...runs(`"%AFK_CSCRIPT%" //nologo "%AFK_SLMGR%" !AFK_WORDS! /ilc "%~dp0${deed.fileName}"`),
      )
    case 'licence-files':
      return wrote(...slmgr('/rilc'))
    case 'remove-token-licence': {
      if (!isPlainForCmd(deed.ilid)) return left('the ILID has signs that a command file cannot hold.')
      if (deed.ilvid > 32_767) return left('slmgr.vbs takes no version above 32767; use the PowerShell script.')
      const wql = `SELECT ID FROM SoftwareLicensingTokenActivationLicense WHERE ILID = ${wqlString(deed.ilid)} AND ILVID = ${deed.ilvid}`
      return wrote(
        ...slmgr('/ril', deed.ilid, deed.ilvid),
        ...cmdProof({
          wql,
          expect: 'none',
          otherwise: 'The licence is still there. slmgr.vbs compares the ILID with case.',
        }),
      )
    }
    case 'registry':
      return registryLines(deed.path, deed.name, deed.value)
    case 'suffixes':
      return registryLines(
        String.raw`SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`,
        'SearchList',
        deed.suffixes.length === 0 ? { type: 'REG_SZ', data: '' } : { type: 'REG_SZ', data: deed.suffixes.join(',') },
      )
    case 'restart-licensing':
      return wrote('call :restart', stop)
    case 'firewall-group':
      return wrote(
        ...runs(
          `${system('netsh.exe')} advfirewall firewall set rule group="${deed.resource}" new enable=${deed.on ? 'yes' : 'no'} >nul`,
        ),
      )
    case 'firewall-rule':
      return wrote(
        `${system('netsh.exe')} advfirewall firewall delete rule name="${cmdValue(deed.name)}" >nul 2>&1`,
        ...runs(`${deed.add.replace(/^netsh /, `${system('netsh.exe')} `)} >nul`),
      )
    case 'srv':
      return wrote(...srvLines(deed.domain, deed.zone, deed.change))
    case 'published':
      return left(
        'the command line has no way to read the log in every language. Look in the Event Viewer, under Key Management Service, for event 12294 (published) or 12293 (not published) since the restart.',
      )
    case 'generalize':
      return wrote(...runs(String.raw`"%SystemRoot%\System32\Sysprep\sysprep.exe" /generalize /oobe /shutdown /quiet`))
    case 'by-hand':
      return left(deed.reason, deed.lines)
  }
}

/** Whether a deed can be done from another computer: what goes through slmgr.vbs and WMI alone (slmgr.md 1.1, 4). */
export const isRemoteInCmd = (deed: Deed): boolean => {
  switch (deed.deed) {
    case 'licensing':
      return !deed.localOnly
    case 'install-key':
    case 'uninstall-key':
    case 'setup-key':
    case 'activate':
    case 'activate-client':
    case 'read-installation-id':
    case 'deposit-confirmation-id':
    case 'prove':
    case 'show':
    case 'licence-file':
    case 'remove-token-licence':
    case 'by-hand':
      return true
    default:
      return false
  }
}

import { describe, expect, it } from 'vitest'
import type { RemoteOptions } from '../../../src-main/contract/models/remote-management.ts'
import { remoteScript } from '../../../src-main/licensing/remote-script.ts'

const windowsRules: RemoteOptions = { firewall: { rules: 'windows' }, liftTokenFilter: false }
const ownRules = (subnets: string[]): RemoteOptions => ({
  firewall: { rules: 'own', profiles: ['private', 'domain'], scope: { from: 'subnets', subnets } },
  liftTokenFilter: true,
})
const textOf = (options: RemoteOptions): string => remoteScript(options).script?.text ?? ''

describe('the script for a computer that cannot be reached yet', () => {
  it('is exactly this for the rules that Windows has', () => {
    expect(textOf(windowsRules).split('\r\n')).toEqual([
      '@echo off',
      'rem Prepares this computer for remote management with WMI. Made by the Activation Field Kit.',
      'rem For Windows 7 to Windows 11 and Windows Server 2008 R2 to 2025. May be run again.',
      'rem Run it as an administrator. To take everything back, run it with the word undo behind its name.',
      'setlocal',
      'set "AFK_FAILED="',
      '',
      String.raw`"%SystemRoot%\System32\reg.exe" query "HKU\S-1-5-19" >nul 2>&1`,
      'if not errorlevel 1 goto elevated',
      'echo Nothing was changed: administrator rights are missing.',
      'echo Right-click this file and choose "Run as administrator".',
      String.raw`if "%~1"=="" "%SystemRoot%\System32\timeout.exe" /t 30 2>nul`,
      'exit /b 5',
      ':elevated',
      'if /i "%~1"=="undo" goto undo',
      '',
      'echo Letting WMI through the firewall',
      String.raw`"%SystemRoot%\System32\netsh.exe" advfirewall firewall set rule group="@FirewallAPI.dll,-34251" new enable=yes >nul || set "AFK_FAILED=1"`,
      '',
      ':end',
      'if defined AFK_FAILED (echo Not everything worked. Read the lines above.) else echo Done.',
      String.raw`if "%~1"=="" "%SystemRoot%\System32\timeout.exe" /t 30 2>nul`,
      'if defined AFK_FAILED exit /b 1',
      'exit /b 0',
      '',
      ':undo',
      'echo Taking the preparation back',
      String.raw`"%SystemRoot%\System32\netsh.exe" advfirewall firewall set rule group="@FirewallAPI.dll,-34251" new enable=no >nul || set "AFK_FAILED=1"`,
      'goto end',
      '',
    ])
  })

  it('makes each rule of its own once, for the chosen networks and senders, and takes all of it back', () => {
    const lines = textOf(ownRules(['10.1.0.0/255.255.0.0', 'FD00::/8', '10.1.0.0/16'])).split('\r\n')
    const netsh = String.raw`"%SystemRoot%\System32\netsh.exe" advfirewall firewall`
    const to = 'profile=domain,private remoteip=10.1.0.0/16,fd00::/8'
    const about = 'description="Networks: domain, private. From: 10.1.0.0/16, fd00::/8."'
    const rule = (name: string, what: string) => [
      `${netsh} delete rule name="Activation Field Kit - WMI (${name})" >nul 2>&1`,
      `${netsh} add rule name="Activation Field Kit - WMI (${name})" dir=in action=allow ${what} ${to} ${about} >nul || set "AFK_FAILED=1"`,
    ]
    const start = lines.indexOf('echo Letting WMI through the firewall')
    expect(lines.slice(start + 1, start + 7)).toEqual([
      ...rule(
        'DCOM-In',
        String.raw`program="%SystemRoot%\system32\svchost.exe" service=rpcss protocol=TCP localport=135`,
      ),
      ...rule(
        'WMI-In',
        String.raw`program="%SystemRoot%\system32\svchost.exe" service=winmgmt protocol=TCP localport=any`,
      ),
      ...rule('ASync-In', String.raw`program="%SystemRoot%\system32\wbem\unsecapp.exe" protocol=TCP localport=any`),
    ])
    const policies = String.raw`"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"`
    const reg = String.raw`"%SystemRoot%\System32\reg.exe"`
    expect(lines).toContain(
      `${reg} add ${policies} /v LocalAccountTokenFilterPolicy /t REG_DWORD /d 1 /f >nul || set "AFK_FAILED=1"`,
    )
    const undo = lines.slice(lines.indexOf(':undo'))
    expect(undo.filter((line) => line.includes('delete'))).toEqual([
      ...['DCOM-In', 'WMI-In', 'ASync-In'].map(
        (name) => `${netsh} delete rule name="Activation Field Kit - WMI (${name})" >nul 2>&1`,
      ),
      `${reg} delete ${policies} /v LocalAccountTokenFilterPolicy /f >nul 2>&1`,
    ])
  })

  it('leaves the firewall alone where only the filter of local accounts is to be lifted', () => {
    const text = textOf({ firewall: null, liftTokenFilter: true })
    expect(text).not.toContain('netsh')
    expect(text).toContain('LocalAccountTokenFilterPolicy')
  })

  it('is plain ASCII with CR LF at every end of line, and its bytes are its text', () => {
    const { script } = remoteScript(ownRules(['10.1.0.0/16']))
    expect(script?.text).toMatch(/^(?:[\x20-\x7E]*\r\n)+$/)
    expect(Buffer.from(script?.bytes ?? '', 'base64').toString('latin1')).toBe(script?.text)
    expect(script?.suggestedName).toBe('prepare-remote.cmd')
  })

  it('says what each of its lines does: no line stands outside an explained part', () => {
    const { script } = remoteScript(ownRules(['10.1.0.0/16']))
    expect(script?.parts.flatMap(({ lines }) => lines)).toEqual(
      script?.text.split('\r\n').filter((line) => line !== ''),
    )
    expect(script?.parts.every(({ title, explanation }) => title !== '' && explanation.endsWith('.'))).toBe(true)
  })

  it.each<[string, RemoteOptions, readonly [field: string, message: RegExp][]]>([
    ['nothing chosen', { firewall: null, liftTokenFilter: false }, [['options', /Nothing is chosen/]]],
    [
      'no network and a bad subnet',
      {
        firewall: { rules: 'own', profiles: [], scope: { from: 'subnets', subnets: ['10.1.0.0/16', 'office'] } },
        liftTokenFilter: false,
      },
      [
        ['profiles', /No kind of network/],
        ['subnets', /"office"/],
      ],
    ],
    ['no subnet', ownRules([]), [['subnets', /No subnet is listed/]]],
  ])('is not made for %s: every fault names its field', (_, options, faults) => {
    const { script, findings } = remoteScript(options)
    expect(script).toBeNull()
    expect(findings).toEqual(
      faults.map(([field, message]) =>
        expect.objectContaining({
          level: 'problem',
          field,
          message: expect.stringMatching(message) as string,
          remedy: expect.any(String) as string,
        }),
      ),
    )
  })
})

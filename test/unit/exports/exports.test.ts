import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../src-main/actions/catalogue.ts'
import { ExportFormat } from '../../../src-main/contract/models/plan-export.ts'
import { cmdComment, cmdEcho, cmdValue, isPlainForCmd } from '../../../src-main/exports/command-file/cmd-text.ts'
import { deedsOf, exportedKinds } from '../../../src-main/exports/deeds/all-deeds.ts'
import { exportPlan } from '../../../src-main/exports/export-plan.ts'
import { psString } from '../../../src-main/exports/powershell/ps-text.ts'
import { sampleParams, sampleSource } from '../../support/export-samples.ts'
import { scriptFaults } from '../../support/powershell-structure.ts'

const textOf = (format: ExportFormat, ...kinds: readonly string[]): string =>
  exportPlan(sampleSource(kinds), format)
    .files.map(({ text }) => text)
    .join('\n')

describe('the catalogue', () => {
  it('says of every kind how it is exported, and of none beyond', () => {
    expect([...exportedKinds.keys()].toSorted()).toEqual([...catalogue.keys()].toSorted())
    expect(Object.keys(sampleParams).toSorted()).toEqual([...catalogue.keys()].toSorted())
  })

  it.each(Object.keys(sampleParams))(
    '%s becomes something in every format, or is left to people with a reason',
    (kind) => {
      expect(deedsOf({ kind, params: sampleParams[kind] })).not.toEqual([])
      for (const format of ExportFormat.options) {
        const { files, byHand } = exportPlan(sampleSource([kind]), format)
        const isSaid = files[0]?.text.includes('Do this by hand: ')
        expect(isSaid).toBe(byHand.length > 0)
        for (const { reason } of byHand) expect(reason.length).toBeGreaterThan(20)
      }
    },
  )

  it('leaves a kind that it does not know, and values that it does not know, to people', () => {
    const source = {
      ...sampleSource([]),
      steps: [{ kind: 'moon.land', params: {}, title: 'Land on the moon', decided: null }],
    }
    expect(exportPlan(source, 'powershell').byHand).toEqual([
      { step: 1, title: 'Land on the moon', reason: 'the app no longer knows the step "moon.land".' },
    ])
    expect(deedsOf({ kind: 'kms-host.set-port', params: { port: 'many' } })).toMatchObject([{ deed: 'by-hand' }])
  })
})

describe('a command file', () => {
  it('asks for the key, reads the result back and stops where a step fails', () => {
    const text = textOf('command-file', 'product-key.install')
    expect(text).toContain('set "AFK_END=H8RTB"\ncall :ask AFK_SECRET_1\nif errorlevel 1 goto failed')
    expect(text).toContain('!AFK_WORDS! /ipk "!AFK_SECRET_1!"\nif not "!ERRORLEVEL!"=="0" goto failed')
    expect(text).toContain("WHERE PartialProductKey = 'H8RTB'")
    expect(text).not.toContain('assword=')
  })

  it('is for its computers alone where a step cannot be done from another one', () => {
    const text = textOf('command-file', 'service.restart-licensing')
    expect(text).toContain('if /i "%COMPUTERNAME%"=="KMS01" goto right')
    expect(text).toContain('net.exe" start sppsvc')
    expect(text).not.toContain('Password')
  })

  it('gives each of many computers its call', () => {
    const names = ['pc01.contoso.com', 'pc02.contoso.com', '192.0.2.7']
    const source = sampleSource(
      ['kms-client.activate'],
      names.map((name) => ({ name, isThisComputer: false, account: 1 })),
    )
    const [file] = exportPlan(source, 'command-file').files
    expect(file?.text).toContain('call :turn "pc01.contoso.com" "PC01"')
    expect(file?.text).toContain('call :turn "192.0.2.7" ""')
  })

  it('goes to every label that it has, and has every label that it goes to', () => {
    const text = textOf('command-file', ...Object.keys(sampleParams))
    const labels = new Set([...text.matchAll(/^:(\w+)$/gm)].map(([, name]) => name))
    const wanted = [...text.matchAll(/\b(?:goto |call :)(\w+)/g)].map(([, name]) => name)
    expect(wanted.filter((name) => !labels.has(name))).toEqual([])
  })

  it('takes signs of cmd as what they are, and refuses those that it cannot', () => {
    expect(cmdValue('100% & (a|b)')).toBe('100%% & (a|b)')
    expect(cmdEcho('a & b > c "d" 5% “e”!')).toBe("echo a ^& b ^> c 'd' 5%% 'e' ")
    expect(cmdComment('50% > x')).toBe('rem 50%%   x')
    expect(['a"b', 'a!b', 'a^b', 'Zürich'].filter(isPlainForCmd)).toEqual([])
  })

  it('leaves a registry value with a double quote to people', () => {
    const params = { path: 'SOFTWARE\\A', name: 'x', type: 'REG_SZ', data: 'a" & calc & "' }
    const source = {
      ...sampleSource([]),
      steps: [{ kind: 'registry.set-value', params, title: 'Set x', decided: null }],
    }
    const { files, byHand } = exportPlan(source, 'command-file')
    expect(byHand).toHaveLength(1)
    expect(files[0]?.text).not.toContain('calc')
  })

  it('is saved with CR LF', () => {
    const [file] = exportPlan(sampleSource(['windows.rearm']), 'command-file').files
    expect(Buffer.from(file?.bytes ?? '', 'base64').toString('latin1')).toMatch(/^@echo off\r\nrem /)
  })
})

describe('a PowerShell script', () => {
  it('is whole: brackets and quotes are closed, every function that is called is there, and no cmdlet of a module', () => {
    for (const kind of Object.keys(sampleParams)) expect(scriptFaults(textOf('powershell', kind))).toEqual([])
    expect(scriptFaults(textOf('powershell', ...Object.keys(sampleParams)))).toEqual([])
  })

  it('would be found broken', () => {
    expect(scriptFaults('Get-NetFirewallRule')).toEqual(['unknown command Get-NetFirewallRule'])
    expect(scriptFaults("function Get-Aa {\n    param($B)\n}\nGet-Aa -Cc 'x'")).toEqual(['Get-Aa has no parameter Cc'])
    expect(scriptFaults('if ($a) {')).toEqual(['missing }'])
    expect(scriptFaults("Write-Output 'it's'")).not.toEqual([])
    expect(scriptFaults('Write-Output "$(calc)"')).not.toEqual([])
  })

  it('is strict, can be tried without a change, and asks unseen', () => {
    const text = textOf('powershell', 'product-key.install')
    expect(text).toContain('#requires -Version 5.1')
    expect(text).toContain('Set-StrictMode -Version 2.0')
    expect(text).toContain("$ErrorActionPreference = 'Stop'")
    expect(text).toContain('$PSCmdlet.ShouldProcess($computer, $item.Title)')
    expect(text).toContain('-AsSecureString')
    expect(text).toContain("Install-Key -LastFive 'H8RTB' -Key { (Get-Secret -Name 'AFK_SECRET_1') }")
  })

  it('doubles every quote that PowerShell takes for one', () => {
    expect(psString("a'b’c‘d‚e‛f")).toBe("'a''b’’c‘‘d‚‚e‛‛f'")
  })

  it('is saved with the mark by which Windows PowerShell knows UTF-8', () => {
    const [file] = exportPlan(sampleSource(['windows.rearm']), 'powershell').files
    expect(Buffer.from(file?.bytes ?? '', 'base64').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  })
})

describe('a playbook', () => {
  it('asks unseen, and logs nothing of a task with a secret', () => {
    const text = textOf('ansible', 'product-key.install', 'windows.rearm')
    expect(text).toContain('private: true')
    expect(text.match(/no_log: true/g)).toHaveLength(1)
    expect(text).toContain('AFK_SECRET_1: "{{ afk_secret_1 }}"')
  })

  it('lets no text of a plan become a template of Ansible', () => {
    const { files } = exportPlan(sampleSource(['active-directory.activate-online']), 'ansible')
    expect(files[0]?.text.match(/\{\{.*?\}\}/g)).toEqual(['{{ afk_secret_1 }}'])
  })

  it('comes with its inventory and the script that it runs', () => {
    const { files } = exportPlan(sampleSource(['windows.rearm']), 'ansible')
    expect(files.map(({ name }) => name)).toEqual([
      'activation-playbook.yml',
      'activation-inventory.yml',
      'activation-plan.ps1',
    ])
    expect(files[1]?.text).toContain('"KMS01": {}')
  })
})

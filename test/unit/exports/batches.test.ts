import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ExportFormat, type PlanExport } from '../../../src-main/contract/models/plan-export.ts'
import { editionKeys } from '../../../src-main/exports/deeds/edition-keys.ts'
import { exportPlan } from '../../../src-main/exports/export-plan.ts'
import { setupKeysFor } from '../../../src-main/licensing/setup-key-suggestion.ts'
import { decidedSteps, hostileTexts, sampleBatch, sampleParams } from '../../support/export-samples.ts'
import { scriptFaults } from '../../support/powershell-structure.ts'

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `pc${index + 1}.contoso.com`)
const textOf = ({ files }: PlanExport): string => files.map(({ text }) => text).join('\n')
const count = (text: string, what: string): number => text.split(what).length - 1
const inventoryOf = ({ files }: PlanExport): Record<string, never> => parse(files[1]?.text ?? '')
const goingOn = { stopAfter: null, first: null } as const

describe('a plan for 1,000 computers', () => {
  it.each(ExportFormat.options)('names each computer once and each step once (%s)', (format) => {
    const made = exportPlan(sampleBatch(names(1000)), format)
    const [file] = made.files
    const listed = format === 'ansible' ? (made.files[1]?.text ?? '') : (file?.text ?? '')
    for (const name of [names(1000)[0], names(1000)[999]])
      expect(count(listed, `"${name}"`) + count(listed, `'${name}'`)).toBe(1)
    const lines = (text: string | undefined): number => text?.split('\n').length ?? 0
    const one = exportPlan(sampleBatch(names(1)), format)
    const more =
      made.files.reduce((sum, { text }) => sum + lines(text), 0) -
      one.files.reduce((sum, { text }) => sum + lines(text), 0)
    expect(more).toBeLessThan(1010)
    expect(made.notes[0]).toBe('It is for 1000 computers, with each step once.')
  })
})

describe('signs that a language would read as its own', () => {
  const made = (format: ExportFormat): PlanExport =>
    exportPlan(
      sampleBatch([...hostileTexts, 'pc1.contoso.com', 'fe80::1', 'on'], {
        title: hostileTexts.join(' '),
        policy: { stopAfter: 3, first: 1 },
        steps: hostileTexts.flatMap((data) => [
          {
            kind: 'registry.set-value',
            params: { path: 'SOFTWARE\\A', name: 'x', type: 'REG_SZ', data },
            title: data,
            decided: null,
          },
          { kind: 'unknown', params: {}, title: data, decided: null },
        ]),
        secretLabels: new Map([['key', hostileTexts.join(' ')]]),
      }),
      format,
    )

  it('stay values in a command file', () => {
    const [file] = made('command-file').files
    const lines = (file?.text ?? '').split('\n').filter((line) => line.includes('INJECTED'))
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) {
      // What a quote holds together, a caret makes plain, or a comment says is no command.
      const left = line.startsWith('rem ')
        ? line.replaceAll('%%', '')
        : line.replaceAll(/"[^"]*"|\^[&|<>]|%%| >nul$/g, '')
      expect(left).not.toMatch(/[&|<>%!]/)
      expect(left).toMatch(/^(?:echo|rem| add) /)
    }
  })

  it('stay values in PowerShell', () => {
    const [file] = made('powershell').files
    expect(scriptFaults(file?.text ?? '')).toEqual([])
    expect(file?.text).toContain("'`echo INJECTED`'")
  })

  it('stay values for Ansible, which names no computer that it would read as something else', () => {
    const playbook = made('ansible')
    const [play] = parse(playbook.files[0]?.text ?? '', { version: '1.1' })
    expect(play.tasks.length).toBeGreaterThan(hostileTexts.length)
    for (const { name } of play.tasks) expect(name).not.toMatch(/[\n]|\{[{%]/)
    expect(inventoryOf(playbook)).toMatchObject({
      activation: {
        children: {
          first_computers: { hosts: { 'pc1.contoso.com': {} } },
          other_computers: { hosts: { 'ip-fe80--1': { ansible_host: 'fe80::1' }, on: {} } },
        },
      },
    })
    expect(playbook.files[1]?.text).toContain(`read their names as something else: ${hostileTexts.length}.`)
    const [, below] = (playbook.files[1]?.text ?? '').split('---')
    expect(below).not.toMatch(/\{\{|INJECTED/)
  })
})

describe('what is decided at each computer', () => {
  const batch = (format: ExportFormat): PlanExport => exportPlan(sampleBatch(names(2), { steps: decidedSteps }), format)

  it('is chosen by the published list, with one key for each edition', () => {
    for (const { version, skus, from, to, key } of editionKeys)
      for (const osSku of skus)
        for (const build of [from, to])
          expect(setupKeysFor({ version, build, editionId: null, osSku })).toMatchObject({
            outcome: 'one',
            key: { key },
          })
    const known = editionKeys.flatMap(({ version, skus, from, to, key }) =>
      skus.map((sku) => ({ version, sku, from, to, key })),
    )
    for (const one of known) {
      const same = known.filter(
        ({ version, sku, from, to }) => version === one.version && sku === one.sku && from <= one.to && to >= one.from,
      )
      expect(new Set(same.map(({ key }) => key)).size).toBe(1)
    }
  })

  it('is decided there in every format, and said in the notes', () => {
    for (const format of ExportFormat.options) {
      const made = batch(format)
      expect(made.byHand).toEqual([])
      expect(made.notes).toContain('Step 2, Activate at the KMS host: The product that is a KMS client is activated.')
      expect(textOf(made)).toContain('33PXH-7Y6KF-2VJC9-XBBR8-HVTHH')
    }
    expect(scriptFaults(batch('powershell').files[0]?.text ?? '')).toEqual([])
    expect(textOf(batch('command-file'))).toContain('if "!AFK_RELEASE! !AFK_SKU!"=="6.1 4" if !AFK_BUILD! geq 0')
  })

  it('leaves a computer alone that the plan does not fit, and passes over a step that is not needed', () => {
    const steps = [
      {
        kind: 'firewall.close-kms',
        params: {},
        title: 'Close the firewall',
        decided: { open: [], sentence: 'A computer that stays a KMS host keeps it.' },
      },
    ]
    const [file] = exportPlan(sampleBatch(names(2), { steps }), 'powershell').files
    expect(file?.text).toMatch(/\$fits = \{ \(Test-Row .*%MAK%/)
    expect(file?.text).toContain("OnlyIfNot = 'the computer stays a KMS host for another product.'")
    const [cmd] = exportPlan(sampleBatch(names(2), { steps }), 'command-file').files
    expect(cmd?.text).toContain('goto misfit')
    expect(cmd?.text).toContain('goto pass1')
  })

  it('is left to people where this version does not know how', () => {
    const steps = [
      { kind: 'windows.rearm', params: {}, title: 'Rearm', decided: { open: ['x'], sentence: 'By its colour.' } },
    ]
    for (const format of ExportFormat.options)
      expect(exportPlan(sampleBatch(names(2), { steps }), format).byHand).toEqual([
        { step: 1, title: 'Rearm', reason: 'it is decided at each computer. By its colour.' },
      ])
  })
})

describe('the way through the computers', () => {
  it('stops after failures and asks after the first ones, as was confirmed', () => {
    const policy = { stopAfter: 5, first: 10 }
    const source = sampleBatch(names(100), { policy })
    const cmd = textOf(exportPlan(source, 'command-file'))
    expect(cmd).toContain('if !AFK_FAILED! lss 5 goto counted')
    expect(cmd).toContain('if not "!AFK_TURNS!"=="10" exit /b 0')
    const ps = textOf(exportPlan(source, 'powershell'))
    expect(ps).toContain('[int] $StopAfter = 5,')
    expect(ps).toContain('[int] $First = 10,')
    const [play] = parse(exportPlan(source, 'ansible').files[0]?.text ?? '')
    expect(play).toMatchObject({ serial: [10, '100%'], max_fail_percentage: 4.5 })
    const hosts = inventoryOf(exportPlan(source, 'ansible'))
    expect(Object.keys(hosts['activation']?.['children']?.['first_computers']?.['hosts'] ?? {})).toEqual(names(10))
    const [first] = parse(
      exportPlan(sampleBatch(names(3), { policy: { stopAfter: 1, first: null } }), 'ansible').files[0]?.text ?? '',
    )
    expect(first).toMatchObject({ any_errors_fatal: true })
    expect(first).not.toHaveProperty('serial')
  })

  it('asks for each of several accounts, and names none', () => {
    const computers = names(9).map((name, index) => ({ name, isThisComputer: false, account: (index % 3) + 1 }))
    const source = sampleBatch([], { computers, policy: goingOn })
    const [play] = parse(exportPlan(source, 'ansible').files[0]?.text ?? '')
    expect(play.vars_prompt).toContainEqual({
      name: 'afk_password_3',
      prompt: 'Its password',
      private: true,
      unsafe: true,
    })
    expect(inventoryOf(exportPlan(source, 'ansible'))).toMatchObject({
      activation: { children: { account_2: { vars: { ansible_password: '{{ afk_password_2 }}' } } } },
    })
    const script = exportPlan(source, 'powershell').files[0]?.text ?? ''
    expect(script).toContain("    3 = 'Account 3: pc3.contoso.com, pc6.contoso.com, pc9.contoso.com'")
    expect(scriptFaults(script)).toEqual([])
    expect(textOf(exportPlan(source, 'command-file'))).toContain('rem The plan used 3 accounts: run it under each.')
  })

  it('has no place for a password in a command file', () => {
    for (const kind of Object.keys(sampleParams)) {
      const step = { kind, params: sampleParams[kind], title: kind, decided: null }
      const text = textOf(exportPlan(sampleBatch(names(2), { steps: [step] }), 'command-file'))
      expect(text).not.toMatch(/AFK_(?:PASSWORD|USER)/)
    }
  })
})

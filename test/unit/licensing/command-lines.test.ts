import { describe, expect, it } from 'vitest'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import * as commands from '../../../src-main/licensing/command-lines.ts'
import { kmsSrvName, maxCachedClients } from '../../../src-main/licensing/kms-facts.ts'

const here: TargetRef = { place: 'this-computer' }
const remote: TargetRef = { place: 'network', host: 'kms01' }
const password = 'secret:0f8fad5b-d9cb-469f-a165-70867728950e'
const withUser: TargetRef = { ...remote, credential: { user: 'CONTOSO\\adm', password } }
const inLab: TargetRef = { place: 'lab', scenario: 'first-host', host: 'kms01', credential: { user: 'a b', password } }

describe('equivalent command lines', () => {
  it('install a key with all but its last five characters masked', () => {
    expect(commands.installKeyCommand(here, 'abcde')).toBe('slmgr.vbs /ipk XXXXX-XXXXX-XXXXX-XXXXX-ABCDE')
    expect(commands.slmgrCommand(here, '/ipk', 'BCDFG-HJKMP-QRTVW-XY234-67892')).toBe(
      'slmgr.vbs /ipk XXXXX-XXXXX-XXXXX-XXXXX-67892',
    )
  })
  it('show a client setup key, which is public', () => {
    expect(commands.slmgrCommand(here, '/ipk', '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH')).toContain('33PXH-7Y6KF')
  })
  it('name the target, the user, and never a password or its reference', () => {
    expect(commands.activateCommand(remote)).toBe('slmgr.vbs kms01 /ato')
    expect(commands.activateCommand(withUser, 'id')).toBe('slmgr.vbs kms01 CONTOSO\\adm <password> /ato id')
    expect(commands.showDetailsCommand(inLab)).toBe('slmgr.vbs kms01 "a b" <password> /dlv')
    expect(commands.showDetailsCommand(inLab)).not.toContain('secret:')
  })
  it('quote what the command prompt would split or run', () => {
    expect(commands.slmgrCommand(here, '/skms', 'a&calc')).toBe('slmgr.vbs /skms "a&calc"')
    expect(commands.slmgrCommand(here, '/skms', 'a" & calc "')).toBe(`slmgr.vbs /skms "a' & calc '"`)
  })
  it('restart the service and open the firewall, saying where', () => {
    expect(commands.restartServiceCommand(here)).toBe('net stop sppsvc && net start sppsvc')
    expect(commands.restartServiceCommand(remote)).toBe('On kms01: net stop sppsvc && net start sppsvc')
    expect(commands.openFirewallCommand(here)).toBe(
      'netsh advfirewall firewall set rule group="@FirewallAPI.dll,-28002" new enable=yes',
    )
  })
})

describe('the facts of KMS', () => {
  it('give the name of the SRV record', () => {
    expect(kmsSrvName('contoso.com.')).toBe('_vlmcs._tcp.contoso.com')
  })
  it('cap the count at twice the threshold', () => {
    expect(maxCachedClients).toEqual({ client: 50, server: 10 })
  })
})

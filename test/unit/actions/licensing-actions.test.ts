import { beforeEach, describe, expect, it } from 'vitest'
import { activateOnline } from '../../../src-main/actions/activate-online.ts'
import { confirmKmsHost } from '../../../src-main/actions/confirm-kms-host.ts'
import { installProductKey } from '../../../src-main/actions/install-product-key.ts'
import { readSnapshot } from '../../../src-main/actions/licensing-reader.ts'
import { markerName, markerPaths } from '../../../src-main/actions/kms-version-marker.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { contextOn, createFakeWindows, operatingSystem, product, type FakeWindows } from './fake-windows.ts'

const host = 'Windows Operating System - Windows Server(R), VOLUME_KMS_R2_B channel'
const client = 'Windows Operating System - Windows Server(R), VOLUME_KMSCLIENT channel'
const mak = 'Windows Operating System - Windows Server(R), VOLUME_MAK channel'
const lastFive = 'GHJKM'
const params = { key: 'hostKey', lastFive, purpose: 'kms-host' } as const
let windows: FakeWindows
const keyed = (...rows: ReturnType<typeof product>[]) => {
  windows.rows['SoftwareLicensingProduct'] = rows
}
const marker = (view: keyof typeof markerPaths) => windows.registry.get(markerPaths[view].toLowerCase())
const calls = (method: string) => windows.log.filter((line) => line === `call ${method}`).length

beforeEach(() => {
  windows = createFakeWindows()
  windows.rows['SoftwareLicensingService'] = [{ Version: '6.1.7601.17514' }]
  windows.rows['Win32_OperatingSystem'] = operatingSystem('6.1.7601')
  windows.registry.set(markerPaths.native.toLowerCase(), new Map())
  windows.methods['RefreshLicenseStatus'] = () => ({ ReturnValue: 0 })
  keyed(product(client, 'HVTHH', 1))
})

describe('a licensing snapshot', () => {
  const read = async (target: TargetRef, elevated: boolean | null) => {
    windows.rows['Win32_ComputerSystem'] = [{ Name: 'SRV01', PartOfDomain: true, Domain: 'contoso.com' }]
    return (await readSnapshot(contextOn(windows, { target, elevated }))).mayBeIncomplete
  }

  it('of this computer is marked as perhaps incomplete where the app is not elevated, and nowhere else', async () => {
    expect(await read({ place: 'this-computer' }, false)).toBe(true)
    expect(await read({ place: 'this-computer' }, true)).toBe(false)
    expect(await read({ place: 'this-computer' }, null)).toBe(false)
    expect(await read({ place: 'network', host: 'srv01' }, false)).toBe(false)
  })
})

describe('installing a key', () => {
  const install = async (description: string) => {
    const keys: unknown[] = []
    windows.methods['InstallProductKey'] = (path, input) => {
      keys.push(path, input['ProductKey'])
      keyed(product(description, lastFive))
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    const before = await installProductKey.before(context, params)
    return { keys, result: await installProductKey.run(context, params, before), before }
  }

  it('passes the key to the one service instance and tells what it made of the computer', async () => {
    const { keys, result, before } = await install(host)
    expect(keys).toEqual(['SoftwareLicensingService.Version="6.1.7601.17514"', 'BBBBB-CCCCC-DDDDD-FFFFF-GHJKM'])
    expect(before).toEqual({ alreadyInstalled: false, keyed: ['HVTHH'] })
    expect(result).toMatchObject({ channel: 'VOLUME_KMS_R2_B', kind: 'kms-host', isKmsHost: true, installedNow: true })
    expect(JSON.stringify([result, before])).not.toContain('BBBBB')
  })

  it('says so and offers the way back where a key proves to be a host key only afterwards', async () => {
    windows.methods['InstallProductKey'] = () => {
      keyed(product(host, lastFive))
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    const other = { ...params, purpose: 'other' } as const
    const before = await installProductKey.before(context, other)
    const outcome = installProductKey.outcome(await installProductKey.run(context, other, before))
    expect(outcome).toContain('This was a KMS host key: the computer is a KMS host now (VOLUME_KMS_R2_B).')
    expect(outcome).toContain('To go back, install the client setup key')
  })

  it('takes a published client setup key in clear, and shows it so', async () => {
    const setupKey = '489J6-VHDMP-X63PK-3K798-CPX3Y'
    const asClient = { setupKey, lastFive: 'CPX3Y', purpose: 'kms-client' } as const
    const keys: unknown[] = []
    windows.methods['InstallProductKey'] = (_, input) => {
      keys.push(input['ProductKey'])
      keyed(product(client, 'CPX3Y'))
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    const before = await installProductKey.before(context, asClient)
    expect(await installProductKey.run(context, asClient, before)).toMatchObject({ kind: 'kms-client', remark: null })
    expect(keys).toEqual([setupKey])
    expect(installProductKey.secrets?.(asClient)).toEqual([])
    expect(installProductKey.equivalent(asClient, { place: 'this-computer' })).toBe(`slmgr.vbs /ipk ${setupKey}`)
    expect(installProductKey.title(asClient)).toBe('Install the client setup key ending in CPX3Y')
  })

  it('takes no other key in clear, and no two keys', () => {
    const parse = (more: object) => installProductKey.params.safeParse({ lastFive, purpose: 'mak', ...more }).success
    expect(parse({ setupKey: 'BBBBB-CCCCC-DDDDD-FFFFF-GHJKM' })).toBe(false)
    expect(parse({ setupKey: '489J6-VHDMP-X63PK-3K798-CPX3Y' })).toBe(false)
    expect(parse({ setupKey: '489J6-VHDMP-X63PK-3K798-CPX3Y', key: 'mak', lastFive: 'CPX3Y' })).toBe(false)
    expect(parse({})).toBe(false)
    expect(parse({ key: 'mak' })).toBe(true)
  })

  it.each([
    ['mak', client, 'is no multiple activation key (MAK)', 'Nothing was activated'],
    ['mak', host, 'VOLUME_KMS_R2_B', 'To go back'],
    ['kms-client', mak, 'is no client setup key', 'To go back'],
  ] as const)('fails before anything is activated where a key for %s is of another kind: %s', async (...row) => {
    const [purpose, description, message, remedy] = row
    windows.methods['InstallProductKey'] = () => {
      keyed(product(description, lastFive))
      return { ReturnValue: 0 }
    }
    const wanted = { key: 'hostKey', lastFive, purpose }
    const context = contextOn(windows)
    const before = await installProductKey.before(context, wanted)
    await expect(installProductKey.run(context, wanted, before)).rejects.toMatchObject({
      error: {
        code: 'licensing-refused',
        message: expect.stringContaining(message) as string,
        remedy: expect.stringContaining(remedy) as string,
        retryable: false,
      },
    })
    expect(await installProductKey.settle(context, wanted, before)).toMatchObject({ state: 'not-done' })
  })

  it('has nothing of that kind to say of a host key that was meant to be one, or of another key', async () => {
    expect((await install(host)).result.remark).toBeNull()
    expect((await install(mak)).result.remark).toBeNull()
  })

  it('writes the marker in the 64-bit view alone where there is no 32-bit one', async () => {
    await install(host)
    expect(marker('native')?.get(markerName)).toBe('6.1.7601.17514')
    expect(windows.registry.has(markerPaths.wow64.toLowerCase())).toBe(false)
  })

  it('writes the marker in both views where both exist', async () => {
    windows.registry.set(markerPaths.wow64.toLowerCase(), new Map())
    await install(host)
    expect(marker('wow64')?.get(markerName)).toBe('6.1.7601.17514')
  })

  it('deletes the marker where no KMS host is left', async () => {
    marker('native')?.set(markerName, 'old')
    await install(mak)
    expect(marker('native')?.has(markerName)).toBe(false)
  })

  it('ignores a refresh that fails', async () => {
    delete windows.methods['RefreshLicenseStatus']
    expect((await install(host)).result.installedNow).toBe(true)
  })

  it('takes a code that the method returns for a failure', async () => {
    windows.methods['InstallProductKey'] = () => ({ ReturnValue: 0xc004f050 })
    const context = contextOn(windows)
    const before = await installProductKey.before(context, params)
    await expect(installProductKey.run(context, params, before)).rejects.toMatchObject({
      code: 'licensing-refused',
      hresult: 0xc004f050,
    })
  })

  it('is found half done where the marker is missing, and then only the marker is written', async () => {
    keyed(product(host, lastFive))
    const context = contextOn(windows)
    const before = { alreadyInstalled: false, keyed: ['HVTHH'] }
    expect(await installProductKey.settle(context, params, before)).toMatchObject({ state: 'not-done' })
    await installProductKey.run(context, params, before)
    expect(calls('InstallProductKey')).toBe(0)
    expect(calls('SetStringValue')).toBe(1)
    expect(await installProductKey.settle(context, params, before)).toMatchObject({
      state: 'done',
      result: { installedNow: true },
    })
  })
})

describe('what is said before a key is installed', () => {
  const findings = async (...options: Parameters<typeof contextOn> extends [unknown, ...infer R] ? R : never) =>
    (await installProductKey.check?.(contextOn(windows, ...options), params)) ?? []

  it.each([
    ['6.0.6002', 3, 'Windows Server 2008'],
    ['6.0.6002', 1, 'Windows Vista'],
    ['5.2.3790', 3, 'Windows Server 2003'],
  ])('that version %s (type %i) cannot be a KMS host', async (version, type, name) => {
    windows.rows['Win32_OperatingSystem'] = operatingSystem(version, type)
    delete windows.rows['SoftwareLicensingProduct']
    const problem = (await findings()).find(({ level }) => level === 'problem')
    expect(problem).toMatchObject({ check: 'os-version' })
    expect(problem?.message).toContain(name)
  })

  it('that an old key cannot be read back, more strongly where it is not a published one', async () => {
    expect(await findings()).toContainEqual(expect.objectContaining({ check: 'old-key', level: 'info' }))
    keyed(product(mak, 'ABCDE'))
    expect(await findings()).toContainEqual(expect.objectContaining({ check: 'old-key', level: 'warning' }))
    keyed(product(host, lastFive))
    expect(await findings()).toContainEqual(expect.objectContaining({ check: 'key-installed', level: 'info' }))
  })

  it('that this computer needs an elevated app', async () => {
    const found = await findings({ target: { place: 'this-computer' }, elevated: false })
    expect(found[0]).toMatchObject({ check: 'needs-elevation', level: 'problem' })
  })
})

describe('proving that a key is a KMS host key', () => {
  const confirm = () => confirmKmsHost.run(contextOn(windows), { lastFive }, null)

  it('passes for a KMS host product', async () => {
    keyed(product(client, 'HVTHH'), product(host, lastFive))
    expect(await confirm()).toMatchObject({ channel: 'VOLUME_KMS_R2_B' })
  })

  it.each([
    ['another kind of key', mak],
    ['a client setup key', client],
  ])('stops at %s and offers the way back', async (_, description) => {
    keyed(product(description, lastFive))
    windows.registry.set(
      String.raw`software\microsoft\windows nt\currentversion`,
      new Map([['EditionID', 'ServerStandard']]),
    )
    await expect(confirm()).rejects.toMatchObject({
      error: {
        code: 'not-a-kms-host',
        message: expect.stringContaining('Nothing was activated.'),
        remedy: expect.stringContaining('Windows Server 2008 R2 Standard (slmgr /ipk YC6KT-GKW9T-YTKYR-T4X34-R7VHC)'),
      },
    })
    expect(calls('Activate')).toBe(0)
  })

  it('stops where no product carries the key, with general advice where the edition is unknown', async () => {
    windows.rows['Win32_OperatingSystem'] = operatingSystem('6.1.7601').map((row) => ({
      ...row,
      OperatingSystemSKU: null,
    }))
    await expect(confirm()).rejects.toMatchObject({
      error: { remedy: expect.stringContaining('client setup key of the edition') },
    })
  })
})

describe('activating', () => {
  const activate = async (description: string, status: number, after: number) => {
    keyed(product(description, lastFive, status))
    windows.methods['Activate'] = () => {
      keyed(product(description, lastFive, after))
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    return activateOnline.run(context, { lastFive }, await activateOnline.before(context, { lastFive }))
  }

  it('activates that product and reads it again', async () => {
    expect(await activate(host, 2, 1)).toMatchObject({ status: 'licensed', activatedNow: true })
    expect(calls('Activate')).toBe(1)
  })

  it('spends no activation on a product that is licensed', async () => {
    expect(await activate(host, 1, 1)).toMatchObject({ activatedNow: false })
    expect(calls('Activate')).toBe(0)
  })

  it.each([0, 2, 3, 4, 5])('fails where the status afterwards is %i', async (after) => {
    await expect(activate(host, 2, after)).rejects.toMatchObject({ error: { code: 'licensing-refused' } })
  })

  it('counts extended grace as activated, as slmgr does, and says so', async () => {
    expect(activateOnline.outcome(await activate(host, 2, 6))).toContain('extended grace')
  })

  it('fails where no product carries the key', async () => {
    await expect(activateOnline.before(contextOn(windows), { lastFive })).rejects.toMatchObject({
      error: { hresult: 0xc004f014 },
    })
  })
})

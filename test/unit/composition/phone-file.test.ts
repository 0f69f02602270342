import { describe, expect, it } from 'vitest'
import { phoneFileOf, readActivationPhones } from '../../../src-main/composition/phone-file.ts'

describe('where phone.inf is looked for', () => {
  it('on this computer, in its own Windows folder', () => {
    expect(phoneFileOf({ place: 'this-computer' }, String.raw`C:\Windows`)).toBe(
      String.raw`C:\Windows\System32\sppui\phone.inf`,
    )
  })

  it('on another computer in its share, but not with an account of its own', () => {
    expect(phoneFileOf({ place: 'network', host: 'SRV01' }, String.raw`C:\Windows`)).toBe(
      String.raw`\\SRV01\ADMIN$\System32\sppui\phone.inf`,
    )
    const credential = { user: 'CONTOSO\\admin', password: 'secret:0e0b4c1c-6d3f-4f43-9d55-0b6f7bb3a111' }
    expect(phoneFileOf({ place: 'network', host: 'SRV01', credential }, String.raw`C:\Windows`)).toBeNull()
  })

  it('nowhere without Windows, and nowhere in the Lab', () => {
    expect(phoneFileOf({ place: 'this-computer' }, undefined)).toBeNull()
    expect(phoneFileOf({ place: 'lab', scenario: 'first-host', host: 'KMS01' }, String.raw`C:\Windows`)).toBeNull()
  })
})

describe('reading it', () => {
  const text = '[IsoCodes]\r\nDEU,,,%Germany%,555-0100,555-0101\r\n[Strings]\r\nGermany="Germany"\r\n'
  const read = (contents: string) =>
    readActivationPhones({ place: 'this-computer' }, String.raw`C:\Windows`, async (path) => {
      expect(path).toContain('phone.inf')
      return Buffer.from(contents)
    })

  it('gives the numbers of the file', async () => {
    expect(await read(text)).toEqual([{ code: 'DEU', country: 'Germany', tollFree: '555-0100', toll: '555-0101' }])
  })

  it('gives null where it has another form, and where it cannot be read, and never throws', async () => {
    expect(await read('[Other]\r\nnothing')).toBeNull()
    const denied = () => Promise.reject(new Error('EACCES'))
    expect(await readActivationPhones({ place: 'this-computer' }, String.raw`C:\Windows`, denied)).toBeNull()
  })
})

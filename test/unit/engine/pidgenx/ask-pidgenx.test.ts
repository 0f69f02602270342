import { describe, expect, it } from 'vitest'
import { SystemKeyAnswer } from '../../../../src-main/contract/models/product-key-check.ts'
import { askPidGenX, type PidGenXParts } from '../../../../src-main/engine/pidgenx/ask-pidgenx.ts'
import { askSystemPidGenX } from '../../../../src-main/engine/pidgenx/system-pidgenx.ts'

const key = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT'
const notInList = 0x8a010101
const root = 'C:\\Windows'
const plain = `${root}\\System32\\spp\\tokens\\pkeyconfig\\pkeyconfig.xrm-ms`
const hosts = plain.replace('pkeyconfig.xrm', 'pkeyconfig-csvlk.xrm')

/** A pidgenx.dll that knows channels by the list that it is asked with. */
const windows = (answers: Readonly<Record<string, string | number>>, more: Partial<PidGenXParts> = {}) => {
  const asked: string[] = []
  const parts: PidGenXParts = {
    systemRoot: root,
    exists: () => true,
    load: () =>
      Promise.resolve((_key, list, record) => {
        asked.push(list)
        const answer = answers[list] ?? notInList
        if (typeof answer === 'number') return Promise.resolve(answer)
        expect([record.length, record.readUInt32LE(0)]).toEqual([1272, 1272])
        record.write(`${answer}\0`, 0x3f8, 'utf16le')
        record.write('Enterprise\0', 0x118, 'utf16le')
        return Promise.resolve(0)
      }),
    ...more,
  }
  return { asked, answer: async () => SystemKeyAnswer.parse(await askPidGenX(key, parts)) }
}

describe('asking the system what a key is', () => {
  it.each([
    ['Volume:GVLK', 'kms-client'],
    ['Volume:MAK', 'mak'],
    ['Volume:CSVLK', 'kms-host'],
    ['Retail', 'retail'],
    ['Retail:TB:Eval', 'retail'],
    ['OEM:DM', 'oem'],
    ['OEM:SLP', 'oem'],
    ['Something:New', 'other'],
  ])('a key of the channel %s is of kind %s', async (channel, kind) => {
    expect(await windows({ [plain]: channel }).answer()).toEqual({
      outcome: 'told',
      channel,
      kind,
      edition: 'Enterprise',
    })
  })

  it('looks into the list of KMS host keys where the first one does not know the key', async () => {
    const { asked, answer } = windows({ [hosts]: 'Volume:CSVLK' })
    expect(await answer()).toMatchObject({ outcome: 'told', kind: 'kms-host' })
    expect(asked).toEqual([plain, hosts])
  })

  it('says that no list knows the key', async () => {
    expect(await windows({}).answer()).toEqual({ outcome: 'not-recognised' })
  })

  it('says with its code that it was refused', async () => {
    expect(await windows({ [plain]: 0x80070057 }).answer()).toEqual({
      outcome: 'not-available',
      reason: 'pidgenx.dll answered with code 0x80070057.',
    })
  })

  it('takes the absence of Windows, of the library and of its lists for an answer', async () => {
    expect(await windows({}, { systemRoot: undefined }).answer()).toMatchObject({ outcome: 'not-available' })
    expect(await windows({}, { exists: () => false }).answer()).toMatchObject({
      outcome: 'not-available',
      reason: expect.stringContaining('pidgenx.dll') as string,
    })
    const withoutLists = { exists: (path: string) => path.endsWith('.dll') }
    expect(await windows({}, withoutLists).answer()).toMatchObject({
      reason: expect.stringContaining('list') as string,
    })
  })

  it('never passes on what a library throws, which may quote the key', async () => {
    const answer = await windows({}, { load: () => Promise.reject(new Error(`cannot take ${key}`)) }).answer()
    expect(answer).toEqual({ outcome: 'not-available', reason: 'pidgenx.dll could not be used.' })
  })

  it.runIf(process.platform !== 'win32')('finds nobody to ask outside Windows', async () => {
    expect(await askSystemPidGenX(key)).toEqual({
      outcome: 'not-available',
      reason: 'The app does not run on Windows.',
    })
  })
})

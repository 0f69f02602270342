import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createEstate, type Estate } from '../../../../src-main/composition/estate/estate-service.ts'
import type { EstatePlace } from '../../../../src-main/contract/models/estate.ts'
import type { ComputerPreview, CsvReading } from '../../../../src-main/contract/models/estate-adding.ts'
import type { ScanResult } from '../../../../src-main/contract/models/scan.ts'
import { openJournal } from '../../../../src-main/store/journal-store.ts'
import { createSecretVault, type SecretVault } from '../../../../src-main/store/secret-vault.ts'

export const network: EstatePlace = { place: 'network' }
export const never = new AbortController().signal
export const asRecognised: CsvReading = { separator: null, encoding: null, header: null, columns: null }

/** An estate in a folder of its own, with the steps that its tests share. */
export interface OpenedEstate extends Estate {
  readonly vault: SecretVault
  /** Lets the events that were gathered go out. */
  tick(): Promise<void>
  previewText(text: string): Promise<ComputerPreview>
  previewFile(bytes: Uint8Array, reading?: Partial<CsvReading>): Promise<ComputerPreview>
  /** Adds typed names and gives their numbers. */
  addNames(text: string): Promise<readonly number[]>
  /** The same file after a restart of the app. */
  reopened(): OpenedEstate
}

const openIn = (folder: string): OpenedEstate => {
  const now = () => new Date('2026-11-22T10:00:00Z')
  const store = openJournal({ path: join(folder, 'journal.sqlite'), now })
  const vault = createSecretVault(Buffer.alloc(32))
  const waiting: (() => void)[] = []
  const clock = { now, wait: () => new Promise<void>((resolve) => waiting.push(resolve)) }
  const searchDirectory = async () => ({ entries: [], problems: [], limited: false })
  const estate = createEstate({ store: store.estate, vault, clock, searchDirectory })
  const { service } = estate
  const opened: OpenedEstate = {
    ...estate,
    vault,
    tick: async () => {
      for (const resolve of waiting.splice(0)) resolve()
      await Promise.resolve()
    },
    previewText: (text) => service.preview({ place: network, input: { from: 'text', text } }, never),
    previewFile: (bytes, reading) => {
      const { upload } = service.upload(null, bytes)
      const input = { from: 'file', upload, reading: { ...asRecognised, ...reading } } as const
      return service.preview({ place: network, input }, never)
    },
    addNames: async (text) => {
      const { previewId } = await opened.previewText(text)
      await service.add({ previewId, only: null, group: null, tags: [], updateKnown: false }, never)
      return service.list({ place: network, after: null, limit: 500 }).rows.map(({ id }) => id)
    },
    reopened: () => {
      store.close()
      return openIn(folder)
    },
  }
  onTestFinished(() => store.close())
  return opened
}

/** Opens an empty estate; its folder goes with the test. */
export const openEstate = (): OpenedEstate => {
  const folder = mkdtempSync(join(tmpdir(), 'estate-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return openIn(folder)
}

/** What a scan of a licensed KMS client found. */
export const scanned = (id: number, change: Partial<ScanResult> = {}): ScanResult => ({
  id,
  at: '2026-11-22T11:00:00.000Z',
  outcome: 'licensed',
  outcomeText: 'Licensed until 21 May 2027.',
  outcomeNext: null,
  hresult: null,
  read: {
    name: 'pc01.contoso.com',
    os: { caption: 'Windows 11 Enterprise', build: 26_100, isServer: false },
    licence: {
      kind: 'kms-client',
      channel: 'VOLUME_KMSCLIENT',
      status: 'licensed',
      statusReason: 0,
      graceMinutes: 259_200,
      expiresAt: '2027-05-21T11:00:00.000Z',
      partialKey: '2YT43',
    },
    kmsHost: 'kms01.contoso.com',
    cmid: null,
    isKmsHost: false,
    currentCount: null,
  },
  ...change,
})

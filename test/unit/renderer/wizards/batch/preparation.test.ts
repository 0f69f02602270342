import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../../../src-main/contract/app-error.ts'
import type { BatchView } from '../../../../../src-main/contract/models/batch.ts'
import type { ComputerRow } from '../../../../../src-main/contract/models/estate.ts'
import type { BatchWizard } from '../../../../../src-renderer/wizards/batch/batch-wizard.ts'
import { createPreparation } from '../../../../../src-renderer/wizards/batch/prepare/preparation.ts'
import { clientBatch } from '../../../../../src-renderer/wizards/configure-client/client-batch.tsx'
import { convertBatch } from '../../../../../src-renderer/wizards/convert-computer/convert-batch.ts'
import { rearmBatch } from '../../../../../src-renderer/wizards/prepare-image/rearm-batch.ts'
import { batchOf } from '../../../../ui-preview/batch.ts'
import { computerOf } from '../../../../ui-preview/estate.ts'
import { scriptedBridge } from '../set-up-kms-host/scripted-bridge.ts'

const network = { place: 'network' } as const
const read = computerOf(1, network)
type Licence = NonNullable<ComputerRow['licence']>
const computer = (id: number, kind: Licence['kind'] | null): ComputerRow => ({
  ...read,
  id,
  host: `pc${id}`,
  name: `pc${id}`,
  os: kind === null ? null : read.os,
  isKmsHost: kind === 'kms-host',
  licence: kind === null || read.licence === null ? null : { ...read.licence, kind },
})

type Script = Parameters<typeof scriptedBridge>[0]
const open = <F extends object>(wizard: BatchWizard<F>, computers: readonly ComputerRow[], script: Script = {}) => {
  const scripted = scriptedBridge({ 'batches.propose': () => ok(batchOf(1)), ...script })
  const proposed: BatchView[] = []
  const { bridge } = scripted
  const preparation = createPreparation(wizard, { bridge, computers, onProposed: (batch) => proposed.push(batch) })
  const request = () => scripted.calls.find(({ name }) => name === 'batches.propose')?.input
  return { ...scripted, preparation, proposed, request, state: () => preparation.store.getState() }
}

describe('the preparation of a batch', () => {
  it('leaves out those for which the task makes no sense, and takes them in again by choice', () => {
    const { preparation } = open(clientBatch, [computer(1, 'kms-client'), computer(2, 'mak'), computer(3, null)])
    expect(preparation.chosen().map(({ id }) => id)).toEqual([1, 3])
    preparation.leaveOut('no-client', false)
    expect(preparation.chosen().map(({ id }) => id)).toEqual([1, 2, 3])
  })

  it('does not go on where no computer is left', () => {
    const { preparation, state } = open(clientBatch, [computer(2, 'mak')])
    preparation.next()
    expect(state()).toMatchObject({ step: 'computers', complaint: { field: 'leftOut' } })
  })

  it('sends the chosen computers with the policy, without any password', async () => {
    const { preparation, request, proposed } = open(clientBatch, [computer(1, 'kms-client'), computer(4, 'kms-client')])
    preparation.next()
    preparation.editPolicy({ onFailure: 'stop-after', stopAfter: ' 3 ', tryFirst: true, first: '1', concurrency: '8' })
    await preparation.propose()
    expect(request()).toMatchObject({
      draft: { wizard: 'configure-client', activate: true },
      targets: { place: { place: 'network' }, ids: [1, 4] },
      policy: { onFailure: { stopAfter: 3 }, canary: 1, concurrency: 8 },
    })
    expect(proposed).toHaveLength(1)
  })

  it('asks for missing passwords before the options, or leaves those computers out', () => {
    const locked = { ...computer(2, 'kms-client'), user: 'CONTOSO\\admin', passwordNeeded: true }
    const first = open(clientBatch, [computer(1, 'kms-client'), locked])
    first.preparation.next()
    expect(first.state()).toMatchObject({ step: 'computers', complaint: { field: 'passwords' } })
    first.preparation.unlocked([2])
    first.preparation.next()
    expect(first.state().step).toBe('options')
    expect(first.preparation.chosen().map(({ id }) => id)).toEqual([1, 2])
    const second = open(clientBatch, [computer(1, 'kms-client'), locked])
    second.preparation.leaveLockedOut()
    second.preparation.next()
    expect(second.state().step).toBe('options')
    expect(second.preparation.chosen().map(({ id }) => id)).toEqual([1])
  })

  it('leaves out computers whose Windows lacks what is chosen, and no others', async () => {
    const seven = computer(2, 'kms-client')
    const old = { ...seven, os: seven.os && { ...seven.os, build: 7601 } }
    const { preparation, request } = open(clientBatch, [computer(1, 'kms-client'), old, computer(3, null)])
    preparation.next()
    expect(preparation.taken().map(({ id }) => id)).toEqual([1, 2, 3])
    preparation.edit({ lookup: 'domain', lookupDomain: 'contoso.com' })
    await preparation.propose()
    expect(request()).toMatchObject({ targets: { ids: [1, 3] } })
  })

  it('names the number of the policy that cannot be', async () => {
    const { preparation, state, request } = open(clientBatch, [computer(1, 'kms-client'), computer(4, 'kms-client')])
    preparation.next()
    for (const [patch, field] of [
      [{ tryFirst: true, first: '2' }, 'first'],
      [{ first: '1', concurrency: '129' }, 'concurrency'],
      [{ concurrency: '1', onFailure: 'stop-after', stopAfter: 'x' }, 'stopAfter'],
    ] as const) {
      preparation.editPolicy(patch)
      await preparation.propose()
      expect(state().complaint?.field).toBe(field)
    }
    expect(request()).toBeUndefined()
  })

  it('shows an error of main beside the field that it names, and any other above the fields', async () => {
    const refused = { code: 'invalid-input', message: 'Bad.', remedy: 'Mend it.', retryable: false } as const
    for (const [field, expected] of [
      ['lookupDomain', { complaint: { field: 'lookupDomain', message: 'Bad. Mend it.' }, error: null }],
      ['elsewhere', { complaint: null, error: { field: 'elsewhere' } }],
    ] as const) {
      const { preparation, state } = open(clientBatch, [computer(1, 'kms-client')], {
        'batches.propose': () => fail({ ...refused, field }),
      })
      preparation.next()
      await preparation.propose()
      expect(state()).toMatchObject(expected)
    }
  })

  it('keeps what was chosen on Back', () => {
    const { preparation, state } = open(clientBatch, [computer(1, 'kms-client')])
    preparation.next()
    preparation.edit({ caching: 'off' })
    preparation.back()
    preparation.next()
    expect(state()).toMatchObject({ step: 'options', touched: true, fields: { caching: 'off' } })
  })
})

describe('a conversion of many', () => {
  const mixed = [computer(1, 'mak'), computer(2, 'mak'), computer(3, 'kms-client'), computer(4, null)]

  it('begins with the direction of the most, lets main choose the key, and leaves out whom it does not fit', async () => {
    const { preparation, request, state } = open(convertBatch, mixed)
    expect(state().fields.direction).toBe('mak-to-kms')
    preparation.next()
    await preparation.propose()
    expect(request()).toMatchObject({
      draft: { conversion: { direction: 'mak-to-kms', setupKey: { from: 'suggested' } } },
      targets: { ids: [1, 2, 4] },
    })
  })

  it('sends a MAK by its reference alone', async () => {
    const { preparation, request } = open(convertBatch, mixed)
    preparation.next()
    preparation.edit({ direction: 'kms-to-mak', mak: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE' })
    await preparation.propose()
    expect(request()).toMatchObject({ draft: { conversion: { mak: 'secret:1', activation: 'online' } } })
    expect(JSON.stringify(request())).not.toContain('AAAAA')
  })
})

describe('a rearm of many', () => {
  it('leaves KMS hosts out, and those too old for the rearm of one product', async () => {
    const old = {
      ...computer(2, 'mak'),
      os: { caption: 'Microsoft Windows 7 Enterprise', build: 7601, isServer: false },
    }
    const { preparation, request, state } = open(rearmBatch, [computer(1, 'mak'), old, computer(3, 'kms-host')])
    preparation.next()
    preparation.edit({ task: 'product', activationId: 'no id' })
    await preparation.propose()
    expect(state().complaint?.field).toBe('activationId')
    preparation.edit({ activationId: '{73111121-5638-40f6-bc11-f1d7b0d64300}' })
    await preparation.propose()
    expect(request()).toMatchObject({
      draft: { task: { do: 'rearm-product', activationId: '73111121-5638-40f6-bc11-f1d7b0d64300' } },
      targets: { ids: [1] },
    })
  })
})

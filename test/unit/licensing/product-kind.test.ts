import { describe, expect, it } from 'vitest'
import {
  channelOf,
  isPrimaryWindows,
  productKind,
  windowsApplicationId,
} from '../../../src-main/licensing/product-kind.ts'

describe('the kind and channel of a product', () => {
  it.each([
    ['Windows Operating System - Windows Server(R), VOLUME_KMS_R2_C channel', 'kms-host', 'VOLUME_KMS_R2_C'],
    ['Windows Operating System - Windows(R) 7, VOLUME_KMSCLIENT channel', 'kms-client', 'VOLUME_KMSCLIENT'],
    ['Windows(R) Operating System, VOLUME_KMS_2012-R2_WIN10 channel', 'kms-host', 'VOLUME_KMS_2012-R2_WIN10'],
    ['Windows(R) Operating System, VOLUME_MAK channel', 'mak', 'VOLUME_MAK'],
    ['Windows(R) Operating System, RETAIL channel', 'retail', 'RETAIL'],
    ['Office 15, RETAIL(Grace) channel', 'retail', 'RETAIL(Grace)'],
    ['Windows(R) Operating System, OEM_DM channel', 'oem', 'OEM_DM'],
    ['Windows(R) Operating System, OEM_COA_NSLP channel', 'oem', 'OEM_COA_NSLP'],
    ['Windows(R) Operating System, TIMEBASED_EVAL channel', 'time-based', 'TIMEBASED_EVAL'],
    ['Windows(R) Operating System, VIRTUAL_MACHINE_ACTIVATION channel', 'avma', 'VIRTUAL_MACHINE_ACTIVATION'],
    ['Something VOLUME_KMS_C without a comma', 'kms-host', 'VOLUME_KMS_C'],
    ['Something else', 'other', ''],
    ['', 'other', ''],
  ] as const)('%s is %s', (description, kind, channel) => {
    expect(productKind(description)).toBe(kind)
    expect(channelOf(description)).toBe(channel)
  })

  it('minds the case, as slmgr does', () => {
    expect(productKind('windows, volume_kmsclient channel')).toBe('other')
  })
})

describe('the primary Windows product', () => {
  const product = {
    applicationId: windowsApplicationId,
    partialProductKey: 'ABCDE',
    isAddon: false,
    description: 'Windows, RETAIL channel',
  }
  it('is a keyed Windows product that is no add-on', () => {
    expect(isPrimaryWindows(product)).toBe('yes')
    expect(isPrimaryWindows({ ...product, applicationId: windowsApplicationId.toUpperCase() })).toBe('yes')
    expect(isPrimaryWindows({ ...product, isAddon: true })).toBe('no')
    expect(isPrimaryWindows({ ...product, partialProductKey: null })).toBe('no')
    expect(isPrimaryWindows({ ...product, partialProductKey: '' })).toBe('no')
    expect(isPrimaryWindows({ ...product, applicationId: '0ff1ce15-a989-479d-af46-f275c6370663' })).toBe('no')
  })
  it('is told by its KMS channel where LicenseIsAddon does not exist', () => {
    const old = { ...product, isAddon: null }
    expect(isPrimaryWindows({ ...old, description: 'Windows, VOLUME_KMSCLIENT channel' })).toBe('yes')
    expect(isPrimaryWindows({ ...old, description: 'Windows, VOLUME_KMS_C channel' })).toBe('yes')
    expect(isPrimaryWindows(old)).toBe('cannot-tell')
  })
})

import type { OsFacts } from '../world/state.ts'

/** observed: facts of Windows 7 and Server 2008 R2 without service pack; osSku values as gvlk.json has them. */
const release61 = {
  generation: '7',
  version: '6.1.7600',
  build: 7600,
  architecture: '64-bit',
  language: 'en-US',
  serviceVersion: '6.1.7600.16385',
} as const

export const windows7Enterprise: OsFacts = {
  ...release61,
  caption: 'Microsoft Windows 7 Enterprise ',
  sku: 4,
  editionId: 'Enterprise',
  productType: 1,
}

export const server2008R2Enterprise: OsFacts = {
  ...release61,
  caption: 'Microsoft Windows Server 2008 R2 Enterprise ',
  sku: 10,
  editionId: 'ServerEnterprise',
  productType: 3,
}

export const server2008R2Standard: OsFacts = {
  ...release61,
  caption: 'Microsoft Windows Server 2008 R2 Standard ',
  sku: 7,
  editionId: 'ServerStandard',
  productType: 3,
}

export const server2008R2Datacenter: OsFacts = {
  ...release61,
  caption: 'Microsoft Windows Server 2008 R2 Datacenter ',
  sku: 8,
  editionId: 'ServerDatacenter',
  productType: 3,
}

/** A name server that is no Windows computer: nothing here is asked for by WMI. */
export const linuxNameServer: OsFacts = {
  generation: '7',
  caption: 'Linux with BIND 9',
  version: '9.18',
  build: 0,
  sku: 0,
  editionId: '',
  productType: 3,
  architecture: '64-bit',
  language: 'en-US',
  serviceVersion: '',
}

/** Published client setup keys (assets/data/gvlk.json). */
export const setupKeys = {
  windows7Enterprise: '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH',
  server2008R2Enterprise: '489J6-VHDMP-X63PK-3K798-CPX3Y',
  server2008R2Datacenter: '74YFP-3QFB3-KQT8W-PMXWJ-7M648',
  server2008R2Standard: 'YC6KT-GKW9T-YTKYR-T4X34-R7VHC',
} as const

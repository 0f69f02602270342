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

export const windows7Professional: OsFacts = {
  ...windows7Enterprise,
  caption: 'Microsoft Windows 7 Professional ',
  sku: 48,
  editionId: 'Professional',
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

/**
 * assumed: EditionID and OperatingSystemSKU disagree, as where the HPC pack stands on a Standard server; two setup keys fit
 * then (gvlk-notes.md: the EditionID of HPC is not known).
 */
export const server2008R2Hpc: OsFacts = {
  ...server2008R2Standard,
  caption: 'Microsoft Windows Server 2008 R2 HPC Edition ',
  sku: 18,
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
  windows7Professional: 'FJ82H-XT6CR-J8D7P-XQJJ2-GPDD4',
  windows7Enterprise: '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH',
  server2008R2Enterprise: '489J6-VHDMP-X63PK-3K798-CPX3Y',
  server2008R2Datacenter: '74YFP-3QFB3-KQT8W-PMXWJ-7M648',
  server2008R2Standard: 'YC6KT-GKW9T-YTKYR-T4X34-R7VHC',
  server2012Standard: 'XC9B7-NBPP2-83J2H-RHMBY-92BT4',
  server2012R2Standard: 'D2N9P-3P6X9-2R39C-7RTCD-MDVJX',
  server2019Standard: 'N69G4-B89J2-4G8F4-WWYCC-J464C',
  server2022Standard: 'VDYBN-27WPP-V4HQT-9VMD4-VMK7H',
  server2022Datacenter: 'WX4NM-KYWYW-QJJR4-XV3QB-6VM33',
  server2025Standard: 'TVRH6-WHNXV-R9WG3-9XRFY-MY832',
  server2025Datacenter: 'D764K-2NDRG-47T6Q-P8T8W-YP6DF',
  windows11Pro: 'W269N-WFGWX-YVC9B-4J6C9-T83GX',
  windows11Enterprise: 'NPPR9-FWDCX-D2C8J-H872K-2YT43',
} as const

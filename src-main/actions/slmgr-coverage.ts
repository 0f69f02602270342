/** An option of slmgr that no action does, and why. */
export interface NotOfferedOption {
  readonly option: string
  readonly reason: string
  /** What to do instead. */
  readonly instead: string
}

const signer =
  'the certificate and its private key are on the computer that slmgr runs on, and only a COM object there (SPPWMI.SppWmiTokenActivationSigner) can sign with them.'
const directory = 'it reads and deletes objects of Active Directory over LDAP and asks the licensing service nothing.'

/** Options of slmgr that are not WMI (slmgr.md 1.6, 1.7 and 8). */
export const notOfferedOptions: readonly NotOfferedOption[] = [
  { option: '/ltc', reason: signer, instead: 'Run slmgr.vbs /ltc at the computer itself.' },
  { option: '/fta', reason: signer, instead: 'Run slmgr.vbs /fta at the computer itself, with the smart card in it.' },
  {
    option: '/ao-list',
    reason: directory,
    instead: 'Run slmgr.vbs /ao-list, or look under CN=Activation Objects with ADSI Edit.',
  },
  {
    option: '/del-ao',
    reason: directory,
    instead: 'Run slmgr.vbs /del-ao, or delete the object under CN=Activation Objects with ADSI Edit.',
  },
]

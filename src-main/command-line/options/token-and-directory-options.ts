import { quoteInput } from '../../licensing/quote-input.ts'
import { keyName, keySecret, readKey, refusedArgument } from '../argument-readers.ts'
import { plainOption, type OptionStep, type SlmgrOption } from '../slmgr-option.ts'
import { confirmationSecret } from './key-options.ts'

/** ILVID is a uint32; slmgr itself takes 16 bits (slmgr.md 1.6). */
const readVersionId = (typed: string): number => {
  const value = /^\d{1,10}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  if (value <= 0xffff_ffff) return value
  throw refusedArgument(
    'ILVID',
    `${quoteInput(typed)} is no ILVID: it has to be a whole number from 0 to 4294967295.`,
    'Copy ILID and ILVID from the output of /lil.',
  )
}

const directoryStep = (kind: string, typed: string, more: Readonly<Record<string, string | null>>): OptionStep => {
  const key = readKey(typed)
  return { kind, params: { key: keyName, lastFive: key.lastFive, ...more }, secrets: [keySecret(key)] }
}

/** Token licences and activation objects in Active Directory (slmgr.md 1.6 and 1.7). */
export const tokenAndDirectoryOptions: readonly SlmgrOption[] = [
  plainOption('/lil', 'token-licence.list'),
  {
    name: '/ril',
    mandatory: ['ILID', 'ILVID'],
    optional: [],
    versions: 'all',
    step: ([ilid = '', ilvid = '']) => ({
      kind: 'token-licence.remove',
      params: { ilid: ilid.trim(), ilvid: readVersionId(ilvid) },
    }),
  },
  {
    name: '/ad-activation-online',
    mandatory: ['PRODUCT-KEY'],
    optional: ['OBJECT-NAME'],
    versions: '8 and later',
    step: ([key = '', name]) => directoryStep('active-directory.activate-online', key, { objectName: name ?? null }),
  },
  {
    name: '/ad-activation-get-iid',
    mandatory: ['PRODUCT-KEY'],
    optional: [],
    versions: '8 and later',
    step: ([key = '']) => directoryStep('active-directory.read-installation-id', key, {}),
  },
  {
    name: '/ad-activation-apply-cid',
    mandatory: ['PRODUCT-KEY', 'CONFIRMATION-ID'],
    optional: ['OBJECT-NAME'],
    versions: '8 and later',
    step: ([key = '', confirmationId = '', name]) => {
      const secret = confirmationSecret(confirmationId)
      const more = { confirmationId: secret.name, objectName: name ?? null }
      const step = directoryStep('active-directory.deposit-confirmation-id', key, more)
      return { ...step, secrets: [...(step.secrets ?? []), secret] }
    },
  },
]

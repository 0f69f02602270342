import { expect, test } from 'vitest'
import { AppFailure, type AppError } from '../../../src-main/contract/app-error.ts'
import type { OptionStep } from '../../../src-main/command-line/slmgr-option.ts'
import { readSlmgrWords } from '../../../src-main/command-line/slmgr-words.ts'

const id = 'ae2ee509-1b34-41c0-acb7-6d4650168915'
const app = '55c92734-d682-4d71-983e-d6ec3f16059f'
const labKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RTB'
const setupKey = '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH'
const confirmation = '123456'.repeat(8)

const stepOf = (...words: readonly string[]): OptionStep => {
  const typed = readSlmgrWords(words)
  if (!typed.ok) throw new AppFailure(typed.error)
  return typed.value.option.step(typed.value.args)
}

const refusal = (...words: readonly string[]): AppError => {
  try {
    stepOf(...words)
  } catch (thrown) {
    if (thrown instanceof AppFailure) return thrown.error
    throw thrown
  }
  throw new Error(`${words.join(' ')} was taken.`)
}

const plain: readonly (readonly [string, string, object])[] = [
  ['/upk', 'product-key.uninstall', { activationId: null }],
  [`/upk {${id.toUpperCase()}}`, 'product-key.uninstall', { activationId: id }],
  [`/ato ${id}`, 'product.activate-online', { activationId: id }],
  ['/dti', 'product.read-installation-id', { activationId: null }],
  ['/dli', 'licensing.read-details', { scope: 'default', verbose: false }],
  ['/dlv ALL', 'licensing.read-details', { scope: 'all', verbose: true }],
  [`/dlv ${id.toUpperCase()}`, 'licensing.read-details', { scope: id, verbose: true }],
  ['/xpr', 'licensing.read-expiry', { activationId: null }],
  ['/cpky', 'product-key.clear-from-registry', {}],
  ['/rilc', 'licence.reinstall-all', {}],
  ['/rearm', 'windows.rearm', {}],
  [`/rearm-app ${app}`, 'application.rearm', { applicationId: app }],
  [`/rearm-sku ${id}`, 'product.rearm', { activationId: id }],
  ['/skms kms01', 'kms-client.set-host', { host: 'kms01', port: null, activationId: null }],
  ['/skms kms01:1700', 'kms-client.set-host', { host: 'kms01', port: 1700, activationId: null }],
  ['/skms :1700', 'kms-client.set-host', { host: null, port: 1700, activationId: null }],
  [`/skms [2001:db8::1]:1700 ${id}`, 'kms-client.set-host', { host: '[2001:db8::1]', port: 1700, activationId: id }],
  [`/ckms ${id}`, 'kms-client.clear-host', { activationId: id }],
  ['/skms-domain a.test', 'kms-client.set-lookup-domain', { domain: 'a.test', activationId: null }],
  ['/ckms-domain', 'kms-client.clear-lookup-domain', { activationId: null }],
  ['/skhc', 'kms-client.set-host-caching', { enabled: true }],
  ['/ckhc', 'kms-client.set-host-caching', { enabled: false }],
  ['/act-type', 'kms-client.set-activation-type', { type: 'all', activationId: null }],
  [`/act-type 1 ${id}`, 'kms-client.set-activation-type', { type: 'active-directory', activationId: id }],
  ['/act-type 2', 'kms-client.set-activation-type', { type: 'kms', activationId: null }],
  ['/act-type 3', 'kms-client.set-activation-type', { type: 'token', activationId: null }],
  ['/stao', 'kms-client.set-activation-enabled', { enabled: false }],
  ['/ctao', 'kms-client.set-activation-enabled', { enabled: true }],
  ['/sprt 1700', 'kms-host.set-port', { port: 1700, existing: true }],
  ['/sai 15', 'kms-host.set-activation-interval', { minutes: 15, existing: true }],
  ['/sri 43200', 'kms-host.set-renewal-interval', { minutes: 43_200, existing: true }],
  ['/sdns', 'kms-host.set-dns-publishing', { enabled: true, existing: true }],
  ['/cdns', 'kms-host.set-dns-publishing', { enabled: false, existing: true }],
  ['/spri', 'kms-host.set-priority', { low: false, existing: true }],
  ['/cpri', 'kms-host.set-priority', { low: true, existing: true }],
  ['/lil', 'token-licence.list', {}],
  ['/ril SomeIlid 4294967295', 'token-licence.remove', { ilid: 'SomeIlid', ilvid: 4_294_967_295 }],
]

test.each(plain)('%s is the step %s', (words, kind, params) => {
  expect(stepOf(...words.split(' '))).toMatchObject({ kind, params })
  expect(stepOf(...words.split(' ')).secrets ?? []).toEqual([])
})

test('an option begins with / or -, in any case', () => {
  expect(stepOf('-SKHC')).toEqual(stepOf('/skhc'))
  expect(stepOf('/SkHc')).toEqual(stepOf('/skhc'))
})

test('a product key is a secret by name, and a published setup key stands in the step', () => {
  const own = stepOf('/ipk', labKey.toLowerCase())
  expect(own.params).toEqual({ key: 'productKey', lastFive: 'H8RTB', purpose: 'other' })
  expect(own.secrets).toMatchObject([{ name: 'productKey', kind: 'product-key', value: labKey }])
  expect(stepOf('/ipk', setupKey.replaceAll('-', ''))).toEqual({
    kind: 'product-key.install',
    params: { setupKey, lastFive: 'HVTHH', purpose: 'kms-client' },
  })
})

test('a confirmation ID is a secret by name', () => {
  const { params, secrets } = stepOf('/atp', confirmation, id)
  expect(params).toEqual({ activationId: id })
  expect(secrets).toMatchObject([{ name: 'confirmationId', kind: 'confirmation-id', value: confirmation }])
})

test('a licence file is named by its last part, whatever the slashes', () => {
  expect(stepOf('/ilc', String.raw`C:\licences\a.xrm-ms`)).toEqual({
    kind: 'licence.install-file',
    params: { fileName: 'a.xrm-ms' },
    licenceFile: String.raw`C:\licences\a.xrm-ms`,
  })
})

test('the options of Active Directory keep key and confirmation ID out of their parameters', () => {
  const online = stepOf('/ad-activation-online', labKey, 'Contoso object')
  expect(online.kind).toBe('active-directory.activate-online')
  expect(online.params).toEqual({ key: 'productKey', lastFive: 'H8RTB', objectName: 'Contoso object' })
  expect(stepOf('/ad-activation-get-iid', labKey).params).toEqual({ key: 'productKey', lastFive: 'H8RTB' })
  const phone = stepOf('/ad-activation-apply-cid', labKey, confirmation)
  expect(phone.params).toEqual({
    key: 'productKey',
    lastFive: 'H8RTB',
    confirmationId: 'confirmationId',
    objectName: null,
  })
  expect(phone.secrets?.map(({ value }) => value)).toEqual([labKey, confirmation])
})

const refusals: readonly (readonly [string, string, RegExp])[] = [
  ['', 'option', /No option is given/],
  ['/ipk', 'PRODUCT-KEY', /\/ipk needs PRODUCT-KEY/],
  ['/ril A', 'ILVID', /\/ril needs ILVID/],
  ['/ril', 'ILID', /\/ril needs ILID and ILVID/],
  ['/ad-activation-apply-cid', 'PRODUCT-KEY', /needs PRODUCT-KEY and CONFIRMATION-ID/],
  ['/skhc now', 'arguments', /takes 0 arguments, and 1 argument follow/],
  [`/upk ${id} ${id}`, 'arguments', /takes 1 argument, and 2 arguments follow/],
  ['/frobnicate', 'option', /There is no option "\/frobnicate"/],
  ['/?', 'option', /There is no option "\/\?"/],
  ['/ltc', 'option', /\/ltc is not offered.*COM object/],
  ['/fta thumb', 'option', /\/fta is not offered.*COM object/],
  ['/ao-list', 'option', /\/ao-list is not offered.*LDAP/],
  ['/del-ao name', 'option', /\/del-ao is not offered.*LDAP/],
  ['KMS01 /dlv', 'target', /Words stand before the option/],
  ['/upk nonsense', 'activationId', /"nonsense" is no activation ID/],
  [`/rearm-app ${id.slice(0, -1)}`, 'applicationId', /is no application ID/],
  ['/skms :99999', 'port', /99999 is no TCP port/],
  ['/skms kms01:abc', 'port', /"abc" is no TCP port/],
  ['/skms kms_01!', 'host', /has the character "!"/],
  ['/sprt abc', 'port', /"abc" is not a whole number/],
  ['/sprt 0', 'port', /not between 1 and 65535/],
  ['/sai 14', 'activationInterval', /shorter than 15 minutes/],
  ['/sri 43201', 'renewalInterval', /longer than 43200 minutes/],
  ['/act-type 4', 'activation type', /"4" is no activation type/],
  ['/ril A -1', 'ILVID', /is no ILVID/],
  ['/ril A 4294967296', 'ILVID', /is no ILVID/],
]

test.each(refusals)('%j is refused, and the message names %s', (words, field, message) => {
  const error = refusal(...(words === '' ? [] : words.split(' ')))
  expect(error).toMatchObject({ code: 'invalid-input', field })
  expect(error.message).toMatch(message)
  expect(error.remedy).toBeTruthy()
})

test('an unknown option brings the list of those that there are', () => {
  expect(refusal('/frobnicate').remedy).toMatch(/\/ipk .*\/skms .*\/cpri .*\/ad-activation-apply-cid/)
})

test('an empty argument is a missing one', () => {
  expect(refusal('/ipk', '  ').message).toContain('/ipk needs PRODUCT-KEY')
})

test('a wrong product key is named by what is wrong with it, and does not stand in the message', () => {
  const { message, remedy } = refusal('/ipk', labKey.replace('H8RTB', 'H8RT1'))
  expect(message).toMatch(/1/)
  expect(`${message} ${remedy}`).not.toContain('F4K3Y-F4K3Y')
})

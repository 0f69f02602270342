import { expect, test } from 'vitest'
import { actionDescriptions, listActions } from '../../../src-main/actions/action-descriptions.ts'
import { catalogue } from '../../../src-main/actions/catalogue.ts'
import { notOfferedOptions } from '../../../src-main/actions/slmgr-coverage.ts'
import { actionsJson, actionsTable } from '../../../src-main/command-line/actions-table.ts'
import { slmgrOptions } from '../../../src-main/command-line/options/all-options.ts'

/** Every option of slmgr in all its versions (slmgr.md 1.3 to 1.7), as they stand there. */
const keysAndActivation = '/ipk /upk /ato /atp /dti /dli /dlv /xpr /cpky /ilc /rilc /rearm /rearm-app /rearm-sku'
const kmsClient = '/skms /ckms /skms-domain /ckms-domain /skhc /ckhc /act-type /stao /ctao'
const kmsHost = '/sprt /sai /sri /sdns /cdns /spri /cpri'
const token = '/lil /ril /ltc /fta'
const directory = '/ad-activation-online /ad-activation-get-iid /ad-activation-apply-cid /ao-list /del-ao'
const everyOption = [keysAndActivation, kmsClient, kmsHost, token, directory].join(' ').split(' ')

const notOffered = notOfferedOptions.map(({ option }) => option)
const wordsOf = (slmgr: string): readonly string[] => slmgr.split(/[\s,]+/).filter((word) => word.startsWith('/'))

test('there are thirty-nine options', () => {
  expect(new Set(everyOption).size).toBe(39)
})

test('every option is done by an action of the catalogue or named as not offered', () => {
  const done = listActions(catalogue).flatMap(({ slmgr }) => (slmgr === null ? [] : wordsOf(slmgr)))
  expect(everyOption.filter((option) => !done.includes(option) && !notOffered.includes(option))).toEqual([])
  expect(done.filter((option) => !everyOption.includes(option))).toEqual([])
})

test('every option that is offered can be typed, and stands for a kind of the catalogue', () => {
  const typed = slmgrOptions.map(({ name }) => name)
  expect(typed.toSorted()).toEqual(everyOption.filter((option) => !notOffered.includes(option)).toSorted())
})

test('an option that is not offered has a reason and a way out', () => {
  expect(notOffered).toEqual(['/ltc', '/fta', '/ao-list', '/del-ao'])
  for (const { reason, instead } of notOfferedOptions) {
    expect(reason).toMatch(/COM|LDAP/)
    expect(instead).toContain('slmgr.vbs')
  }
})

test('every kind of the catalogue has a description, and every description is one of a kind', () => {
  const kinds = [...catalogue.keys()]
  expect(kinds.filter((kind) => !Object.hasOwn(actionDescriptions, kind))).toEqual([])
  expect(Object.keys(actionDescriptions).filter((kind) => !kinds.includes(kind))).toEqual([])
})

test('the list for programs is JSON with kind, title, risk and slmgr of every action', () => {
  const list = JSON.parse(actionsJson(catalogue)) as readonly Record<string, unknown>[]
  expect(list.map(({ kind }) => kind)).toEqual([...catalogue.keys()])
  for (const action of list) {
    expect(Object.keys(action)).toEqual(['kind', 'title', 'risk', 'slmgr'])
    expect(['read', 'change', 'irreversible']).toContain(action['risk'])
    expect(action['title']).toMatch(/^[A-Z][a-z]/)
  }
  expect(list).toContainEqual({
    kind: 'product-key.install',
    title: 'Install a product key',
    risk: 'irreversible',
    slmgr: '/ipk PRODUCT-KEY',
  })
})

test('the list for people names every action and the options that are not offered', () => {
  const table = actionsTable(catalogue)
  for (const kind of catalogue.keys()) expect(table).toContain(`\n${kind} `)
  for (const option of notOffered) expect(table).toContain(`\n${option}: `)
})

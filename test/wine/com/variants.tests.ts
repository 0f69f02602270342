import assert from 'node:assert/strict'
import type { CimValue } from '../../../src-main/wmi/cim-values.ts'
import { AuthIdentity, splitAccount } from '../../../src-main/wmi/com/auth-identity.ts'
import { arrayFlag, cimTypes } from '../../../src-main/wmi/com/cim-types.ts'
import { comLibrary } from '../../../src-main/wmi/com/com-library.ts'
import { readPointer } from '../../../src-main/wmi/com/native-memory.ts'
import { withVariantOf } from '../../../src-main/wmi/com/variant-memory.ts'
import { readVariant } from '../../../src-main/wmi/com/variant-reading.ts'
import { test } from '../harness.ts'

const moment = new Date('2026-11-22T10:20:30.456Z')
const cases: readonly (readonly [string, number, CimValue])[] = [
  ['sint8', cimTypes.sint8, -128],
  ['uint8', cimTypes.uint8, 255],
  ['sint16', cimTypes.sint16, -32768],
  ['uint16', cimTypes.uint16, 65535],
  ['sint32', cimTypes.sint32, -2147483648],
  ['uint32', cimTypes.uint32, 4294967295],
  ['sint64', cimTypes.sint64, '-9223372036854775808'],
  ['uint64', cimTypes.uint64, '18446744073709551615'],
  ['real64', cimTypes.real64, 0.1],
  ['boolean', cimTypes.boolean, true],
  ['string', cimTypes.string, 'Größe \u{1F5A5} "\\'],
  ['an empty string', cimTypes.string, ''],
  ['datetime', cimTypes.datetime, moment],
  ['null', cimTypes.string, null],
  ['an array of strings', cimTypes.string | arrayFlag, ['one', '', 'three']],
  ['an array of uint32', cimTypes.uint32 | arrayFlag, [0, 1688, 4294967295]],
  ['an array of uint8', cimTypes.uint8 | arrayFlag, [0, 127, 255]],
  ['an array of booleans', cimTypes.boolean | arrayFlag, [true, false]],
  ['an empty array', cimTypes.string | arrayFlag, []],
]

for (const [name, cimType, value] of cases) {
  test(`a VARIANT keeps ${name}`, async () => {
    const library = await comLibrary()
    const before = { ...library.ledger }
    const back = withVariantOf(library, value, cimType, (variant) => readVariant(library, variant, cimType))
    assert.deepEqual(back, value)
    assert.equal(library.ledger.bstrs, before.bstrs)
    assert.equal(library.ledger.variants, before.variants)
  })
}

test('a datetime of 1601-01-01 is none', async () => {
  const library = await comLibrary()
  const zero = '16010101000000.000000+000'
  const back = withVariantOf(library, zero, cimTypes.datetime, (variant) =>
    readVariant(library, variant, cimTypes.datetime),
  )
  assert.equal(back, null)
})

test('an identity has user, domain and password where COM looks for them, and goes with its last user', async () => {
  const library = await comLibrary()
  const before = library.ledger.identities
  const identity = new AuthIdentity(library, splitAccount('CONTOSO\\admin', 'srv01'), 'pässword')
  const fields = [0, 16, 32].map((offset) => {
    const length = library.koffi.decode(identity.address, offset + 8, 'uint32') as number
    return library.koffi.decode.string16(readPointer(library, identity.address, offset), length)
  })
  assert.deepEqual(fields, ['admin', 'CONTOSO', 'pässword'])
  assert.equal(library.koffi.decode(identity.address, 44, 'uint32'), 2, 'SEC_WINNT_AUTH_IDENTITY_UNICODE')
  identity.retain()
  identity.drop()
  assert.equal(library.ledger.identities, before + 1)
  identity.drop()
  assert.equal(library.ledger.identities, before)
})

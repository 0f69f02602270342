import { expect, it } from 'vitest'
import { isLabKey } from '../../../src-main/lab/open-lab.ts'

const key = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT'

it.each([key, key.toLowerCase(), key.replaceAll('-', ''), `Product key: ${key.toLowerCase()}`, `"${key}"`])(
  'a fictional key is known as %s',
  (typed) => {
    expect(isLabKey(typed)).toBe(true)
  },
)

it.each(['', 'no key', '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH', 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCV'])(
  '%j is none of the fictional keys',
  (typed) => {
    expect(isLabKey(typed)).toBe(false)
  },
)

import { describe, expect, it } from 'vitest'
import type { ImageProduct } from '../../../src-main/contract/models/prepare-image.ts'
import { imageChoices, type ImageFacts } from '../../../src-main/licensing/image-choices.ts'
import { windowsApplicationId } from '../../../src-main/licensing/product-kind.ts'

const windows = {
  activationId: 'aaaaaaaa-0000-0000-0000-000000000001',
  applicationId: windowsApplicationId,
  name: 'Windows(R), Enterprise edition',
  applicationRearmsLeft: 1000,
  productRearmsLeft: 1001,
} as ImageProduct
const office = {
  activationId: 'aaaaaaaa-0000-0000-0000-000000000002',
  applicationId: '0ff1ce15-a989-479d-af46-f275c6370663',
  name: 'Office 16, Office16ProPlusVL_KMS_Client edition',
  applicationRearmsLeft: 0,
  productRearmsLeft: 5,
} as ImageProduct
const facts: ImageFacts = { partRearm: true, windowsRearms: 3, skipRearm: false, products: [windows, office] }
const summary = (given: Partial<ImageFacts>) =>
  imageChoices({ ...facts, ...given }).map(({ title, left, refused }) => [title, left, refused?.message ?? null])

describe('what can be done to a computer that is to become an image', () => {
  it('is Sysprep, and a rearm of Windows, of each application and of each product with their own counts', () => {
    expect(summary({})).toEqual([
      ['Generalize with Sysprep', 3, null],
      ['Rearm Windows', 3, null],
      ['Rearm the application Windows', 1000, null],
      ['Rearm the application Office', 0, expect.stringContaining('0xC004D307') as string],
      ['Rearm the product Windows(R), Enterprise edition', 1001, null],
      ['Rearm the product Office 16, Office16ProPlusVL_KMS_Client edition', 5, null],
    ])
  })

  it('is refused where no rearm is left, with what would happen', () => {
    const [generalize, rearm] = imageChoices({ ...facts, windowsRearms: 0 })
    expect(generalize?.refused?.message).toMatch(/No rearm is left. Sysprep would go through/)
    expect(generalize?.refused?.remedy).toMatch(/SkipRearm set to 1 .* same client machine ID/)
    expect(rearm?.refused?.message).toMatch(/0xC004D307/)
  })

  it('names a SkipRearm that makes a rearm do nothing, and lets Sysprep run with what that means', () => {
    const [generalize, rearm] = imageChoices({ ...facts, windowsRearms: 0, skipRearm: true })
    expect(rearm?.refused?.message).toMatch(/SkipRearm is 1/)
    expect(generalize?.refused).toBeNull()
    expect(generalize?.does.join(' ')).toMatch(/Leaves the activation timer .* because SkipRearm is 1/)
  })

  it('refuses single applications and products before Windows 8.1, and says which Windows can', () => {
    const refused = imageChoices({ ...facts, partRearm: false }).filter((choice) => choice.refused !== null)
    expect(refused).toHaveLength(4)
    expect(refused.every(({ refused: why }) => why?.message.includes('Windows 8.1'))).toBe(true)
  })

  it('does not refuse for a count that Windows does not tell', () => {
    expect(
      imageChoices({ ...facts, windowsRearms: null })
        .slice(0, 2)
        .map(({ refused }) => refused),
    ).toEqual([null, null])
  })
})

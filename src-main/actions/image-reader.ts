import type { ActionContext } from './action.ts'
import { readTargetTime } from './licensing-events.ts'
import { readSnapshot } from './licensing-reader.ts'
import { elevationFindings } from './local-rights.ts'
import { readSkipRearm } from './skip-rearm.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { LicensedProduct, LicenseSnapshot } from '../contract/models/license-snapshot.ts'
import type { ImageProduct, ImageState } from '../contract/models/prepare-image.ts'
import { imageChoices } from '../licensing/image-choices.ts'
import { describeLicenseStatus, graceEnd } from '../licensing/license-status.ts'

const imageProduct = (product: LicensedProduct, readAt: Date): ImageProduct => ({
  ...product,
  graceEndsAt: product.graceMinutes === 0 ? null : graceEnd(readAt, product.graceMinutes).toISOString(),
  statusText: describeLicenseStatus(product, readAt),
})

const warnings = ({ products }: LicenseSnapshot, skipRearm: boolean | null): readonly Finding[] => [
  ...(products.some(({ isKmsHost }) => isKmsHost)
    ? [
        {
          check: 'image-of-kms-host',
          level: 'warning' as const,
          message: 'This computer has a KMS host key, and every copy of its image would have it too.',
          remedy: 'Install the client setup key first, and make the image then.',
        },
      ]
    : []),
  ...(skipRearm === true
    ? [
        {
          check: 'skip-rearm',
          level: 'warning' as const,
          message:
            'SkipRearm is 1 here: copies of this computer keep one client machine ID, and KMS hosts count all of them as one computer.',
          remedy: 'Delete the registry value SkipRearm before you make an image, unless you know why it is there.',
        },
      ]
    : []),
]

/** Looks whether a computer can become an image, and how often its timers can still be reset. Reads only. Throws WmiError. */
export const readImageState = async (context: ActionContext): Promise<ImageState> => {
  const snapshot = await readSnapshot(context)
  const skipRearm = await readSkipRearm(context)
  // The computer's own clock, because it is the one that ends the time allowed.
  const readAt = await readTargetTime(context)
  const { osCaption, osVersion, fullName, windowsRearmsLeft: windowsRearms } = snapshot
  const { productRearm: partRearm } = snapshot.abilities
  const products = snapshot.products.map((product) => imageProduct(product, readAt))
  return {
    computerName: fullName,
    osCaption,
    osVersion,
    partRearm,
    readAt: readAt.toISOString(),
    windowsRearms,
    skipRearm,
    products,
    choices: imageChoices({ partRearm, windowsRearms, skipRearm, products }),
    findings: [...elevationFindings(context), ...warnings(snapshot, skipRearm)],
  }
}

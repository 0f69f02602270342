import type { ImageChoice, ImageProduct, ImageState } from '../contract/models/prepare-image.ts'
import { isWindowsApplication } from './product-kind.ts'

/** What the choices depend on. */
export type ImageFacts = Pick<ImageState, 'partRearm' | 'windowsRearms' | 'skipRearm' | 'products'>
type Refusal = NonNullable<ImageChoice['refused']>

const noneLeft = (what: string): Refusal => ({
  message: `No rearm is left for ${what}: Windows would refuse with 0xC004D307.`,
  remedy: 'Activate the computer, or install Windows anew: nothing gives a rearm back.',
})

// slmgr.md 6: SkipRearm 1 = /rearm does nothing.
const skipped: Refusal = {
  message: 'The registry value SkipRearm is 1, and while it is, a rearm does nothing.',
  remedy: String.raw`Delete SkipRearm in HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SoftwareProtectionPlatform, then look again.`,
}

/** `rearms`: how many are left for Windows as a whole, which is what an older Windows can do instead. */
const tooOld = (rearms: number | null): Refusal => ({
  message: 'The timer of a single application or product can be reset since Windows 8.1 and Windows Server 2012 R2.',
  remedy: rearms === 0 ? 'Here only Windows as a whole could be rearmed.' : 'Rearm Windows as a whole instead.',
})

const changesNothingElse = 'Nothing else on the computer changes: no account, no name, no security identifier (SID).'
const keepsKey = 'The installed product key stays; it is not activated by this.'

const windowsChoice = ({ windowsRearms, skipRearm }: ImageFacts): ImageChoice => ({
  task: { do: 'rearm-windows' },
  title: 'Rearm Windows',
  does: [
    'Starts the time that is allowed without activation anew; in Windows 7 and Windows Server 2008 R2 that is 30 days.',
    'Gives the computer a new client machine ID, by which KMS hosts count it.',
    'Takes effect when the computer restarts. The app does not restart it: do that yourself when nobody works on it.',
  ],
  doesNot: [changesNothingElse, keepsKey],
  left: windowsRearms,
  refused: skipRearm === true ? skipped : windowsRearms === 0 ? noneLeft('Windows') : null,
})

const partRefusal = (
  { partRearm, skipRearm, windowsRearms }: ImageFacts,
  left: number | null,
  what: string,
): Refusal | null => {
  if (!partRearm) return tooOld(windowsRearms)
  if (skipRearm === true) return skipped
  return left === 0 ? noneLeft(what) : null
}

const applicationName = ({ applicationId, name }: ImageProduct): string =>
  isWindowsApplication(applicationId) ? 'Windows' : name.startsWith('Office') ? 'Office' : name

const applicationChoices = (facts: ImageFacts): readonly ImageChoice[] => {
  const firsts = facts.products.filter(
    ({ applicationId }, index, all) => all.findIndex((one) => one.applicationId === applicationId) === index,
  )
  return firsts.map((product): ImageChoice => {
    const name = applicationName(product)
    const left = product.applicationRearmsLeft
    return {
      task: { do: 'rearm-application', applicationId: product.applicationId },
      title: `Rearm the application ${name}`,
      does: [`Starts the allowed time of every product of ${name} anew.`, 'Takes effect when the computer restarts.'],
      doesNot: ['The timers of other applications stay as they are.', keepsKey],
      left,
      refused: partRefusal(facts, left, `the application ${name}`),
    }
  })
}

const productChoices = (facts: ImageFacts): readonly ImageChoice[] =>
  facts.products.map((product): ImageChoice => ({
    task: { do: 'rearm-product', activationId: product.activationId },
    title: `Rearm the product ${product.name}`,
    does: ['Starts the allowed time of this one product anew.', 'Takes effect when the computer restarts.'],
    doesNot: ['The timers of other products stay as they are.', keepsKey],
    left: product.productRearmsLeft,
    refused: partRefusal(facts, product.productRearmsLeft, product.name),
  }))

const generalizeChoice = ({ windowsRearms, skipRearm }: ImageFacts): ImageChoice => ({
  task: { do: 'generalize' },
  title: 'Generalize with Sysprep',
  does: [
    'Removes what belongs to this one computer: its security identifier (SID), its name and its place in a domain.',
    skipRearm === true
      ? 'Leaves the activation timer and the client machine ID as they are, because SkipRearm is 1.'
      : 'Resets the activation timer and the client machine ID, so that the time allowed begins when a copy is first started. That uses up one rearm.',
    'Shuts the computer down when it is done. The connection to it ends then.',
    'The image must be captured before the computer is started again: starting it begins the set-up of a new computer.',
  ],
  doesNot: ['The installed product key stays in the image, and no copy asks for one.'],
  left: windowsRearms,
  refused:
    skipRearm !== true && windowsRearms === 0
      ? {
          message:
            'No rearm is left. Sysprep would go through, but leave the activation timers as they are and report an error.',
          remedy:
            'Build the image anew from an installation that has rearms left. SkipRearm set to 1 stops the rearm altogether: then every copy has the same client machine ID and KMS hosts count all of them as one.',
        }
      : null,
})

/** What can be done to a computer that is to become an image, each with its consequences or why it cannot be done. Pure. */
export const imageChoices = (facts: ImageFacts): ImageChoice[] => [
  generalizeChoice(facts),
  windowsChoice(facts),
  ...applicationChoices(facts),
  ...productChoices(facts),
]

import { primaryProduct } from '../contract/conversion-directions.ts'
import type { ConversionAdvice } from '../contract/models/conversion.ts'
import { conversionOptions, presentSentence } from '../licensing/conversion-options.ts'
import { adviseSetupKey } from '../licensing/setup-key-advice.ts'
import type { ActionContext } from './action.ts'
import { readInstalledEdition } from './installed-edition.ts'
import { readSnapshot } from './licensing-reader.ts'

/** What a computer can be converted to, and which client setup key fits it. Reads only. Throws WmiError. */
export const readConversionAdvice = async (context: ActionContext): Promise<ConversionAdvice> => {
  const snapshot = await readSnapshot(context)
  const installed = await readInstalledEdition(context)
  const setupKey = adviseSetupKey({ ...installed, caption: snapshot.osCaption, isServer: snapshot.isServer })
  const product = primaryProduct(snapshot.products)
  const { options, proposed } = conversionOptions(product, setupKey)
  return {
    snapshot,
    present: presentSentence(product, new Date(snapshot.readAt)),
    options: [...options],
    proposed,
    setupKey,
  }
}

import { closeKmsTraffic } from '../../actions/close-kms-traffic.ts'
import { activateKmsClient } from '../../actions/activate-kms-client.ts'
import { installProductKey } from '../../actions/install-product-key.ts'
import type { ConversionDirection } from '../../contract/models/conversion.ts'
import type { Deed, Proof } from '../deed.ts'
import { byHand } from './exported-kind.ts'
import { keyedCondition } from './proofs.ts'

/**
 * What a step of many computers does where something is decided at each of them. `known` gives the deeds of a step whose
 * parameters are all there. What this version does not know how to decide is left to people.
 */
export const decidedDeeds = (
  kind: string,
  { open, sentence }: { readonly open: readonly string[]; readonly sentence: string },
  known: () => readonly Deed[],
): readonly Deed[] => {
  if (open.length === 0) return known()
  if (kind === installProductKey.kind && open.includes('setupKey')) return [{ deed: 'setup-key' }]
  if (kind === activateKmsClient.kind) return [{ deed: 'activate-client' }]
  return byHand(`it is decided at each computer. ${sentence}`)
}

const windows = keyedCondition({ activationId: null })
const products = 'SELECT ID FROM SoftwareLicensingProduct WHERE'
/** The channels are those of slmgr.md 2.4. */
const isClient = "Description LIKE '%VOLUME_KMSCLIENT%'"
const isHost = `Description LIKE '%VOLUME_KMS%' AND NOT ${isClient}`

/** When a step of a kind is needed at a computer at all; null for always. */
export const onlyIf = (kind: string): Proof | null =>
  kind === closeKmsTraffic.kind
    ? {
        wql: `${products} PartialProductKey <> NULL AND ${isHost}`,
        expect: 'none',
        otherwise: 'the computer stays a KMS host for another product.',
      }
    : null

const some = (condition: string, otherwise: string): Proof => ({
  wql: `${products} ${windows} AND (${condition})`,
  expect: 'some',
  otherwise,
})

/**
 * What Windows has to be for a conversion, asked of each computer when its turn comes. What was converted already fits too,
 * so that an export that was stopped can be run again.
 */
export const fitsConversion = (direction: ConversionDirection): Proof => {
  switch (direction) {
    case 'mak-to-kms':
      return some(`Description LIKE '%MAK%' OR ${isClient}`, 'Windows has neither a MAK nor a client setup key.')
    case 'kms-to-mak':
      return some(`${isClient} OR Description LIKE '%MAK%'`, 'Windows is no KMS client.')
    case 'host-to-client':
      return some("Description LIKE '%VOLUME_KMS%'", 'Windows is no KMS host.')
    case 'retail-to-kms':
      return {
        wql: `${products} ${windows} AND NOT Description LIKE '%RETAIL%' AND NOT Description LIKE '%OEM_%' AND NOT ${isClient}`,
        expect: 'none',
        otherwise: 'Windows has another key than a retail or OEM key.',
      }
  }
}

/** What a computer has to be for a change of its settings as a KMS client. */
export const fitsClient: Proof = {
  wql: `${products} PartialProductKey <> NULL AND ${isClient}`,
  expect: 'some',
  otherwise: 'No product on it is a KMS client.',
}

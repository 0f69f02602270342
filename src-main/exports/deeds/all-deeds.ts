import type { Deed } from '../deed.ts'
import { clientDeeds } from './client-deeds.ts'
import type { ExportedKind } from './exported-kind.ts'
import { byHand } from './exported-kind.ts'
import { hostDeeds } from './host-deeds.ts'
import { licenceDeeds } from './licence-deeds.ts'
import { productDeeds } from './product-deeds.ts'
import { systemDeeds } from './system-deeds.ts'

/** How every kind of the catalogue is exported. A test holds it against the catalogue. */
export const exportedKinds: ReadonlyMap<string, ExportedKind> = new Map(
  [...clientDeeds, ...hostDeeds, ...licenceDeeds, ...productDeeds, ...systemDeeds].map((kind) => [kind.kind, kind]),
)

/** What a step does. A kind that this version does not know, from an older journal, is left to people. */
export const deedsOf = ({ kind, params }: { readonly kind: string; readonly params: unknown }): readonly Deed[] => {
  const known = exportedKinds.get(kind)
  if (known === undefined) return byHand(`the app no longer knows the step "${kind}".`)
  try {
    return known.deeds(params)
  } catch {
    return byHand(`the values of the step "${kind}" are not such as the app knows.`)
  }
}

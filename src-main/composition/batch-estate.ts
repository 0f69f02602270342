import type { BatchEstate } from '../plans/batches/estate-accounts.ts'
import type { EstateRegister } from './estate-register.ts'

/** The estate's register as batches see it. */
export const batchEstateOf = (register: Pick<EstateRegister, 'targets' | 'targetsOf'>): BatchEstate => ({
  byIds: (place, ids) => register.targets(place, { which: 'computers', ids: [...ids] }),
  byHosts: (place, hosts) => register.targetsOf(place, hosts),
})

import type { OsFacts, ProductState } from '../world/state.ts'
import { kmsFigures } from './kms-figures.ts'

/** observed: LicenseStatusReason of a volume product whose key was installed and that was never activated (slmgr.md 7.5). */
const notActivatedYet = 0xc004f034

/**
 * Where a product with a key begins, and begins again after a rearm. documented: 30 days of initial grace on 7 and 2008 R2;
 * observed: from Windows 8 on an install that is not activated is in notification mode at once (kms.md 1).
 */
export const freshStatus = (
  { generation }: Pick<OsFacts, 'generation'>,
  clock: number,
): Pick<ProductState, 'status' | 'endsAt' | 'reason'> =>
  generation === '7'
    ? { status: 'oob-grace', endsAt: clock + kmsFigures.oobGrace, reason: null }
    : { status: 'notification', endsAt: null, reason: notActivatedYet }

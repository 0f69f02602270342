import { z } from 'zod'

/**
 * An activation ID as a parameter: null for the service itself or the primary Windows product, as slmgr without an ID. Its
 * form is checked by the action, so that a wrong one is named with its value (licensing/activation-id.ts).
 */
export const ActivationIdParam = z.string().max(100).nullable()

/** What a title says of the product that an action is for; empty for the computer as a whole. */
export const forProduct = (activationId: string | null): string =>
  activationId === null ? '' : ` for the product ${activationId}`

import type { ActivationType } from '../contract/models/license-snapshot.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { activationTypeNumbers } from './activation-type.ts'
import { slmgrCommand } from './command-lines.ts'

/** The product that an option is for: nothing for the service itself (slmgr.md 1.4). */
const forProduct = (activationId: string | null): readonly string[] => (activationId === null ? [] : [activationId])

/** `slmgr /skms NAME[:PORT] | :PORT [id]`. */
export const setHostCommand = (
  target: TargetRef,
  {
    host,
    port,
    activationId,
  }: { readonly host: string | null; readonly port: number | null; readonly activationId: string | null },
): string =>
  slmgrCommand(target, '/skms', `${host ?? ''}${port === null ? '' : `:${port}`}`, ...forProduct(activationId))

/** `slmgr /ckms [id]`. */
export const clearHostCommand = (target: TargetRef, activationId: string | null): string =>
  slmgrCommand(target, '/ckms', ...forProduct(activationId))

/** `slmgr /skms-domain FQDN [id]`. */
export const setLookupDomainCommand = (target: TargetRef, domain: string, activationId: string | null): string =>
  slmgrCommand(target, '/skms-domain', domain, ...forProduct(activationId))

/** `slmgr /ckms-domain [id]`. */
export const clearLookupDomainCommand = (target: TargetRef, activationId: string | null): string =>
  slmgrCommand(target, '/ckms-domain', ...forProduct(activationId))

/** `slmgr /skhc` keeps the KMS host that answered, `/ckhc` does not. */
export const hostCachingCommand = (target: TargetRef, enabled: boolean): string =>
  slmgrCommand(target, enabled ? '/skhc' : '/ckhc')

/** `slmgr /act-type 0..3 [id]`. */
export const activationTypeCommand = (target: TargetRef, type: ActivationType, activationId: string | null): string =>
  slmgrCommand(target, '/act-type', String(activationTypeNumbers[type]), ...forProduct(activationId))

/** `slmgr /stao` switches activation by KMS off, `/ctao` on again (slmgr.md 1.4). */
export const activationSwitchCommand = (target: TargetRef, enabled: boolean): string =>
  slmgrCommand(target, enabled ? '/ctao' : '/stao')

/** `slmgr /upk [id]`. */
export const uninstallKeyCommand = (target: TargetRef, activationId: string | null): string =>
  slmgrCommand(target, '/upk', ...forProduct(activationId))

/** `slmgr /cpky`. */
export const clearKeyCommand = (target: TargetRef): string => slmgrCommand(target, '/cpky')

/** `slmgr /rearm`. */
export const rearmCommand = (target: TargetRef): string => slmgrCommand(target, '/rearm')

/** `slmgr /rearm-app APPLICATION`. */
export const rearmApplicationCommand = (target: TargetRef, applicationId: string): string =>
  slmgrCommand(target, '/rearm-app', applicationId)

/** `slmgr /rearm-sku ACTIVATION`. */
export const rearmProductCommand = (target: TargetRef, activationId: string): string =>
  slmgrCommand(target, '/rearm-sku', activationId)

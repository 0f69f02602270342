import { z } from 'zod'
import type { TargetRef } from '../contract/models/target.ts'
import { activationSwitchCommand, hostCachingCommand } from '../licensing/client-commands.ts'
import { flag } from '../wmi/cim-values.ts'
import { clientSettingAction } from './client-setting-action.ts'
import { callLicensing } from './licensing-calls.ts'
import { readLicensingObject, type VersionGate } from './licensing-object.ts'
import { versionGates } from './version-gates.ts'

const Params = z.object({ enabled: z.boolean() }).strict()
type Switch = z.infer<typeof Params>
const evidence = z.object({ before: Params }).strict()

interface SwitchParts {
  readonly kind: string
  readonly label: string
  readonly gate: VersionGate | null
  title(enabled: boolean): string
  equivalent(target: TargetRef, enabled: boolean): string
  /** The property, and whether it is true where the switch is off. */
  readonly property: { readonly name: string; readonly inverted: boolean }
  /** The method with its parameter, which is true to switch off (slmgr.md 8). */
  readonly method: { readonly name: string; readonly parameter: string }
  readonly undoneWith: string
}

const switchAction = ({ kind, label, gate, title, equivalent, property, method, undoneWith }: SwitchParts) =>
  clientSettingAction<Switch, Switch>({
    kind,
    params: Params,
    evidence,
    label,
    gate,
    undoneWith,
    title: ({ enabled }) => title(enabled),
    equivalent: ({ enabled }, target) => equivalent(target, enabled),
    activationId: () => null,
    fault: () => null,
    read: async (context, object) => {
      const row = await readLicensingObject(context, object, [property.name])
      return { enabled: flag(row, property.name) !== property.inverted }
    },
    isRight: (state, { enabled }) => state.enabled === enabled,
    write: (context, { path }, { enabled }) =>
      callLicensing(context, path, method.name, { [method.parameter]: !enabled }),
    putBack: ({ enabled }) => [{ kind, params: { enabled } }],
    words: ({ enabled }) => (enabled ? 'on' : 'off'),
  })

/**
 * Whether a KMS host that answered is kept for the next time. It is a setting of the service alone, for every product at
 * once, and not limited to KMS clients (slmgr.md 1.4).
 */
export const setHostCaching = switchAction({
  kind: 'kms-client.set-host-caching',
  label: 'keeping the KMS host that answered',
  gate: null,
  title: (enabled) => (enabled ? 'Keep the KMS host that answered' : 'Look for KMS hosts anew each time'),
  equivalent: hostCachingCommand,
  property: { name: 'KeyManagementServiceHostCaching', inverted: false },
  method: { name: 'DisableKeyManagementServiceHostCaching', parameter: 'DisableCaching' },
  undoneWith: 'slmgr /skhc or /ckhc',
})

/** Switches activation by KMS off or on; Windows 7 and Server 2008 R2 alone (slmgr.md 1.4, 7.2). */
export const setActivationEnabled = switchAction({
  kind: 'kms-client.set-activation-enabled',
  label: 'activation by KMS',
  gate: versionGates.activationSwitch,
  title: (enabled) => `Switch activation by KMS ${enabled ? 'on' : 'off'}`,
  equivalent: activationSwitchCommand,
  property: { name: 'KeyManagementServiceActivationDisabled', inverted: true },
  method: { name: 'DisableKeyManagementServiceActivation', parameter: 'DisableActivation' },
  undoneWith: 'slmgr /ctao or /stao',
})

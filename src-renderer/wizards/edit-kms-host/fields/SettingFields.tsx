import { FilePicker } from './FilePicker.tsx'
import { NumberSetting } from './NumberSetting.tsx'
import { PriorityChoice, PublishingSwitch } from './SwitchSettings.tsx'
import { PublishListSetting } from './PublishListSetting.tsx'
import type { SettingName } from '../edit-fields.ts'
import type { ValueStep } from '../machine.ts'

/** The fields of one setting. */
export const SettingFields = ({ setting, state }: { readonly setting: SettingName; readonly state: ValueStep }) => {
  switch (setting) {
    case 'port':
    case 'activation-interval':
    case 'renewal-interval':
      return <NumberSetting setting={setting} state={state} />
    case 'dns-publishing':
      return <PublishingSwitch fields={state.fields} />
    case 'priority':
      return <PriorityChoice fields={state.fields} />
    case 'publish-list':
      return <PublishListSetting state={state} />
    case 'registry-values':
      return <FilePicker state={state} />
  }
}

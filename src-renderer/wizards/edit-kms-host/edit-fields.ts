import type { RegistryFileCheck } from '../../../src-main/contract/models/host-input-checks.ts'
import type { HostSettings, HostChange, PublishRowDraft } from '../../../src-main/contract/models/kms-host-settings.ts'
import type { EditAnswer } from './machine.ts'

/** The name of a setting that can be edited on its own. */
export type SettingName = HostChange['setting']

/** A .reg file as it was picked and read. */
export interface PickedFile {
  readonly name: string
  readonly check: RegistryFileCheck
}

/** What stands in the fields; each setting uses those that it needs. Numbers stay as they were typed. */
export interface EditFields {
  /** A port, or an interval in minutes. */
  readonly text: string
  readonly openFirewall: boolean
  /** Publishing on, or low priority. */
  readonly on: boolean
  readonly by: 'service' | 'registry'
  readonly rows: readonly PublishRowDraft[]
  readonly file: PickedFile | null
}

const textOf = (setting: SettingName, settings: HostSettings): string => {
  switch (setting) {
    case 'port':
      return String(settings.port)
    case 'activation-interval':
      return settings.activationInterval === null ? '' : String(settings.activationInterval)
    case 'renewal-interval':
      return settings.renewalInterval === null ? '' : String(settings.renewalInterval)
    case 'dns-publishing':
    case 'publish-list':
    case 'priority':
    case 'registry-values':
      return ''
  }
}

/** The fields as they are at first: numbers and lists as the host has them, switches the other way round. */
export const initialFields = (setting: SettingName, settings: HostSettings): EditFields => ({
  text: textOf(setting, settings),
  openFirewall: true,
  on: setting === 'dns-publishing' ? !settings.dnsPublishing : !settings.lowPriority,
  by: 'service',
  rows: settings.publishList,
  file: null,
})

/** Whether leaving would lose something that was typed. */
export const isEdited = (initial: EditFields, { text, file, rows }: EditFields): boolean =>
  text !== initial.text || file !== null || JSON.stringify(rows) !== JSON.stringify(initial.rows)

/** The change that the fields stand for; null while main has not found them usable. */
export const changeOf = (setting: SettingName, fields: EditFields, answer: EditAnswer | null): HostChange | null => {
  const { openFirewall, on, by, file } = fields
  const read = answer?.settings ?? null
  const withMinutes = (name: 'activation-interval' | 'renewal-interval', minutes: number | null): HostChange | null =>
    minutes === null ? null : { setting: name, minutes }
  switch (setting) {
    case 'port': {
      const port = read?.port ?? null
      return port === null ? null : { setting, port, openFirewall }
    }
    case 'dns-publishing':
      return { setting, enabled: on, by }
    case 'publish-list': {
      const domains = fields.rows.length === 0 ? [] : (answer?.list?.rows ?? null)
      return domains === null ? null : { setting, domains }
    }
    case 'priority':
      return { setting, low: on }
    case 'activation-interval':
      return withMinutes(setting, read?.activationInterval ?? null)
    case 'renewal-interval':
      return withMinutes(setting, read?.renewalInterval ?? null)
    case 'registry-values': {
      const values = file?.check.values ?? null
      return values === null ? null : { setting, values }
    }
  }
}

import type { Draft } from 'immer'
import { licensingPath, registryNumber, registryText } from '../machine/registry.ts'
import type { Computer } from '../world/state.ts'
import { numberText, settingNames, writeSetting, type SettingName } from './settings.ts'
import type { Sku } from './sku-catalogue.ts'

/** documented: what VLActivationTypeEnabled means; 0 or anything else is "all" (slmgr.md 7.5). */
export const activationTypes = { all: 0, activeDirectory: 1, kms: 2, token: 3 } as const

/** What a KMS client product goes by: its own settings, else those of its application, else the computer's. */
export interface ClientSettings {
  /** KMS host pinned for it; null for discovery. */
  readonly machine: string | null
  /** 0: none set, which means 1688. */
  readonly port: number
  /** Zone in which it looks for its host, from Windows 8 on; null for the usual zones. */
  readonly lookupDomain: string | null
  /** How it may be activated, from Windows 8 on: 0 in any way, else `activationTypes`. */
  readonly activationType: number
}

const applicationPath = (sku: Sku): string => `${licensingPath}\\${sku.applicationId}`
const productPath = (sku: Sku): string => `${applicationPath(sku)}\\${sku.activationId}`

/**
 * documented: settings per product stand under BASE\AppID\SkuID, from Windows 8 on those per application under BASE\AppID
 * (slmgr.md 6). The innermost first.
 */
const levelsOf = ({ os }: Computer, sku: Sku): readonly string[] =>
  os.generation === '7' ? [productPath(sku), licensingPath] : [productPath(sku), applicationPath(sku), licensingPath]

/**
 * The settings that hold for a product: those of the product win over the application's, and these over the computer's.
 * assumed: a port belongs to the name beside it, so that the computer's port is not asked of a host that is pinned for
 * the product; a lookup domain and an activation type are looked for on their own.
 */
export const clientSettings = (computer: Computer, sku: Sku): ClientSettings => {
  const levels = levelsOf(computer, sku)
  const textAt = (path: string, name: SettingName): string | null => registryText(computer, path, name) || null
  const named = levels.find((path) => textAt(path, settingNames.machine) !== null)
  const portPaths = levels.slice(0, named === undefined ? levels.length : levels.indexOf(named) + 1)
  const ported = named ?? portPaths.find((path) => textAt(path, settingNames.port) !== null)
  const isSeven = computer.os.generation === '7'
  const domain = levels.map((path) => textAt(path, settingNames.lookupDomain)).find((found) => found !== null)
  const type = levels.map((path) => registryNumber(computer, path, settingNames.activationType)).find((n) => n !== null)
  return {
    machine: named === undefined ? null : textAt(named, settingNames.machine),
    port: ported === undefined ? 0 : numberText(textAt(ported, settingNames.port)),
    lookupDomain: isSeven ? null : (domain ?? null),
    activationType: isSeven || type === undefined || type > activationTypes.token ? activationTypes.all : type,
  }
}

/** Writes a setting of one product; null deletes it. */
export const writeProductSetting = (
  computer: Draft<Computer>,
  sku: Sku,
  name: SettingName,
  value: string | number | null,
): void => writeSetting(computer, name, value, productPath(sku))

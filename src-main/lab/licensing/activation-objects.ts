import { labError, labHresults } from '../lab-error.ts'
import { changeForest, forestOf, mayWriteActivationObjects, objectDn } from '../net/directory.ts'
import type { Scene } from '../world/scene.ts'
import type { ActivationObjectState, ForestState } from '../world/state.ts'
import { requireInternet, spendActivation } from './activation-server.ts'
import { findLabKey, type LabKey } from '../fictional-keys.ts'
import { newProductKeyId } from './install-key.ts'
import { hostSkuOf } from './kms-reach.ts'
import { checkConfirmation, installationIdFrom } from './phone.ts'
import type { Sku } from './sku-catalogue.ts'

/** documented: the longest name of an activation object (slmgr.md 1.7). */
const longestName = 40

/** A host key and the product that it stands for. */
interface HostKey {
  readonly sku: Sku
  readonly labKey: LabKey
}

const refuse = (hresult: number, what: string): never => {
  throw labError('call', hresult, what)
}

/**
 * The forest in which an account may make an object with a key. documented: domain members alone, the schema of Server
 * 2012, a KMS host key, a name of at most 40 characters, write access to the container (kms.md 5, slmgr.md 1.7 and 1.9;
 * codes: error-codes.json). assumed: without a domain 0x8007054B; a key that is no host key is 0xC004F07D. Throws WmiError.
 */
const prepare = (scene: Scene, key: string, name: string): { forest: ForestState; known: HostKey } => {
  const { domain } = scene.computer()
  if (domain === null) return refuse(labHresults.noDomain, 'This computer is not a member of a domain.')
  if (name.length > longestName) return refuse(labHresults.activationObjectName, 'The name is too long.')
  const labKey = findLabKey(scene.scenario.keys, key)
  const sku = labKey ? hostSkuOf(labKey) : undefined
  if (!labKey) return refuse(labHresults.invalidKey, 'The product key is invalid.')
  if (!sku) return refuse(labHresults.keyTypeNotUsable, 'The product key is not a KMS host key.')
  const forest = forestOf(scene.transaction.readNetwork, domain)
  if (!forest?.schemaKnowsActivation) {
    return refuse(labHresults.directorySchema, 'The Active Directory schema does not know activation objects.')
  }
  if (!mayWriteActivationObjects(scene, forest, scene.user ?? '')) {
    return refuse(labHresults.accessDenied, 'The account may not write activation objects.')
  }
  return { forest, known: { sku, labKey } }
}

/**
 * documented: without a name the object is called after the key (slmgr.md 1.7). assumed: after the product that the key
 * belongs to; an object of the same name is replaced.
 */
const create = (scene: Scene, forest: ForestState, { sku, labKey }: HostKey, name: string): void => {
  const objectName = name.trim() === '' ? `${sku.name} ${sku.channel}`.slice(0, longestName).trim() : name.trim()
  const object: ActivationObjectState = {
    objectName,
    objectDn: objectDn(forest, objectName),
    csvlkPid: newProductKeyId(scene),
    csvlkSkuId: sku.activationId,
    partialKey: labKey.key.slice(-5),
    labKey: labKey.id,
    createdAt: scene.now,
  }
  const draft = changeForest(scene, forest)
  if (draft) draft.activationObjects[objectName.toLowerCase()] = object
}

/** DoActiveDirectoryOnlineActivation: spends an activation of the host key. Throws WmiError. */
export const createActivationObject = (scene: Scene, key: string, name: string): void => {
  const { forest, known } = prepare(scene, key, name)
  requireInternet(scene)
  spendActivation(scene, known.labKey.id)
  create(scene, forest, known, name)
}

const offlineId = (scene: Scene, forest: ForestState, { labKey }: HostKey): string =>
  installationIdFrom(`ad ${forest.root} ${labKey.id}`, scene.computer().os)

/** GenerateActiveDirectoryOfflineActivationId: the installation ID to read out. Throws WmiError. */
export const directoryInstallationId = (scene: Scene, key: string): string => {
  const { forest, known } = prepare(scene, key, '')
  return offlineId(scene, forest, known)
}

/** DepositActiveDirectoryOfflineActivationConfirmation: 0xC004F02C and 0xC004F031 as by telephone. Throws WmiError. */
export const depositDirectoryConfirmation = (scene: Scene, key: string, confirmation: string, name: string): void => {
  const { forest, known } = prepare(scene, key, name)
  checkConfirmation(offlineId(scene, forest, known), confirmation)
  create(scene, forest, known, name)
}

import type { Finding } from '../contract/models/finding.ts'
import type { KeyPurpose, ProductKeyCheck } from '../contract/models/product-key-check.ts'
import { hasValidChecksum } from './product-key-checksum.ts'
import { type KeyGeneration, maskFromLastFive, parseProductKey, type ProductKey } from './product-key.ts'
import { setupKeyOwner } from './setup-keys.ts'

/** What is to be checked, and for what use. */
export interface ProductKeyQuestion {
  readonly typed: string
  readonly purpose: KeyPurpose
  /** Windows build of the target where known. */
  readonly osBuild: number | null
  /** Whether the key is a fictional one of the Lab. */
  readonly labKey: boolean
  /** Whether the target is a computer of the Lab. */
  readonly inLab: boolean
}

/** The field of a wizard that a key for this purpose is typed into. */
const fields: Readonly<Record<KeyPurpose, string>> = {
  'kms-host': 'hostKey',
  'kms-client': 'setupKey',
  mak: 'mak',
  any: 'productKey',
}
/** First build of Windows 8 / Server 2012, whose product keys hold an N (gvlk-notes.md). */
const firstBuildWithN = 9200

const setupKeyFinding = (owner: string, purpose: KeyPurpose): Finding => {
  const field = fields[purpose]
  const is = `This is the published client setup key of ${owner}.`
  const wrong = (message: string, remedy: string): Finding => ({
    check: 'key-setup',
    level: 'problem',
    field,
    message: `${is} ${message}`,
    remedy,
  })
  switch (purpose) {
    case 'kms-host':
      return wrong(
        'It makes a KMS client, not a KMS host.',
        'Enter the KMS host key that Microsoft gave your organisation for this product.',
      )
    case 'mak':
      return wrong(
        'It makes a KMS client and is no multiple activation key.',
        'Enter the multiple activation key (MAK) that Microsoft gave your organisation for this product.',
      )
    case 'kms-client':
    case 'any':
      return { check: 'key-setup', level: 'ok', field, message: `${is} It makes a KMS client.` }
  }
}

/** A key for a KMS client that Microsoft does not publish may be right, and cannot be told from a MAK by its text. */
const unpublishedFinding = (lastFive: string): Finding => ({
  check: 'key-not-published',
  level: 'warning',
  field: fields['kms-client'],
  message: `The key ending in ${lastFive} is not among the client setup keys that Microsoft publishes. It may be a MAK or a KMS host key.`,
  remedy: 'Go on only if you know that it is a client setup key. What it is shows after it is installed.',
})

const labFinding = (inLab: boolean, field: string, wanted: string): Finding =>
  inLab
    ? { check: 'key-lab', level: 'info', field, message: 'This is a fictional key that only the Lab recognises.' }
    : {
        check: 'key-lab',
        level: 'problem',
        field,
        message: 'This is a fictional key of the Lab. It works on the simulated computers of the Lab alone.',
        remedy: `Enter the ${wanted} of your own organisation, or choose a computer of the Lab.`,
      }

const checksumFinding = (key: ProductKey, field: string): Finding =>
  hasValidChecksum(key) === false
    ? {
        check: 'key-checksum',
        level: 'warning',
        field,
        message: `The key ending in ${key.lastFive} is probably mistyped: its checksum is wrong.`,
        remedy: 'Compare every character with the original. If they agree, you can go on.',
      }
    : { check: 'key-checksum', level: 'ok', field, message: 'The key is well-formed.' }

const wantedKeys: Readonly<Record<KeyPurpose, string>> = {
  'kms-host': 'KMS host key',
  'kms-client': 'client setup key',
  mak: 'multiple activation key (MAK)',
  any: 'product key',
}

/**
 * A key of another generation than the target's Windows is doubtful, not impossible: hosts on Windows 7 and Server 2008
 * R2 take newer host keys after an update (kms.md 5), and the rule of the N was observed, not documented.
 */
const generationFinding = (generation: KeyGeneration, osBuild: number, purpose: KeyPurpose): Finding | undefined => {
  const targetIsOld = osBuild < firstBuildWithN
  if (targetIsOld === (generation === 'windows-7')) return undefined
  const base = { check: 'key-generation', level: 'warning', field: fields[purpose] } as const
  const forHost = purpose === 'kms-host'
  const enter = `Enter a ${forHost ? 'host key' : wantedKeys[purpose]} for this Windows`
  return targetIsOld
    ? {
        ...base,
        message:
          'This key was made for Windows 8, Windows Server 2012 or later, but the computer runs Windows 7 or Windows Server 2008 R2.',
        remedy: forHost
          ? `${enter}, or install update KB3079821 on the computer first if the key is a host key for a newer Windows.`
          : `${enter}.`,
      }
    : {
        ...base,
        message:
          'This key was made for Windows 7 or Windows Server 2008 R2, but the computer runs a later Windows, which will probably refuse it.',
        remedy: forHost ? 'Enter a host key for the Windows that the computer runs, or for a later one.' : `${enter}.`,
      }
}

/**
 * Checks a typed product key for a purpose, without a network. A `problem` stops; a `warning` (`key-checksum`,
 * `key-generation`) can be overruled. Whether a key is a KMS host key cannot be told from its text; only published client
 * setup keys are recognised. The result quotes no more of the key than its last five characters.
 */
export const checkProductKey = (question: ProductKeyQuestion): ProductKeyCheck => {
  const { purpose, osBuild } = question
  const field = fields[purpose]
  const parsed = parseProductKey(question.typed)
  if (parsed.outcome === 'malformed') {
    const findings = parsed.faults.map((fault): Finding => ({ ...fault, level: 'problem', field }))
    return { masked: null, lastFive: null, kind: 'unknown', generation: 'unknown', setupKeyFor: null, findings }
  }
  const { key } = parsed
  const owner = setupKeyOwner(key.text)
  const findings: Finding[] = []
  if (owner !== null) findings.push(setupKeyFinding(owner, purpose))
  else if (question.labKey) findings.push(labFinding(question.inLab, field, wantedKeys[purpose]))
  else findings.push(checksumFinding(key, field))
  const stops = findings.some(({ level }) => level === 'problem')
  if (purpose === 'kms-client' && owner === null && !stops) findings.push(unpublishedFinding(key.lastFive))
  const mismatch = osBuild === null ? undefined : generationFinding(key.generation, osBuild, purpose)
  if (mismatch && !stops) findings.push(mismatch)
  return {
    masked: maskFromLastFive(key.lastFive),
    lastFive: key.lastFive,
    kind: owner === null ? 'unknown' : 'setup',
    generation: key.generation,
    setupKeyFor: owner,
    findings,
  }
}

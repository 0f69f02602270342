import type { Finding } from '../contract/models/finding.ts'
import type { ProductKeyCheck } from '../contract/models/product-key-check.ts'
import { hasValidChecksum } from './product-key-checksum.ts'
import { type KeyGeneration, maskFromLastFive, parseProductKey, type ProductKey } from './product-key.ts'
import { setupKeyOwner } from './setup-keys.ts'

/** What is to be checked, and for what use. */
export interface ProductKeyQuestion {
  readonly typed: string
  readonly purpose: 'kms-host'
  /** Windows build of the target where known. */
  readonly osBuild: number | null
  /** Whether the key is a fictional one of the Lab. */
  readonly labKey: boolean
  /** Whether the target is a computer of the Lab. */
  readonly inLab: boolean
}

const field = 'hostKey'
/** First build of Windows 8 / Server 2012, whose product keys hold an N (gvlk-notes.md). */
const firstBuildWithN = 9200

const setupKeyFinding = (owner: string): Finding => ({
  check: 'key-setup',
  level: 'problem',
  field,
  message: `This is the published client setup key of ${owner}. It makes a KMS client, not a KMS host.`,
  remedy: 'Enter the KMS host key that Microsoft gave your organisation for this product.',
})

const labFinding = (inLab: boolean): Finding =>
  inLab
    ? { check: 'key-lab', level: 'info', field, message: 'This is a fictional key that only the Lab recognises.' }
    : {
        check: 'key-lab',
        level: 'problem',
        field,
        message: 'This is a fictional key of the Lab. It works on the simulated computers of the Lab alone.',
        remedy: 'Enter the KMS host key of your own organisation, or choose a computer of the Lab.',
      }

const checksumFinding = (key: ProductKey): Finding =>
  hasValidChecksum(key) === false
    ? {
        check: 'key-checksum',
        level: 'warning',
        field,
        message: `The key ending in ${key.lastFive} is probably mistyped: its checksum is wrong.`,
        remedy: 'Compare every character with the original. If they agree, you can go on.',
      }
    : { check: 'key-checksum', level: 'ok', field, message: 'The key is well-formed.' }

/**
 * A host key of another generation than the target's Windows is doubtful, not impossible: hosts on Windows 7 and Server
 * 2008 R2 take newer host keys after an update (kms.md 5), and the rule of the N was observed, not documented.
 */
const generationFinding = (generation: KeyGeneration, osBuild: number): Finding | undefined => {
  const targetIsOld = osBuild < firstBuildWithN
  if (targetIsOld === (generation === 'windows-7')) return undefined
  return targetIsOld
    ? {
        check: 'key-generation',
        level: 'warning',
        field,
        message:
          'This key was made for Windows 8, Windows Server 2012 or later, but the computer runs Windows 7 or Windows Server 2008 R2.',
        remedy:
          'Enter a host key for this Windows, or install update KB3079821 on the computer first if the key is a host key for a newer Windows.',
      }
    : {
        check: 'key-generation',
        level: 'warning',
        field,
        message:
          'This key was made for Windows 7 or Windows Server 2008 R2, but the computer runs a later Windows, which will probably refuse it.',
        remedy: 'Enter a host key for the Windows that the computer runs, or for a later one.',
      }
}

/**
 * Checks a typed product key for a purpose, without a network. A `problem` stops; a `warning` (`key-checksum`,
 * `key-generation`) can be overruled. Whether a key is a KMS host key cannot be told from its text; only published client
 * setup keys are recognised. The result quotes no more of the key than its last five characters.
 */
export const checkProductKey = (question: ProductKeyQuestion): ProductKeyCheck => {
  const parsed = parseProductKey(question.typed)
  if (parsed.outcome === 'malformed') {
    const findings = parsed.faults.map((fault): Finding => ({ ...fault, level: 'problem', field }))
    return { masked: null, lastFive: null, kind: 'unknown', generation: 'unknown', setupKeyFor: null, findings }
  }
  const { key } = parsed
  const owner = setupKeyOwner(key.text)
  const findings: Finding[] = []
  if (owner !== null) findings.push(setupKeyFinding(owner))
  else if (question.labKey) findings.push(labFinding(question.inLab))
  else findings.push(checksumFinding(key))
  const mismatch = question.osBuild === null ? undefined : generationFinding(key.generation, question.osBuild)
  if (mismatch && findings.every(({ level }) => level !== 'problem')) findings.push(mismatch)
  return {
    masked: maskFromLastFive(key.lastFive),
    lastFive: key.lastFive,
    kind: owner === null ? 'unknown' : 'setup',
    generation: key.generation,
    setupKeyFor: owner,
    findings,
  }
}

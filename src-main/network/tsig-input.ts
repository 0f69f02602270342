import { fail, ok, type Result } from '../contract/app-error.ts'
import { TsigAlgorithm } from '../contract/models/dns.ts'
import { isDnsName } from './dns-names.ts'

/** A TSIG key, ready to sign with. `secret` must never reach a log or an error. */
export interface TsigKey {
  readonly name: string
  readonly algorithm: TsigAlgorithm
  readonly secret: Buffer
}

/** A TSIG key as it is typed or pasted; `secret` is Base64 text. */
export interface TsigKeyInput {
  readonly name: string
  readonly algorithm: string
  readonly secret: string
}

const refused = (field: string, message: string, remedy: string): Result<never> =>
  fail({ code: 'invalid-input', field, message, remedy, retryable: false })

/** Old names of HMAC-MD5 stand for it too; it is taken only where it is asked for by name. */
const readAlgorithm = (text: string): TsigAlgorithm | null => {
  const name = text.trim().toLowerCase().replace(/\.$/, '')
  const parsed = TsigAlgorithm.safeParse(name === 'hmac-md5.sig-alg.reg.int' ? 'hmac-md5' : name)
  return parsed.success ? parsed.data : null
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * Reads the secret of a TSIG key from Base64. White space is passed over, because a secret that is copied from a file may
 * be broken into lines. The error names the length at most, never the secret.
 */
export const readTsigSecret = (text: string, field = 'tsigSecret'): Result<Buffer> => {
  const bare = text.replace(/\s+/g, '').replace(/^"(.*)";?$/, '$1')
  const remedy = 'Copy what stands between the quotation marks after "secret" in the key file, whole and unchanged.'
  if (bare === '') return refused(field, 'The secret of the TSIG key is missing.', remedy)
  if (!base64.test(bare)) {
    return refused(field, `The secret of the TSIG key (${bare.length} characters) is not valid Base64 text.`, remedy)
  }
  return ok(Buffer.from(bare, 'base64'))
}

/**
 * Checks a TSIG key as typed. Errors (`invalid-input`) name the field: `tsigName`, `tsigAlgorithm` or `tsigSecret`.
 */
export const checkTsigKey = (input: TsigKeyInput): Result<TsigKey> => {
  const name = input.name.trim()
  if (!isDnsName(name)) {
    return refused(
      'tsigName',
      name === '' ? 'The name of the TSIG key is missing.' : `"${name}" is no name of a TSIG key.`,
      'Enter the name that stands after "key" in the configuration of the DNS server, for example "kms-key".',
    )
  }
  const algorithm = readAlgorithm(input.algorithm)
  if (algorithm === null) {
    return refused(
      'tsigAlgorithm',
      `"${input.algorithm.trim()}" is no TSIG algorithm that this app knows.`,
      `Choose one of ${TsigAlgorithm.options.join(', ')}, the one that the key was made with.`,
    )
  }
  const secret = readTsigSecret(input.secret)
  return secret.ok ? ok({ name: name.replace(/\.$/, ''), algorithm, secret: secret.value }) : secret
}

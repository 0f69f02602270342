import type { AppError } from '../contract/app-error.ts'
import { hresultOfRcode, rcodeName } from './dns-rcodes.ts'
import { tsigError } from './tsig.ts'

/** Whom and what an update was for, as far as people may read it: nothing here is secret. */
export interface UpdateSubject {
  readonly server: string
  readonly zone: string
  readonly owner: string
  /** Name of the TSIG key; null where the update was not signed. */
  readonly keyName: string | null
}

type Words = Pick<AppError, 'code' | 'message' | 'remedy'> & { readonly retryable?: boolean }

const microsoftNote =
  'A Microsoft DNS server takes no TSIG key: there, change the record through its own management (root\\MicrosoftDNS).'

const refusedWords = ({ server, zone, owner, keyName }: UpdateSubject): Words =>
  keyName === null
    ? {
        code: 'access-denied',
        message: `The DNS server ${server} refuses changes of the zone "${zone}" that are not signed, or from this computer (REFUSED).`,
        remedy:
          'Sign the change with a TSIG key that the zone accepts, or let the zone accept changes from this computer.',
      }
    : {
        code: 'access-denied',
        message: `The DNS server ${server} refuses this change of "${owner}" (REFUSED), also with the TSIG key "${keyName}".`,
        remedy: `Allow it in the zone: update-policy { grant ${keyName} name ${owner}. SRV; }; ${microsoftNote}`,
      }

const words = (rcode: number, subject: UpdateSubject): Words => {
  const { server, zone, owner } = subject
  switch (rcodeName(rcode)) {
    case 'REFUSED':
      return refusedWords(subject)
    case 'NOTAUTH':
      return {
        code: 'not-found',
        message: `The DNS server ${server} does not serve the zone "${zone}" (NOTAUTH).`,
        remedy: 'Check the zone, and send the change to the primary server of that zone.',
      }
    case 'NOTZONE':
      return {
        code: 'invalid-input',
        message: `"${owner}" does not lie in the zone "${zone}" (NOTZONE).`,
        remedy: 'Choose the zone that the domain belongs to.',
      }
    case 'YXRRSET':
    case 'YXDOMAIN':
      return {
        code: 'already-used',
        message: `"${owner}" has records on ${server} already, although none were there when it was last looked at (${rcodeName(rcode)}).`,
        remedy: 'Read the records again, then decide whether to add another one or to change what is there.',
      }
    case 'NXRRSET':
    case 'NXDOMAIN':
      return {
        code: 'digest-mismatch',
        message: `Somebody has changed the records of "${owner}" on ${server} since they were last looked at (${rcodeName(rcode)}).`,
        remedy: 'Read the records again and repeat the change if it is still wanted.',
      }
    case 'FORMERR':
      return {
        code: 'host-unreachable',
        message: `The DNS server ${server} did not understand the change (FORMERR).`,
        remedy:
          'Check that it is a DNS server with dynamic update (RFC 2136) and that no firewall rewrites DNS messages.',
      }
    case 'NOTIMP':
      return {
        code: 'access-denied',
        message: `The DNS server ${server} knows no dynamic update (NOTIMP).`,
        remedy: 'Create the record by hand and turn publishing off on the KMS hosts (slmgr /cdns).',
      }
    case 'SERVFAIL':
      return {
        code: 'host-unreachable',
        message: `The DNS server ${server} failed to make the change (SERVFAIL).`,
        remedy:
          'Look at the log of the DNS server; it may not be able to write the zone file, or the zone is not loaded.',
        retryable: true,
      }
    default:
      return {
        code: 'host-unreachable',
        message: `The DNS server ${server} did not make the change (response code ${rcodeName(rcode)}).`,
        remedy: 'Look at the log of the DNS server.',
      }
  }
}

const errorFrom = (
  subject: UpdateSubject,
  { retryable = false, ...rest }: Words,
  rcode: number | null,
  detail: string,
) => ({
  ...rest,
  target: subject.server,
  detail,
  retryable,
  ...(rcode === null ? {} : { hresult: hresultOfRcode(rcode) }),
})

/** Explains the response code of an update; `hresult` is the code that Windows counts for it (kms.md 3). */
export const rcodeFailure = (rcode: number, subject: UpdateSubject): AppError =>
  errorFrom(subject, words(rcode, subject), rcode, `rcode ${rcodeName(rcode)}`)

const seconds = (time: number): string => new Date(time * 1000).toISOString().replace('.000Z', 'Z')

/**
 * Explains an error of the signature that the server reports: BADSIG (wrong secret), BADKEY (unknown key or algorithm),
 * BADTIME (clocks differ; `serverTime` and `ownTime` in seconds since 1970), BADTRUNC. BADTRUNC has no code in Windows.
 */
export const signatureFailure = (
  error: number,
  subject: UpdateSubject,
  ownTime: number,
  serverTime: number | null,
): AppError => {
  const { server } = subject
  const key = `the TSIG key "${subject.keyName ?? ''}"`
  switch (error) {
    case tsigError.BADSIG:
      return errorFrom(
        subject,
        {
          code: 'wrong-password',
          message: `The DNS server ${server} found the signature wrong (BADSIG): the secret of ${key} is not the one it has.`,
          remedy: 'Copy the secret again from the key file of the DNS server.',
        },
        error,
        'tsig error BADSIG',
      )
    case tsigError.BADKEY:
      return errorFrom(
        subject,
        {
          code: 'wrong-password',
          message: `The DNS server ${server} does not know ${key} with this algorithm (BADKEY).`,
          remedy: 'Check the name of the key and its algorithm against the configuration of the DNS server.',
        },
        error,
        'tsig error BADKEY',
      )
    case tsigError.BADTIME: {
      const clocks =
        serverTime === null
          ? ''
          : ` Its clock says ${seconds(serverTime)}, the clock of this computer ${seconds(ownTime)}.`
      return errorFrom(
        subject,
        {
          code: 'access-denied',
          message: `The DNS server ${server} refuses the change because the clocks differ too much (BADTIME).${clocks}`,
          remedy: 'Set the clocks of both computers right (w32tm /resync); they may differ by five minutes.',
        },
        error,
        'tsig error BADTIME',
      )
    }
    case tsigError.BADTRUNC:
      return errorFrom(
        subject,
        {
          code: 'access-denied',
          message: `The DNS server ${server} does not accept the length of the signature of ${key} (BADTRUNC).`,
          remedy:
            'Remove the shortened length from the algorithm of the key on the DNS server, for example use hmac-sha256.',
        },
        null,
        'tsig error BADTRUNC',
      )
    default:
      return errorFrom(
        subject,
        {
          code: 'access-denied',
          message: `The DNS server ${server} refused the signature of ${key} (error ${error}).`,
          remedy: 'Check the key on the DNS server.',
        },
        null,
        `tsig error ${error}`,
      )
  }
}

/** The error of an answer that does not prove who sent it: what became of the change is not known. */
export const unprovenAnswer = (subject: UpdateSubject, reason: string): AppError =>
  errorFrom(
    subject,
    {
      code: 'access-denied',
      message: `The answer of the DNS server ${subject.server} cannot be trusted: ${reason}. Whether the change was made is not known.`,
      remedy: 'Read the records again. If this comes back, look for a device on the way that changes DNS messages.',
    },
    null,
    `unproven answer: ${reason}`,
  )

import { type AppError, assertNever } from '../contract/app-error.ts'
import { rcodeOf } from './dns-rcodes.ts'
import type { RawAnswer } from './dns-transport.ts'
import { checkSignature } from './tsig.ts'
import type { TsigKey } from './tsig-input.ts'
import { rcodeFailure, signatureFailure, unprovenAnswer, type UpdateSubject } from './update-failure.ts'

/** What the signature of an answer is checked with. `now` in milliseconds since 1970. */
export interface Proof {
  readonly key: TsigKey
  readonly requestMac: Buffer
  readonly now: number
}

const notDone = (rcode: number, subject: UpdateSubject): AppError | null =>
  rcode === 0 ? null : rcodeFailure(rcode, subject)

/**
 * Judges the answer to an update: null where the change was made, otherwise why not. With a key, only an answer with a
 * genuine signature of now counts as success; a refusal without any signature is believed as well, because servers that
 * know no TSIG refuse that way and a later look at the records shows whether it was true.
 */
export const judgeUpdateAnswer = (
  { packet, message }: RawAnswer,
  subject: UpdateSubject,
  proof: Proof | null,
): AppError | null => {
  const rcode = rcodeOf(packet.flags)
  if (proof === null) return notDone(rcode, subject)
  const ownTime = Math.floor(proof.now / 1000)
  const signature = checkSignature(message, proof.key, proof.requestMac)
  switch (signature.outcome) {
    case 'unsigned':
      return notDone(rcode, subject) ?? unprovenAnswer(subject, 'it is not signed, although the change was')
    case 'error-unsigned':
      return signatureFailure(signature.error, subject, ownTime, null)
    case 'forged':
      return unprovenAnswer(subject, signature.reason)
    case 'genuine': {
      if (signature.error !== 0) return signatureFailure(signature.error, subject, ownTime, signature.serverTime)
      return Math.abs(signature.time - ownTime) > signature.fudge
        ? unprovenAnswer(subject, 'its signature is not of now')
        : notDone(rcode, subject)
    }
    default:
      return assertNever(signature)
  }
}

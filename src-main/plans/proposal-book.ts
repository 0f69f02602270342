import { AppFailure } from '../contract/app-error.ts'
import type { ConsentKind } from '../contract/models/plan.ts'
import type { Finding } from '../contract/models/finding.ts'

/** What the book has to know of a proposal: of a plan, or of a batch under its own id. */
export interface BookedProposal {
  readonly frozen: { readonly planId: string; readonly consents: readonly ConsentKind[] }
  readonly digest: string
  readonly findings: readonly Finding[]
  /** When each consent was given (ISO 8601). */
  readonly consented: Map<ConsentKind, string>
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** The proposals that wait for a commit, each good for one. */
export interface ProposalBook<P extends BookedProposal> {
  add(proposal: P): void
  find(planId: string): P | undefined
  /** Records a consent. Throws AppFailure as `check` does, but for consents. */
  consent(planId: string, digest: string, consent: ConsentKind): void
  /**
   * Checks that a proposal may be committed. Throws AppFailure: `not-found` for an unknown or expired one,
   * `already-used`, `digest-mismatch`, `consent-missing`, and `invalid-input` where a finding says `problem`.
   */
  check(planId: string, digest: string): P
  /** Takes a proposal out; another commit of it is `already-used`. */
  use(planId: string): void
}

const refuse = (code: AppFailure['error']['code'], message: string, remedy: string): AppFailure =>
  new AppFailure({ code, message, remedy, retryable: false })

/** Opens an empty book. `isKnown` tells whether the journal already holds a plan of that id. */
export const openProposalBook = <P extends BookedProposal>(
  now: () => Date,
  isKnown: (planId: string) => boolean,
): ProposalBook<P> => {
  const proposals = new Map<string, P>()
  const used = new Set<string>()

  const live = (planId: string, digest: string): P => {
    if (used.has(planId) || isKnown(planId))
      throw refuse('already-used', 'This plan was committed already.', 'Look at it in the journal, or make a new plan.')
    const proposal = proposals.get(planId)
    if (!proposal) throw refuse('not-found', 'There is no such plan.', 'Make the plan again.')
    if (now().getTime() >= proposal.expiresAt) {
      proposals.delete(planId)
      throw refuse(
        'not-found',
        'This summary is too old: the computer may have changed since.',
        'Make the plan again and read the new summary.',
      )
    }
    if (digest !== proposal.digest)
      throw refuse(
        'digest-mismatch',
        'The plan that was confirmed is not the plan that was shown.',
        'Read the summary again and confirm that one.',
      )
    return proposal
  }
  return {
    add: (proposal) => {
      for (const [planId, { expiresAt }] of proposals) if (now().getTime() >= expiresAt) proposals.delete(planId)
      proposals.set(proposal.frozen.planId, proposal)
    },
    find: (planId) => proposals.get(planId),
    consent: (planId, digest, consent) => {
      const proposal = live(planId, digest)
      if (!proposal.frozen.consents.includes(consent))
        throw refuse('invalid-input', 'This plan does not ask for that consent.', 'Make the plan again.')
      proposal.consented.set(consent, now().toISOString())
    },
    check: (planId, digest) => {
      const proposal = live(planId, digest)
      if (!proposal.frozen.consents.every((consent) => proposal.consented.has(consent)))
        throw refuse(
          'consent-missing',
          'The warning about KMS host keys was not confirmed for this plan.',
          'Read the warning and confirm it.',
        )
      const problem = proposal.findings.find(({ level }) => level === 'problem')
      if (problem)
        throw new AppFailure({
          code: 'invalid-input',
          message: `This plan cannot be carried out. ${problem.message}`,
          ...(problem.remedy === undefined ? {} : { remedy: problem.remedy }),
          ...(problem.field === undefined ? {} : { field: problem.field }),
          retryable: false,
        })
      return proposal
    },
    use: (planId) => {
      used.add(planId)
      proposals.delete(planId)
    },
  }
}

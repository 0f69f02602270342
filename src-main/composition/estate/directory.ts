import { searchDirectory } from '../../targets/adding/directory-search.ts'
import { siteIn } from '../dns-service.ts'
import type { TargetLookParts } from '../target-look.ts'
import type { ComputerAddingParts } from './computer-adding.ts'

/** Asks Active Directory through the shared engine. */
export const createDirectorySearch =
  ({ sites, vault }: Pick<TargetLookParts, 'sites' | 'vault'>): ComputerAddingParts['searchDirectory'] =>
  async (question, signal) => {
    const { credential } = question
    const secret = credential && { user: credential.user, password: vault.get(credential.password) }
    return searchDirectory(siteIn({ sites }, question.place), question, secret, signal)
  }

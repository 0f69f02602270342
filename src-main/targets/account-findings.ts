import type { ActionContext } from '../actions/action.ts'
import type { AppError } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import { okay, problem } from './link-findings.ts'

/** Who connects to another computer. */
export type ConnectingAccount =
  | { readonly kind: 'current' }
  | { readonly kind: 'domain'; readonly user: string }
  | { readonly kind: 'local' | 'built-in'; readonly user: string }

/**
 * The kind of an account by how it is written: `.\user`, `HOST\user` and a bare name are local to the computer. The
 * built-in Administrator is known by its English name alone: its SID ends in -500 in every language, but a computer that
 * refuses the account cannot be asked for it. The sentences about local accounts reckon with another name.
 */
export const connectingAccount = ({ target, host }: Pick<ActionContext, 'target' | 'host'>): ConnectingAccount => {
  if (target.place === 'this-computer' || !target.credential) return { kind: 'current' }
  const { user } = target.credential
  const [authority, name] = user.includes('\\') ? user.split('\\', 2) : [undefined, user]
  const short = (host ?? '').split('.')[0]?.toLowerCase()
  const isLocal = authority === undefined ? !user.includes('@') : ['.', short].includes(authority.toLowerCase())
  if (!isLocal) return { kind: 'domain', user }
  return { kind: name?.toLowerCase() === 'administrator' ? 'built-in' : 'local', user }
}

const nameOf = (account: ConnectingAccount): string =>
  account.kind === 'current' ? 'The account that the app runs under' : `The account ${account.user}`

/** Whether a failure to connect is one of the account: the computer and its WMI answered then. */
export const isAccountFailure = ({ code }: AppError): boolean => code === 'access-denied' || code === 'wrong-password'

/** Whether the computer takes the account, from how the connection went (null: it was made). */
export const accountFinding = (account: ConnectingAccount, error: AppError | null): Finding => {
  if (error === null) return okay('account', `${nameOf(account)} is let in.`)
  if (error.code === 'wrong-password') return { ...problem('account', error), field: 'password' }
  if (account.kind === 'local')
    return {
      check: 'account',
      level: 'info',
      message: `${nameOf(account)} was refused. For a local account the next check is the usual reason; a name that the computer does not have is another.`,
    }
  return {
    ...problem('account', error),
    message: `${nameOf(account)} was refused: it is no administrator of that computer, or the computer does not know it.`,
    remedy:
      'Enter an account that is in the local Administrators group there: in a domain, a domain account (DOMAIN\\user); in a workgroup, the built-in Administrator.',
  }
}

/**
 * Whether UAC filters the account: over the network it takes the rights of an administrator from local accounts other than
 * the built-in Administrator, unless LocalAccountTokenFilterPolicy is 1 (kms.md 4).
 */
export const filterFinding = (account: ConnectingAccount, error: AppError | null): Finding => {
  if (account.kind === 'local' && error !== null)
    return {
      check: 'uac-filter',
      level: 'problem',
      message: `${account.user} is a local account, and Windows takes the rights of an administrator from local accounts that come over the network. The built-in Administrator alone keeps them; in other languages it has another name, and it may have been renamed.`,
      remedy:
        'Use the built-in Administrator of that computer or a domain account, or set LocalAccountTokenFilterPolicy to 1 there: the next step has a script for that.',
      ...(error.hresult === undefined ? {} : { hresult: error.hresult }),
    }
  switch (account.kind) {
    case 'local':
      return okay('uac-filter', `${account.user} is a local account and has its full rights over the network.`)
    case 'built-in':
      return okay('uac-filter', 'The built-in Administrator keeps its full rights over the network.')
    case 'current':
    case 'domain':
      return okay('uac-filter', 'The filter of User Account Control concerns local accounts alone.')
  }
}

import { codeSentence } from '../licensing/error-explanations.ts'
import { property, text, textOrNull, uint, type CimObject } from '../wmi/cim-values.ts'
import { objectPath } from '../wmi/wql.ts'
import type { ActionContext } from './action.ts'

/** An issuance licence of token-based activation (slmgr.md 7.4). */
export interface TokenLicence {
  readonly id: string
  readonly ilid: string
  /** A uint32. */
  readonly ilvid: number
  /** ISO 8601, UTC; null where it does not expire. */
  readonly validTo: string | null
  readonly additionalInfo: string | null
  /** HRESULT; 0 where the licence may be used. */
  readonly authorizationStatus: number
  readonly description: string | null
}

const toLicence = (row: CimObject): TokenLicence => {
  const validTo = property(row, 'ExpirationDate')
  return {
    id: text(row, 'ID'),
    ilid: text(row, 'ILID'),
    ilvid: uint(row, 'ILVID'),
    validTo: validTo instanceof Date ? validTo.toISOString() : null,
    additionalInfo: textOrNull(row, 'AdditionalInfo'),
    authorizationStatus: uint(row, 'AuthorizationStatus'),
    description: textOrNull(row, 'Description'),
  }
}

const className = 'SoftwareLicensingTokenActivationLicense'

/** All token licences of the target (slmgr.md 1.6). Throws WmiError. */
export const readTokenLicences = async (context: ActionContext): Promise<readonly TokenLicence[]> => {
  const session = await context.session('root\\cimv2')
  const columns = 'ID, ILID, ILVID, AuthorizationStatus, ExpirationDate, Description, AdditionalInfo'
  return (await session.query(`SELECT ${columns} FROM ${className}`, context.signal)).map(toLicence)
}

/** Where a token licence is found again. */
export const tokenLicencePath = ({ id }: TokenLicence): string => objectPath(className, 'ID', id)

/** A token licence as slmgr shows it, line by line and with its labels (slmgr.md 1.6, /lil). */
export const tokenLicenceLines = (licence: TokenLicence): readonly string[] => [
  `${licence.ilid}    ${licence.ilvid}`,
  `    License ID (ILID): ${licence.ilid}`,
  `    Version ID (ILvID): ${licence.ilvid}`,
  ...(licence.validTo === null ? [] : [`    Valid to: ${licence.validTo}`]),
  ...(licence.additionalInfo === null ? [] : [`    Additional Information: ${licence.additionalInfo}`]),
  licence.authorizationStatus === 0
    ? `    Description: ${licence.description ?? ''}`
    : `    Error: ${codeSentence(licence.authorizationStatus)}`,
]

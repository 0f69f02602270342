import type { SrvChange } from '../../contract/models/dns.ts'
import type { SrvRecord } from '../../contract/models/kms-host-report.ts'
import { kmsOwnerName } from '../../network/dns-names.ts'
import { wqlString } from '../../wmi/wql.ts'
import type { AskedSecret, Deed, LicensingOn, Proof, Value } from '../deed.ts'
import { activatedProof, keyedCondition } from '../deeds/proofs.ts'
import { left, questionOf, wrote, type ExportDraft, type WrittenStep } from '../export-source.ts'
import { registryArguments } from './ps-registry.ts'
import { psList, psString, psValue } from './ps-text.ts'

const proofLine = ({ wql, expect, otherwise }: Proof): string =>
  `Assert-Row -Query ${psString(wql)} -Expect ${psString(expect)} -Otherwise ${psString(otherwise)}`

const objectOf = (on: LicensingOn): string =>
  on.on === 'service'
    ? '(Get-LicensingService)'
    : `(Get-One -Query ${psString(`SELECT ID, Name FROM SoftwareLicensingProduct WHERE ID = ${wqlString(on.activationId)}`)})`

const recordArguments = (record: SrvRecord): string =>
  `-Target ${psString(record.target)} -Port ${record.port} -Priority ${record.priority} -Weight ${record.weight}`

/** The changes of a record: which record is to be there afterwards, or not. */
export const srvParts = (
  domain: string,
  zone: string,
  change: SrvChange,
): readonly { readonly known: string; readonly isThere: boolean; readonly ttl: number }[] => {
  const part = (record: SrvRecord, isThere: boolean) => ({
    known: `-Zone ${psString(zone)} -Owner ${psString(kmsOwnerName(domain))} ${recordArguments(record)}`,
    isThere,
    ttl: record.ttl ?? 3600,
  })
  switch (change.kind) {
    case 'add':
      return [part(change.record, true)]
    case 'remove':
      return [part(change.record, false)]
    case 'change':
      return [part(change.from, false), part(change.to, true)]
  }
}

/** What a deed is in PowerShell: calls of the functions of ps-library.ts. */
export const psDeed = (draft: ExportDraft, deed: Deed): WrittenStep => {
  const secret = (asked: AskedSecret): string => {
    const { variable } = questionOf(draft, asked)
    return `(Get-Secret -Name ${psString(variable)})`
  }
  const value = (one: Value): string => psValue(one, secret)
  switch (deed.deed) {
    case 'licensing': {
      const calls = deed.calls.map(({ method, input }) => {
        const pairs = Object.entries(input).map(([name, one]) => `${name} = ${value(one)}`)
        const given = pairs.length === 0 ? '' : ` -Arguments @{ ${pairs.join('; ')} }`
        return `Invoke-Checked -Instance ${objectOf(deed.on)} -Method ${psString(method)}${given}`
      })
      return wrote(
        ...(deed.localOnly ? ['Assert-Local'] : []),
        ...calls,
        ...(deed.proof === null ? [] : [proofLine(deed.proof)]),
      )
    }
    case 'install-key':
      return wrote(
        `Install-Key -LastFive ${psString(deed.lastFive)} -Key { ${value(deed.key)} }`,
        ...(deed.proof === null ? [] : [proofLine(deed.proof)]),
      )
    case 'setup-key':
      return wrote('Install-SetupKey')
    case 'activate-client':
      return wrote('Invoke-ClientActivation')
    case 'uninstall-key':
      return wrote(`Uninstall-Key -Condition ${psString(keyedCondition({ activationId: deed.activationId }))}`)
    case 'activate':
      return wrote(
        `Invoke-Activation -Condition ${psString(keyedCondition(deed.product))}`,
        proofLine(activatedProof(deed.product)),
      )
    case 'read-installation-id':
      return wrote(`Show-InstallationId -Condition ${psString(keyedCondition(deed.product))}`)
    case 'deposit-confirmation-id':
      return wrote(
        `Set-ConfirmationId -Condition ${psString(keyedCondition(deed.product))} -Name ${psString(questionOf(draft, deed.confirmationId).variable)}`,
        `if (-not $TellInstallationId) { ${proofLine(activatedProof(deed.product))} }`,
      )
    case 'directory-installation-id':
      return wrote('Assert-Local', `Show-DirectoryInstallationId -Key ${value(deed.key)}`)
    case 'prove':
      return wrote(proofLine(deed.proof))
    case 'show':
      return wrote(`Show-Row -Query ${psString(deed.wql)}`)
    case 'licence-file':
      return wrote(`Install-LicenceFile -FileName ${psString(deed.fileName)}`)
    case 'licence-files':
      return left('the licence files are read where the script runs: run slmgr.vbs /rilc at the computer.')
    case 'remove-token-licence':
      return wrote(
        `Remove-TokenLicence -Query ${psString(`SELECT ID, ILID, ILVID FROM SoftwareLicensingTokenActivationLicense WHERE ILID = ${wqlString(deed.ilid)} AND ILVID = ${deed.ilvid}`)}`,
      )
    case 'registry':
      return wrote(
        `${deed.value === null ? 'Remove' : 'Set'}-MachineValue ${registryArguments(deed.path, deed.name, deed.value)}`,
      )
    case 'suffixes':
      return wrote(`Set-SuffixList -Suffixes ${psList(deed.suffixes)}`)
    case 'restart-licensing':
      return wrote('Restart-LicensingService')
    case 'firewall-group':
      return wrote(`Set-FirewallGroup -Group ${psString(deed.resource)} -On ${deed.on ? '$true' : '$false'}`)
    case 'firewall-rule':
      return wrote(`Add-FirewallRule -Name ${psString(deed.name)} -Command ${psString(deed.add)}`)
    case 'srv':
      return wrote(
        ...srvParts(deed.domain, deed.zone, deed.change).map(({ known, isThere, ttl }) =>
          isThere ? `Add-SrvRecord ${known} -Ttl ${ttl}` : `Remove-SrvRecord ${known}`,
        ),
      )
    case 'published':
      return wrote(deed.domains === null ? 'Assert-Published' : `Assert-Published -Domains ${psList(deed.domains)}`)
    case 'generalize':
      return wrote('Start-Generalize')
    case 'by-hand':
      return left(deed.reason, deed.lines)
  }
}

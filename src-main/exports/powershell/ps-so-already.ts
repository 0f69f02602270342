import type { Deed, Proof } from '../deed.ts'
import { soAlready } from '../deeds/so-already.ts'
import { srvParts } from './ps-deeds.ts'
import { psString } from './ps-text.ts'
import { registryArguments, suffixValue } from './ps-registry.ts'

/** A question that PowerShell answers with true or false. */
export const psTest = ({ wql, expect }: Proof): string =>
  `(Test-Row -Query ${psString(wql)} -Expect ${psString(expect)})`

const testsOf = (deed: Deed): readonly string[] | null => {
  switch (deed.deed) {
    case 'setup-key':
      return ['(Test-SetupKey)']
    case 'registry':
      return [`(Test-MachineValue ${registryArguments(deed.path, deed.name, deed.value)})`]
    case 'suffixes':
      return [`(Test-MachineValue ${suffixValue(deed.suffixes)})`]
    case 'firewall-group':
      return [`(Test-FirewallGroup -Group ${psString(deed.resource)} -On ${deed.on ? '$true' : '$false'})`]
    case 'srv':
      return srvParts(deed.domain, deed.zone, deed.change).map(({ known, isThere }) =>
        isThere ? `(@(Get-SrvRecord ${known}).Count -gt 0)` : `(@(Get-SrvRecord ${known}).Count -eq 0)`,
      )
    default: {
      const proofs = soAlready(deed)
      return proofs === null ? null : proofs.map(psTest)
    }
  }
}

/** An expression that is true where a whole step is done already; null where only doing it tells. */
export const psSoAlready = (deeds: readonly Deed[]): string | null => {
  const tests = deeds.map(testsOf)
  return tests.some((test) => test === null) ? null : tests.flatMap((test) => test ?? []).join(' -and ')
}

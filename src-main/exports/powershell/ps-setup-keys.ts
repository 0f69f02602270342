import { editionKeys } from '../deeds/edition-keys.ts'
import { psString } from './ps-text.ts'

const rows = (): readonly string[] =>
  editionKeys.map(
    ({ name, version, skus, from, to, key }) =>
      `    @{ Release = ${psString(version)}; Skus = @(${skus.join(', ')}); From = ${from}; To = ${to}; Key = ${psString(key)}; Name = ${psString(name)} }`,
  )

/** The published client setup keys, and the functions that choose one by the edition that a computer runs. */
export const psSetupKeys = (): string => String.raw`
# Client setup keys, as Microsoft publishes them: they are no secret.
$script:SetupKeys = @(
${rows().join('\n')}
)

function Get-SetupKey {
    $system = Get-One -Query 'SELECT Version, BuildNumber, OperatingSystemSKU FROM Win32_OperatingSystem'
    $parts = $system.Version.Split('.')
    $release = $parts[0] + '.' + $parts[1]
    $build = [int] $system.BuildNumber
    $sku = [int] $system.OperatingSystemSKU
    foreach ($row in $script:SetupKeys) {
        if ($row.Release -eq $release -and $row.Skus -contains $sku -and $build -ge $row.From -and $build -le $row.To) {
            return $row.Key
        }
    }
    throw ($script:Misfit + 'No client setup key is published for the edition that it runs.')
}

function Test-SetupKey {
    $key = Get-SetupKey
    Test-Row -Query ("SELECT ID FROM SoftwareLicensingProduct WHERE PartialProductKey = '" + $key.Substring($key.Length - 5) + "'") -Expect 'some'
}

function Install-SetupKey {
    $chosen = Get-SetupKey
    Install-Key -LastFive $chosen.Substring($chosen.Length - 5) -Key { $chosen }
}
`

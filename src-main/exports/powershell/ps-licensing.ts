/** Keys, activation and licences (slmgr.md 1.3, 1.6, 1.7). */
export const psLicensing = String.raw`
function Update-LicenceStatus {
    Invoke-Checked -Instance (Get-LicensingService) -Method 'RefreshLicenseStatus'
}

function Update-HostMarker {
    # The registry value by which management tools find KMS hosts; slmgr.vbs keeps it as well.
    $query = "SELECT ID FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL AND Description LIKE '%VOLUME_KMS%' AND NOT Description LIKE '%VOLUME_KMSCLIENT%'"
    $isHost = @(Get-Row -Query $query).Count -gt 0
    $path = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion\SoftwareProtectionPlatform'
    try {
        if ($isHost) { Set-MachineValue -Path $path -Name 'KeyManagementServiceVersion' -Text (Get-LicensingService).Version }
        else { Remove-MachineValue -Path $path -Name 'KeyManagementServiceVersion' }
    }
    catch { Write-Warning ('KeyManagementServiceVersion was not kept up: ' + $_.Exception.Message) }
}

function Install-Key {
    # A key that is there already is not installed again.
    param([string] $LastFive, [scriptblock] $Key)
    $query = "SELECT ID FROM SoftwareLicensingProduct WHERE PartialProductKey = '" + $LastFive + "'"
    if (@(Get-Row -Query $query).Count -eq 0) {
        $text = (& $Key).Trim()
        if (-not $text.EndsWith($LastFive, [StringComparison]::OrdinalIgnoreCase)) {
            throw ('This is not the key that ends in ' + $LastFive + '.')
        }
        Invoke-Checked -Instance (Get-LicensingService) -Method 'InstallProductKey' -Arguments @{ ProductKey = $text }
    }
    Update-LicenceStatus
    Assert-Row -Query $query -Expect 'some' -Otherwise ('No product carries the key ending in ' + $LastFive + '.')
    Update-HostMarker
}

function Uninstall-Key {
    param([string] $Condition)
    $query = 'SELECT ID, Name FROM SoftwareLicensingProduct WHERE ' + $Condition
    foreach ($product in @(Get-Row -Query $query)) {
        Invoke-Checked -Instance $product -Method 'UninstallProductKey'
        Update-LicenceStatus
    }
    Assert-Row -Query $query -Expect 'none' -Otherwise 'The product has its key still.'
    Update-HostMarker
}

function Get-KeyedProduct {
    param([string] $Condition)
    $query = 'SELECT ID, Name, Description, LicenseStatus, OfflineInstallationId FROM SoftwareLicensingProduct WHERE ' + $Condition
    Get-One -Query $query -Missing 'No such product has a key on the computer.'
}

function Invoke-Activation {
    # Only a KMS client is asked again where it is licensed: any other activation is counted.
    param([string] $Condition)
    $product = Get-KeyedProduct -Condition $Condition
    $isClient = $product.Description -clike '*VOLUME_KMSCLIENT*'
    if ($product.LicenseStatus -eq 1 -and -not $isClient) { return }
    Invoke-Checked -Instance $product -Method 'Activate'
    Update-LicenceStatus
}

function Invoke-ClientActivation {
    # Windows where it is a KMS client, or else another product such as Office.
    $keyed = "SELECT ID, ApplicationId FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL AND Description LIKE '%VOLUME_KMSCLIENT%'"
    $clients = @(Get-Row -Query $keyed)
    if ($clients.Count -eq 0) { throw ($script:Misfit + 'No product on it is a KMS client.') }
    $first = @($clients | Where-Object { $_.ApplicationId -eq '55c92734-d682-4d71-983e-d6ec3f16059f' }) + $clients
    $condition = "PartialProductKey <> NULL AND ID = '" + $first[0].ID + "'"
    Invoke-Activation -Condition $condition
    $query = 'SELECT ID FROM SoftwareLicensingProduct WHERE ' + $condition + ' AND (LicenseStatus = 1 OR LicenseStatus = 6)'
    Assert-Row -Query $query -Expect 'some' -Otherwise 'Windows does not show the product as activated.'
}

function Show-InstallationId {
    param([string] $Condition)
    $product = Get-KeyedProduct -Condition $Condition
    Write-Output ('Installation ID of ' + $product.Name + ': ' + $product.OfflineInstallationId)
}

function Set-ConfirmationId {
    # A confirmation ID belongs to one computer: it is asked for anew at each.
    param([string] $Condition, [string] $Name)
    $product = Get-KeyedProduct -Condition $Condition
    if ($product.LicenseStatus -eq 1) { return }
    Show-InstallationId -Condition $Condition
    if ($TellInstallationId) { return }
    $typed = (Get-Secret -Name $Name -Again) -replace '[^0-9]', ''
    $given = @{ InstallationId = $product.OfflineInstallationId; ConfirmationId = $typed }
    Invoke-Checked -Instance $product -Method 'DepositOfflineConfirmationId' -Arguments $given
    Update-LicenceStatus
}

function Show-DirectoryInstallationId {
    param([string] $Key)
    $session = $script:Session
    $given = @{ ProductKey = $Key }
    $answer = Invoke-CimMethod @session -InputObject (Get-LicensingService) -MethodName 'GenerateActiveDirectoryOfflineActivationId' -Arguments $given -Confirm:$false
    Assert-Code -Answer $answer -What 'GenerateActiveDirectoryOfflineActivationId'
    Write-Output ('Installation ID of the forest: ' + $answer.InstallationID)
}

function Install-LicenceFile {
    param([string] $FileName)
    $path = Join-Path -Path $PSScriptRoot -ChildPath $FileName
    if (-not (Test-Path -LiteralPath $path)) { throw ('Put the licence file ' + $FileName + ' beside this script.') }
    $licence = [IO.File]::ReadAllText($path)
    Invoke-Checked -Instance (Get-LicensingService) -Method 'InstallLicense' -Arguments @{ License = $licence }
}

function Remove-TokenLicence {
    param([string] $Query)
    foreach ($licence in @(Get-Row -Query $Query)) { Invoke-Checked -Instance $licence -Method 'Uninstall' }
    Assert-Row -Query $Query -Expect 'none' -Otherwise 'The licence is still there.'
}
`

/** What every exported script brings along: the connection, questions, checked calls. Windows PowerShell 5.1 and PowerShell 7. */
export const psBase = String.raw`
function Get-Secret {
    # Asks once; what was typed is kept as a SecureString. Ansible hands it over in the environment.
    param([Parameter(Mandatory = $true)] [string] $Name, [switch] $Again)
    $given = [Environment]::GetEnvironmentVariable($Name)
    if ($given) { return $given }
    if ($Again -or -not $script:Secrets.ContainsKey($Name)) {
        if ($Unattended) { throw ('Nothing was given for: ' + $script:Prompts[$Name]) }
        $script:Secrets[$Name] = Read-Host -Prompt $script:Prompts[$Name] -AsSecureString
    }
    $pointer = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($script:Secrets[$Name])
    try { $text = [Runtime.InteropServices.Marshal]::PtrToStringBSTR($pointer) }
    finally { [Runtime.InteropServices.Marshal]::ZeroFreeBSTR($pointer) }
    if (-not $text) { $script:Secrets.Remove($Name); throw ('Nothing was typed for: ' + $script:Prompts[$Name]) }
    $text
}

function Get-Row {
    param([Parameter(Mandatory = $true)] [string] $Query, [string] $Namespace = 'root/cimv2')
    $session = $script:Session
    Get-CimInstance @session -Namespace $Namespace -Query $Query
}

function Get-One {
    param([Parameter(Mandatory = $true)] [string] $Query, [string] $Missing = 'There is no such product on the computer.')
    $rows = @(Get-Row -Query $Query)
    if ($rows.Count -eq 0) { throw $Missing }
    $rows[0]
}

function Get-LicensingService {
    Get-One -Query 'SELECT Version FROM SoftwareLicensingService' -Missing 'The licensing service does not answer.'
}

function Test-Row {
    param([string] $Query, [string] $Expect)
    (@(Get-Row -Query $Query).Count -gt 0) -eq ($Expect -eq 'some')
}

function Assert-Row {
    param([string] $Query, [string] $Expect, [string] $Otherwise)
    if (-not (Test-Row -Query $Query -Expect $Expect)) { throw $Otherwise }
}

function Assert-Code {
    param($Answer, [string] $What, [uint32[]] $Good = @(0))
    if ($null -eq $Answer) { throw ($What + ' gave no answer.') }
    $code = [uint32] $Answer.ReturnValue
    if ($Good -notcontains $code) { throw ('{0} failed with code 0x{1:X8}.' -f $What, $code) }
}

function Invoke-Checked {
    # A return value other than 0 is a failure, as an exception is.
    param($Instance, [string] $Method, [hashtable] $Arguments = @{})
    $session = $script:Session
    $answer = Invoke-CimMethod @session -InputObject $Instance -MethodName $Method -Arguments $Arguments -Confirm:$false
    if ($null -ne $answer -and $null -ne $answer.ReturnValue) { Assert-Code -Answer $answer -What $Method }
}

function Invoke-Class {
    param([string] $Namespace, [string] $Class, [string] $Method, [hashtable] $Arguments)
    $session = $script:Session
    Invoke-CimMethod @session -Namespace $Namespace -ClassName $Class -MethodName $Method -Arguments $Arguments -Confirm:$false -WhatIf:$false
}

function Assert-Local {
    if ($script:Session.Count -gt 0) { throw 'Windows does this at the computer itself alone: run the script there.' }
}

function Show-Row {
    param([string] $Query)
    $rows = @(Get-Row -Query $Query)
    if ($rows.Count -eq 0) { throw 'There is nothing to show.' }
    $rows | Select-Object -Property * -ExcludeProperty Cim*, PS* | Out-String -Width 200 | Write-Output
}
`

/** The end of every exported script: each computer has its turn, a step that is done already is passed over. */
export const psMain = String.raw`
function Get-Account {
    # Asks once for each account of the plan.
    param([string] $Computer)
    $number = 1
    if ($script:Accounts.ContainsKey($Computer)) { $number = $script:Accounts[$Computer] }
    if (-not $script:Credentials.ContainsKey($number)) {
        $given = Get-Credential -Message $script:AccountPrompts[$number]
        if ($null -eq $given) { throw 'No account was given.' }
        $script:Credentials[$number] = $given
    }
    $script:Credentials[$number]
}

function Connect-Computer {
    param([string] $Computer)
    $with = @{ ComputerName = $Computer; OperationTimeoutSec = 240 }
    $with.SessionOption = New-CimSessionOption -Protocol $Protocol
    if ($PromptForCredential) { $with.Credential = Get-Account -Computer $Computer }
    New-CimSession @with
}

$done = @()
$leftAsIs = @()
$failed = @()
$turns = 0
foreach ($computer in $ComputerName) {
    $turns++
    $connection = $null
    $script:Session = @{}
    $script:Since = $null
    $at = 'connecting'
    try {
        if ($computer -ne '.') {
            $connection = Connect-Computer -Computer $computer
            $script:Session = @{ CimSession = $connection }
        }
        $at = 'looking whether the plan fits'
        if ($null -ne $fits -and -not (& $fits)) { throw ($script:Misfit + $fitsNot) }
        foreach ($item in $plan) {
            if ($Step.Count -gt 0 -and $Step -notcontains $item.Number) { continue }
            $at = 'step ' + $item.Number + ': ' + $item.Title
            if ($null -ne $item.OnlyIf -and -not (& $item.OnlyIf)) {
                Write-Output ('[' + $computer + '] Not needed at ' + $at + '. ' + $item.OnlyIfNot)
                continue
            }
            if ($null -ne $item.IsSo -and (& $item.IsSo)) {
                Write-Output ('[' + $computer + '] Done already: ' + $at)
                continue
            }
            if (-not $PSCmdlet.ShouldProcess($computer, $item.Title)) { continue }
            Write-Output ('[' + $computer + '] ' + $at)
            & $item.Run
            if (-not $item.Reads) { $script:Changes++ }
        }
        $done += $computer
    }
    catch {
        $why = $_.Exception.Message
        if ($why.StartsWith($script:Misfit)) {
            $leftAsIs += $computer
            Write-Output ('[' + $computer + '] ' + $why)
        }
        else {
            $failed += $computer
            $host.UI.WriteErrorLine('[' + $computer + '] Failed at ' + $at + '. ' + $why)
        }
    }
    finally {
        if ($null -ne $connection) { Remove-CimSession -CimSession $connection -WhatIf:$false -Confirm:$false }
    }
    if ($turns -eq $ComputerName.Count) { break }
    if ($StopAfter -gt 0 -and $failed.Count -ge $StopAfter) {
        Write-Warning 'No further computer is begun.'
        break
    }
    if ($turns -eq $First -and -not $Unattended -and -not $WhatIfPreference) {
        Write-Output ('The first computers have had their turn: look at what became of them.')
        if ((Read-Host -Prompt 'Type yes to go on with the rest') -ne 'yes') { break }
    }
}
$begun = $done.Count + $leftAsIs.Count + $failed.Count
Write-Output ('Done: ' + $done.Count + ' of ' + $ComputerName.Count + '. Changes: ' + $script:Changes + '.')
if ($leftAsIs.Count -gt 0) { Write-Output ('Left as they are: ' + ($leftAsIs -join ', ')) }
if ($failed.Count -gt 0) { Write-Output ('Failed: ' + ($failed -join ', ')) }
if ($begun -lt $ComputerName.Count) { Write-Output ('Not begun: ' + ($ComputerName.Count - $begun)) }
if ($failed.Count -gt 0) { exit 1 }
exit 0
`

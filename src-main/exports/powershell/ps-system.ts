/** The registry, services, the firewall and DNS, all by CIM. */
export const psSystem = String.raw`
function Invoke-Registry {
    param([string] $Method, [hashtable] $Arguments)
    $given = @{ hDefKey = [uint32] 2147483650 } + $Arguments
    Invoke-Class -Namespace 'root/default' -Class 'StdRegProv' -Method $Method -Arguments $given
}

function Set-MachineValue {
    param([string] $Path, [string] $Name, $Text, $Number, $Lines)
    Assert-Code -Answer (Invoke-Registry -Method 'CreateKey' -Arguments @{ sSubKeyName = $Path }) -What 'CreateKey'
    $at = @{ sSubKeyName = $Path; sValueName = $Name }
    if ($null -ne $Text) { $answer = Invoke-Registry -Method 'SetStringValue' -Arguments ($at + @{ sValue = [string] $Text }) }
    elseif ($null -ne $Lines) { $answer = Invoke-Registry -Method 'SetMultiStringValue' -Arguments ($at + @{ sValue = [string[]] $Lines }) }
    else { $answer = Invoke-Registry -Method 'SetDWORDValue' -Arguments ($at + @{ uValue = [uint32] $Number }) }
    Assert-Code -Answer $answer -What ('Writing the registry value ' + $Name)
}

function Remove-MachineValue {
    param([string] $Path, [string] $Name)
    $answer = Invoke-Registry -Method 'DeleteValue' -Arguments @{ sSubKeyName = $Path; sValueName = $Name }
    Assert-Code -Answer $answer -What ('Deleting the registry value ' + $Name) -Good @(0, 2)
}

function Test-MachineValue {
    # Whether a value holds this already; with nothing given, whether it is absent.
    param([string] $Path, [string] $Name, $Text, $Number, $Lines)
    $at = @{ sSubKeyName = $Path; sValueName = $Name }
    if ($null -ne $Text) {
        $answer = Invoke-Registry -Method 'GetStringValue' -Arguments $at
        return ($answer.ReturnValue -eq 0 -and $answer.sValue -ceq [string] $Text)
    }
    if ($null -ne $Number) {
        $answer = Invoke-Registry -Method 'GetDWORDValue' -Arguments $at
        return ($answer.ReturnValue -eq 0 -and $answer.uValue -eq [uint32] $Number)
    }
    if ($null -ne $Lines) {
        $answer = Invoke-Registry -Method 'GetMultiStringValue' -Arguments $at
        return ($answer.ReturnValue -eq 0 -and (@($answer.sValue) -join '|') -ceq (@($Lines) -join '|'))
    }
    $answer = Invoke-Registry -Method 'EnumValues' -Arguments @{ sSubKeyName = $Path }
    if ($answer.ReturnValue -eq 2) { return $true }
    return ($answer.ReturnValue -eq 0 -and @($answer.sNames) -notcontains $Name)
}

function Get-ServiceRow {
    Get-One -Query "SELECT Name, State FROM Win32_Service WHERE Name = 'sppsvc'" -Missing 'The service sppsvc is missing.'
}

function Wait-ServiceState {
    param([string] $State)
    for ($second = 0; $second -lt 60; $second++) {
        if ((Get-ServiceRow).State -eq $State) { return }
        Start-Sleep -Seconds 1
    }
    throw ('The licensing service is not ' + $State + ' after 60 seconds.')
}

function Get-TargetTime {
    (Get-One -Query 'SELECT LocalDateTime FROM Win32_OperatingSystem').LocalDateTime
}

function Restart-LicensingService {
    # 5 and 6: it did not run; 10: it runs already. The state read back is what counts.
    $session = $script:Session
    $script:Since = Get-TargetTime
    $answer = Invoke-CimMethod @session -InputObject (Get-ServiceRow) -MethodName 'StopService' -Confirm:$false
    Assert-Code -Answer $answer -What 'Stopping the licensing service' -Good @(0, 5, 6)
    if ($answer.ReturnValue -eq 0) { Wait-ServiceState -State 'Stopped' }
    $answer = Invoke-CimMethod @session -InputObject (Get-ServiceRow) -MethodName 'StartService' -Confirm:$false
    Assert-Code -Answer $answer -What 'Starting the licensing service' -Good @(0, 10)
    Wait-ServiceState -State 'Running'
}

function Start-Program {
    # Starts a program on the computer and waits for its end.
    param([string] $Command)
    $answer = Invoke-Class -Namespace 'root/cimv2' -Class 'Win32_Process' -Method 'Create' -Arguments @{ CommandLine = $Command }
    Assert-Code -Answer $answer -What ('Starting ' + $Command)
    $query = 'SELECT ProcessId FROM Win32_Process WHERE ProcessId = ' + $answer.ProcessId
    for ($second = 0; $second -lt 60; $second++) {
        if (@(Get-Row -Query $query).Count -eq 0) { return }
        Start-Sleep -Seconds 1
    }
    throw ('This did not end within 60 seconds: ' + $Command)
}

function Get-FirewallRule {
    param([string] $Property, [string] $Value)
    $query = "SELECT * FROM MSFT_NetFirewallRule WHERE " + $Property + " = '" + $Value + "'"
    Get-Row -Query $query -Namespace 'root/StandardCimv2'
}

function Test-FirewallGroup {
    # Rules are on with 1 and off with 2.
    param([string] $Group, [bool] $On)
    $wanted = if ($On) { 1 } else { 2 }
    $rules = @(Get-FirewallRule -Property 'RuleGroup' -Value $Group)
    if ($rules.Count -eq 0) { return -not $On }
    return (@($rules | Where-Object { $_.Enabled -ne $wanted }).Count -eq 0)
}

function Set-FirewallGroup {
    # Windows 7 has no class for the firewall: use the command file there.
    param([string] $Group, [bool] $On)
    $rules = @(Get-FirewallRule -Property 'RuleGroup' -Value $Group)
    if ($rules.Count -eq 0 -and $On) { throw ('The firewall has no rules of the group ' + $Group + '.') }
    foreach ($rule in $rules) {
        if ($On) { Invoke-Checked -Instance $rule -Method 'Enable' } else { Invoke-Checked -Instance $rule -Method 'Disable' }
    }
    if (-not (Test-FirewallGroup -Group $Group -On $On)) {
        throw ('The firewall rules of the group ' + $Group + ' were not all changed.')
    }
}

function Add-FirewallRule {
    param([string] $Name, [string] $Command)
    Start-Program -Command ('netsh advfirewall firewall delete rule name="' + $Name + '"')
    Start-Program -Command $Command
    if (@(Get-FirewallRule -Property 'ElementName' -Value $Name | Where-Object { $_.Enabled -eq 1 }).Count -eq 0) {
        throw ('The firewall has no rule "' + $Name + '" that is on.')
    }
}

function Set-SuffixList {
    param([string[]] $Suffixes = @())
    $given = @{ DNSDomainSuffixSearchOrder = [string[]] @($Suffixes) }
    $answer = Invoke-Class -Namespace 'root/cimv2' -Class 'Win32_NetworkAdapterConfiguration' -Method 'SetDNSSuffixSearchOrder' -Arguments $given
    Assert-Code -Answer $answer -What 'SetDNSSuffixSearchOrder' -Good @(0, 1)
    if ($answer.ReturnValue -eq 1) { Write-Warning 'Windows takes the list over when the computer is restarted.' }
}

function Get-SrvRecord {
    param([string] $Zone, [string] $Owner, [string] $Target, [int] $Port, [int] $Priority, [int] $Weight)
    $query = "SELECT * FROM MicrosoftDNS_SRVType WHERE ContainerName = '" + $Zone + "' AND OwnerName = '" + $Owner + "'"
    Get-Row -Query $query -Namespace 'root/MicrosoftDNS' | Where-Object {
        $_.SRVDomainName.TrimEnd('.') -eq $Target -and $_.Port -eq $Port -and $_.Priority -eq $Priority -and $_.Weight -eq $Weight
    }
}

function Add-SrvRecord {
    param([string] $Zone, [string] $Owner, [string] $Target, [int] $Port, [int] $Priority, [int] $Weight, [int] $Ttl)
    $known = @{ Zone = $Zone; Owner = $Owner; Target = $Target; Port = $Port; Priority = $Priority; Weight = $Weight }
    if (@(Get-SrvRecord @known).Count -gt 0) { return }
    $query = "SELECT * FROM MicrosoftDNS_Zone WHERE Name = '" + $Zone + "'"
    $zones = @(Get-Row -Query $query -Namespace 'root/MicrosoftDNS')
    if ($zones.Count -eq 0) { throw ('The DNS server does not hold the zone ' + $Zone + '.') }
    $given = @{
        DnsServerName = $zones[0].DnsServerName; ContainerName = $Zone; OwnerName = $Owner; RecordClass = [uint32] 1
        TTL = [uint32] $Ttl; Priority = [uint16] $Priority; Weight = [uint16] $Weight; Port = [uint16] $Port
        SRVDomainName = $Target + '.'
    }
    Invoke-Class -Namespace 'root/MicrosoftDNS' -Class 'MicrosoftDNS_SRVType' -Method 'CreateInstanceFromPropertyData' -Arguments $given | Out-Null
    if (@(Get-SrvRecord @known).Count -eq 0) { throw ('The DNS server does not show the record of ' + $Owner + '.') }
}

function Remove-SrvRecord {
    param([string] $Zone, [string] $Owner, [string] $Target, [int] $Port, [int] $Priority, [int] $Weight)
    $known = @{ Zone = $Zone; Owner = $Owner; Target = $Target; Port = $Port; Priority = $Priority; Weight = $Weight }
    $session = $script:Session
    foreach ($record in @(Get-SrvRecord @known)) { Remove-CimInstance @session -InputObject $record -Confirm:$false }
    if (@(Get-SrvRecord @known).Count -gt 0) { throw ('The record of ' + $Owner + ' is still there.') }
}

function Assert-Published {
    # 12294: the KMS host published itself in DNS; 12293: it could not.
    param([string[]] $Domains = @())
    $since = if ($null -ne $script:Since) { $script:Since } else { (Get-TargetTime).AddMinutes(-10) }
    for ($try = 0; $try -lt 20; $try++) {
        $query = "SELECT EventCode, TimeGenerated FROM Win32_NTLogEvent WHERE Logfile = 'Key Management Service' AND (EventCode = 12293 OR EventCode = 12294)"
        $events = @(Get-Row -Query $query | Where-Object { $_.TimeGenerated -ge $since })
        $failed = @($events | Where-Object { $_.EventCode -eq 12293 })
        $done = @($events | Where-Object { $_.EventCode -eq 12294 })
        if ($done.Count -gt 0 -and $done.Count -ge $Domains.Count) { return }
        if ($failed.Count -gt 0) { throw 'Windows could not publish the KMS host in DNS (event 12293).' }
        Start-Sleep -Seconds 2
    }
    Write-Warning 'Windows has logged nothing about publishing yet. Look for event 12294 or 12293 later.'
}

function Start-Generalize {
    $folder = (Get-One -Query 'SELECT WindowsDirectory FROM Win32_OperatingSystem').WindowsDirectory
    $command = $folder + '\System32\Sysprep\sysprep.exe /generalize /oobe /shutdown /quiet'
    $answer = Invoke-Class -Namespace 'root/cimv2' -Class 'Win32_Process' -Method 'Create' -Arguments @{ CommandLine = $command }
    Assert-Code -Answer $answer -What 'Starting Sysprep'
    Write-Output 'Sysprep is at work. It shuts the computer down when it is done.'
}
`

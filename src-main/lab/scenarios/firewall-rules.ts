import type { RegistryValue } from '../world/state.ts'

const rule = (name: string, active: boolean, fields: string): RegistryValue => ({
  name,
  type: 'REG_SZ',
  data: `v2.10|Action=Allow|Active=${active ? 'TRUE' : 'FALSE'}|Dir=In|Protocol=6|${fields}|`,
})

/**
 * documented: names, groups and ports of the rules, and that the KMS exception is off at first (kms.md 4). assumed: the
 * fields beyond these; a real rule has more.
 */
export const firewallRules = (wmiOpen: boolean, kmsOpen: boolean): readonly RegistryValue[] => [
  rule(
    'SPPSVC-In-TCP',
    kmsOpen,
    'LPort=1688|App=%SystemRoot%\\system32\\sppextcomobj.exe|Svc=sppsvc|Name=@FirewallAPI.dll,-28003|Desc=@FirewallAPI.dll,-28006|EmbedCtxt=@FirewallAPI.dll,-28002',
  ),
  rule(
    'WMI-RPCSS-In-TCP',
    wmiOpen,
    'LPort=135|App=%SystemRoot%\\system32\\svchost.exe|Svc=rpcss|Name=@FirewallAPI.dll,-34252|Desc=@FirewallAPI.dll,-34253|EmbedCtxt=@FirewallAPI.dll,-34251',
  ),
  rule(
    'WMI-WINMGMT-In-TCP',
    wmiOpen,
    'App=%SystemRoot%\\system32\\svchost.exe|Svc=winmgmt|Name=@FirewallAPI.dll,-34254|Desc=@FirewallAPI.dll,-34255|EmbedCtxt=@FirewallAPI.dll,-34251',
  ),
  rule(
    'WMI-ASYNC-In-TCP',
    wmiOpen,
    'App=%systemroot%\\system32\\wbem\\unsecapp.exe|Name=@FirewallAPI.dll,-34256|Desc=@FirewallAPI.dll,-34257|EmbedCtxt=@FirewallAPI.dll,-34251',
  ),
]

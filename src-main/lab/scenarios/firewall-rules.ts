import type { OsFacts, RegistryValue } from '../world/state.ts'

const rule = (name: string, active: boolean, fields: string): RegistryValue => ({
  name,
  type: 'REG_SZ',
  data: `v2.10|Action=Allow|Active=${active ? 'TRUE' : 'FALSE'}|Dir=In|Protocol=6|${fields}|`,
})

/** Where a rule holds: nowhere in particular, or as the two halves of a rule of Windows 8 and later do. */
const scopes = {
  any: '',
  local: 'Profile=Private|Profile=Public|RA4=LocalSubnet|RA6=LocalSubnet|',
  domain: 'Profile=Domain|',
} as const

const rulesIn = (wmiOpen: boolean, kmsOpen: boolean, scope: keyof typeof scopes): readonly RegistryValue[] => {
  const tail = scope === 'domain' ? '-NoScope' : ''
  const where = scopes[scope]
  return [
    rule(
      `SPPSVC-In-TCP${tail}`,
      kmsOpen,
      `${where}LPort=1688|App=%SystemRoot%\\system32\\sppextcomobj.exe|Svc=sppsvc|Name=@FirewallAPI.dll,-28003|Desc=@FirewallAPI.dll,-28006|EmbedCtxt=@FirewallAPI.dll,-28002`,
    ),
    rule(
      `WMI-RPCSS-In-TCP${tail}`,
      wmiOpen,
      `${where}LPort=135|App=%SystemRoot%\\system32\\svchost.exe|Svc=rpcss|Name=@FirewallAPI.dll,-34252|Desc=@FirewallAPI.dll,-34253|EmbedCtxt=@FirewallAPI.dll,-34251`,
    ),
    rule(
      `WMI-WINMGMT-In-TCP${tail}`,
      wmiOpen,
      `${where}App=%SystemRoot%\\system32\\svchost.exe|Svc=winmgmt|Name=@FirewallAPI.dll,-34254|Desc=@FirewallAPI.dll,-34255|EmbedCtxt=@FirewallAPI.dll,-34251`,
    ),
    rule(
      `WMI-ASYNC-In-TCP${tail}`,
      wmiOpen,
      `${where}App=%systemroot%\\system32\\wbem\\unsecapp.exe|Name=@FirewallAPI.dll,-34256|Desc=@FirewallAPI.dll,-34257|EmbedCtxt=@FirewallAPI.dll,-34251`,
    ),
  ]
}

/**
 * documented: names, groups and ports of the rules, and that the KMS exception is off at first; observed: from Windows 8 on a
 * half for domain networks and one for the local subnet of others (kms.md 4). assumed: the same halves on servers; on
 * Windows 7 one rule for all networks; the fields beyond these, of which a real rule has more.
 */
export const firewallRules = (
  { generation }: Pick<OsFacts, 'generation'>,
  wmiOpen: boolean,
  kmsOpen: boolean,
): readonly RegistryValue[] =>
  generation === '7'
    ? rulesIn(wmiOpen, kmsOpen, 'any')
    : [...rulesIn(wmiOpen, kmsOpen, 'local'), ...rulesIn(wmiOpen, kmsOpen, 'domain')]

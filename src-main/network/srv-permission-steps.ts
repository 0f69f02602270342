import type { PermissionQuestion, PermissionStep, PermissionSteps } from '../contract/models/dns-survey.ts'
import type { Finding } from '../contract/models/finding.ts'
import { checkDomain, kmsOwnerName } from './dns-names.ts'
import { problemFrom } from './srv-record-input.ts'

const problem = (field: string, message: string, remedy: string): Finding => ({
  check: `permission-${field}`,
  level: 'problem',
  field,
  message,
  remedy,
})

/** Group names stand in an LDAP name and in commands; Windows forbids most of these signs in them anyway. */
const checkGroup = (typed: string): Finding | null => {
  const name = typed.trim()
  const remedy = 'Enter a name such as "Key Management Service Group".'
  if (name === '') return problem('group', 'The name of the group is missing.', remedy)
  if (name.length > 64)
    return problem('group', `The name of the group has ${name.length} characters; 64 are allowed.`, remedy)
  const odd = /["/\\[\]:;|=,+*?<>@'`$%&^#]/.exec(name)?.[0]
  return odd === undefined ? null : problem('group', `The group name "${name}" holds "${odd}".`, remedy)
}

/** The computer account's name: the first label of the host's name. */
const accountOf = (host: string): string => host.trim().split('.')[0]?.toUpperCase() ?? ''

const checkHost = (host: string, index: number): Finding | null =>
  /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9-]+)*$/.test(host.trim())
    ? null
    : problem(
        `hosts.${index}`,
        host.trim() === '' ? 'The name of a KMS host is missing.' : `"${host.trim()}" is no computer name.`,
        'Enter the name of the computer, for example "KMS01".',
      )

const distinguished = (domain: string): string =>
  domain
    .split('.')
    .map((label) => `DC=${label}`)
    .join(',')

/**
 * The commands are general knowledge of Windows Server (dsadd, dsmod, ActiveDirectory module); the guide and kms.md 3 name
 * the steps alone. Users and Computers are the containers in which Windows puts groups and computers unless told otherwise.
 */
const groupCommands = (group: string, domain: string): PermissionStep['commands'] => [
  {
    label: 'Command Prompt',
    text: `dsadd group "CN=${group},CN=Users,${distinguished(domain)}" -secgrp yes -scope g`,
  },
  { label: 'PowerShell', text: `New-ADGroup -Name "${group}" -GroupCategory Security -GroupScope Global` },
]

const memberCommands = (group: string, domain: string, accounts: readonly string[]): PermissionStep['commands'] => {
  const paths = accounts.map((account) => `"CN=${account},CN=Computers,${distinguished(domain)}"`).join(' ')
  return [
    {
      label: 'Command Prompt',
      text: `dsmod group "CN=${group},CN=Users,${distinguished(domain)}" -addmbr ${paths}`,
    },
    {
      label: 'PowerShell',
      text: `Add-ADGroupMember -Identity "${group}" -Members ${accounts.map((account) => `"${account}$"`).join(', ')}`,
    },
  ]
}

const restart = 'net stop sppsvc && net start sppsvc'
const publishedEvents = 'wevtutil qe Application /q:"*[System[(EventID=12293 or EventID=12294)]]" /c:5 /rd:true /f:text'

/**
 * The guide's procedure for a second KMS host that cannot publish itself (event 12293 with 0x80072338): who created the
 * name owns it, and others are refused in secure zones (kms.md 3, "Second KMS host cannot publish";
 * deploying-kms-activation.txt, "Changing the Default DNS Permissions for SRV Records"). No steps where the input is wrong.
 */
export const srvPermissionSteps = (question: PermissionQuestion): PermissionSteps => {
  const domain = checkDomain(question.domain)
  const wrong = [
    domain.ok ? null : problemFrom('permission-domain', domain.error),
    checkGroup(question.group),
    ...question.hosts.map(checkHost),
  ].filter((finding) => finding !== null)
  if (!domain.ok || wrong.length > 0) return { steps: [], findings: wrong }
  const group = question.group.trim()
  const accounts = [...new Set(question.hosts.map(accountOf))]
  const [first = '', ...others] = accounts
  const list = new Intl.ListFormat('en-GB').format(accounts)
  const owner = kmsOwnerName(domain.value)
  const steps: PermissionStep[] = [
    {
      id: 'create-group',
      title: 'Create a global security group',
      text: `Create the group "${group}" in Active Directory. It will hold the computer accounts of all KMS hosts.`,
      where: 'A domain controller, as domain administrator',
      commands: groupCommands(group, domain.value),
    },
    {
      id: 'add-hosts',
      title: 'Add every KMS host to the group',
      text: `Add the computer accounts of ${list}. All KMS hosts must be joined to the same domain. The commands look for them in the container Computers; adapt the path if they are kept elsewhere.`,
      where: 'A domain controller, as domain administrator',
      commands: memberCommands(group, domain.value, accounts),
    },
    {
      id: 'first-record',
      title: 'Let the first host create the record',
      text: `${first} creates the record ${owner} by itself when its licensing service starts. If it cannot, create the record by hand ("Publish KMS in DNS").`,
      where: first,
      commands: [{ label: 'Command Prompt', text: restart }],
    },
    {
      id: 'grant',
      title: 'Let the group change the record',
      // By hand alone: where the directory keeps a zone differs (domain, DomainDnsZones, ForestDnsZones), so no dsacls line is right everywhere.
      text: `In DNS Manager: Forward Lookup Zones, ${domain.value}, _tcp, then Properties of _vlmcs, Security: add the group "${group}" and allow Full Control (Read, Write and Delete do as well). Repeat it in each zone in which the hosts publish.`,
      where: 'DNS Manager, as domain administrator or with delegated rights',
      commands: [{ label: 'Opens DNS Manager', text: 'dnsmgmt.msc' }],
    },
    {
      id: 'restart-others',
      title: 'Restart the licensing service on the other hosts',
      text:
        others.length === 0
          ? 'Do this on every further KMS host when it is set up. A computer that was just added to the group must be restarted whole, so that it knows of its membership.'
          : `On ${new Intl.ListFormat('en-GB').format(others)}. A computer that was just added to the group must be restarted whole, so that it knows of its membership.`,
      where: others.join(', ') || 'Each further KMS host',
      commands: [{ label: 'Command Prompt', text: restart }],
    },
    {
      id: 'verify',
      title: 'Wait for event 12294',
      text: 'Event 12294 in the Application log says that the record was created; event 12293 says that it was not, with the reason.',
      where: others.join(', ') || 'Each further KMS host',
      commands: [{ label: 'Command Prompt', text: publishedEvents }],
    },
  ]
  return { steps, findings: [] }
}

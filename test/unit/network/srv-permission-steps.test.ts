import { describe, expect, it } from 'vitest'
import type { PermissionQuestion } from '../../../src-main/contract/models/dns-survey.ts'
import { srvPermissionSteps } from '../../../src-main/network/srv-permission-steps.ts'

const question: PermissionQuestion = {
  domain: 'corp.example.test',
  group: 'Key Management Service Group',
  hosts: ['KMS01', 'kms02.corp.example.test'],
}

describe('the check-list for several KMS hosts in one name', () => {
  it('follows the order of the guide, each command complete', () => {
    const { steps, findings } = srvPermissionSteps(question)
    expect(findings).toEqual([])
    expect(steps.map(({ id }) => id)).toEqual([
      'create-group',
      'add-hosts',
      'first-record',
      'grant',
      'restart-others',
      'verify',
    ])
    expect(steps[0]?.commands[0]?.text).toBe(
      'dsadd group "CN=Key Management Service Group,CN=Users,DC=corp,DC=example,DC=test" -secgrp yes -scope g',
    )
    expect(steps[1]?.commands.map(({ text }) => text)).toEqual([
      'dsmod group "CN=Key Management Service Group,CN=Users,DC=corp,DC=example,DC=test" -addmbr "CN=KMS01,CN=Computers,DC=corp,DC=example,DC=test" "CN=KMS02,CN=Computers,DC=corp,DC=example,DC=test"',
      'Add-ADGroupMember -Identity "Key Management Service Group" -Members "KMS01$", "KMS02$"',
    ])
    expect(steps[2]?.where).toBe('KMS01')
    expect(steps[4]?.where).toBe('KMS02')
    expect(steps[4]?.text).toContain('must be restarted whole')
  })

  it('speaks of further hosts where only one is named', () => {
    const { steps } = srvPermissionSteps({ ...question, hosts: ['KMS01'] })
    expect(steps.find(({ id }) => id === 'restart-others')?.where).toBe('Each further KMS host')
  })

  it('names every wrong field at once and gives no steps', () => {
    const { steps, findings } = srvPermissionSteps({ domain: 'corp', group: 'A"B', hosts: ['KMS01', 'kms 02', ''] })
    expect(steps).toEqual([])
    expect(findings.map(({ field }) => field)).toEqual(['domain', 'group', 'hosts.1', 'hosts.2'])
    expect(findings.every(({ level, remedy }) => level === 'problem' && remedy !== undefined)).toBe(true)
  })

  it.each(['$(calc)', 'a`b', 'x & y', "o'neil", '%PATH%'])(
    'lets no group name reach a shell that it could steer: %s',
    (group) => {
      expect(srvPermissionSteps({ ...question, group }).steps).toEqual([])
    },
  )
})

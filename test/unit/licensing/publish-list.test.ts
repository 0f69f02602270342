import { describe, expect, it } from 'vitest'
import { Finding } from '../../../src-main/contract/models/finding.ts'
import {
  initialPublishRows,
  ownDomainFinding,
  parsePublishList,
  publishListCautions,
} from '../../../src-main/licensing/publish-list-lines.ts'
import {
  checkPublishRows,
  formatPublishList,
  type PublishRowDraft,
  publishRowDraft,
  readPublishRows,
} from '../../../src-main/licensing/publish-list.ts'

const row = (domain: string, priority = '0', weight = '0'): PublishRowDraft => ({ domain, priority, weight })
const only = (...drafts: PublishRowDraft[]): Finding => {
  const found = checkPublishRows(drafts)
  expect(found).toHaveLength(1)
  const finding = Finding.parse(found[0])
  expect(finding.level).toBe('problem')
  expect(finding.remedy).toMatch(/\.$/)
  expect(readPublishRows(drafts)).toEqual({ outcome: 'refused', findings: [finding] })
  return finding
}

describe('rows of a publish list', () => {
  it('become numbers and a name without trailing dot or blanks', () => {
    expect(
      readPublishRows([
        row(' contoso.com. ', ' 10 ', '65535'),
        row('EU.contoso.com', '', '0'),
        row('_a.b-1.example', '0', ''),
      ]),
    ).toEqual({
      outcome: 'rows',
      rows: [
        { domain: 'contoso.com', priority: 10, weight: 65_535 },
        { domain: 'EU.contoso.com', priority: 0, weight: 0 },
        { domain: '_a.b-1.example', priority: 0, weight: 0 },
      ],
    })
  })

  it('are written and read again unchanged', () => {
    const rows = [
      { domain: 'contoso.com', priority: 10, weight: 50 },
      { domain: 'fabrikam.com', priority: 0, weight: 0 },
    ]
    expect(formatPublishList(rows)).toEqual(['contoso.com, 10, 50', 'fabrikam.com, 0, 0'])
    const parsed = parsePublishList(formatPublishList(rows))
    expect(parsed.findings).toEqual([])
    expect(readPublishRows(parsed.drafts)).toEqual({ outcome: 'rows', rows })
    expect(rows.map(publishRowDraft)).toEqual(parsed.drafts)
  })

  it('must not be none', () => {
    expect(only()).toMatchObject({ check: 'publish-empty', field: 'publishList' })
  })

  it.each(['contoso.com', 'CONTOSO.COM', 'contoso.com.', ' Contoso.com. '])(
    'must not name a domain twice: %s',
    (second) => {
      const finding = only(row('Contoso.com'), row('fabrikam.com'), row(second))
      expect(finding).toMatchObject({ check: 'publish-duplicate', field: 'publishList[2].domain' })
      expect(finding.message).toMatch(/^Row 3: the domain ".*" stands in row 1 already\.$/)
      expect(finding.remedy).toBe('Remove row 3 or row 1.')
    },
  )

  it.each([
    ['', 'publish-domain-empty', 'is empty'],
    ['  ', 'publish-domain-empty', 'is empty'],
    ['contoso', 'publish-bare-label', '"contoso" is a single name'],
    ['contoso.', 'publish-bare-label', '"contoso" is a single name'],
    ['contoso.com,', 'publish-trailing-comma', 'a comma stands after "contoso.com"'],
    ['contoso.com, ,', 'publish-trailing-comma', 'a comma stands after "contoso.com"'],
    ['contoso.com,0', 'publish-domain-name', 'the character ","'],
    ['con toso.com', 'publish-domain-name', 'the character " "'],
    ['contoso!.com', 'publish-domain-name', 'the character "!"'],
    ['contoso..com', 'publish-domain-name', 'two dots in a row'],
    ['.contoso.com', 'publish-domain-name', 'begins with one'],
    ['contoso.com..', 'publish-domain-name', 'two dots in a row'],
    ['-contoso.com', 'publish-domain-name', 'begins or ends with a hyphen'],
    ['contoso-.com', 'publish-domain-name', 'begins or ends with a hyphen'],
    ['müller.example', 'publish-domain-name', 'the letter "ü"'],
    ['192.0.2.1', 'publish-domain-name', 'is an IP address'],
    ['_vlmcs._tcp.contoso.com', 'publish-domain-name', 'the name of the SRV record'],
    [`${'a'.repeat(64)}.com`, 'publish-domain-name', 'has 64 characters; 63 are allowed'],
    [Array.from({ length: 64 }, () => 'abc').join('.'), 'publish-domain-name', 'has 255 characters; 253 are allowed'],
  ])('must have a legal domain: "%s"', (domain, check, message) => {
    const finding = only(row('fabrikam.com'), row(domain))
    expect(finding).toMatchObject({ check, field: 'publishList[1].domain' })
    expect(finding.message).toContain('Row 2: ')
    expect(finding.message).toContain(message)
  })

  it('may have a label of 63 and a name of 253 characters, and digits below the last label', () => {
    const long = `${Array.from({ length: 63 }, () => 'abc').join('.')}.a`
    expect(long).toHaveLength(253)
    for (const domain of [`${'a'.repeat(63)}.com`, long, `${long}.`, '10.in-addr.arpa', 'xn--mller-kva.example']) {
      expect(checkPublishRows([row(domain)])).toEqual([])
    }
  })

  it.each(['abc', '-1', '65536', '1.5', '1e3', '0x10', '99999999999999999999', '1 2', '٣'])(
    'must have whole numbers from 0 to 65535: "%s"',
    (number) => {
      const priority = only(row('contoso.com', number))
      expect(priority).toMatchObject({ check: 'publish-priority', field: 'publishList[0].priority' })
      expect(priority.message).toBe(
        `Row 1: the priority "${number}" of "contoso.com" is not a whole number from 0 to 65535.`,
      )
      expect(priority.remedy).toContain('lowest priority first')
      const weight = only(row(' contoso.com ', '0', number))
      expect(weight).toMatchObject({ check: 'publish-weight', field: 'publishList[0].weight' })
      expect(weight.message).toContain(`the weight "${number}" of "contoso.com" is`)
      expect(weight.remedy).toContain('higher weight')
    },
  )

  it('tell every fault at once', () => {
    const found = checkPublishRows([row('contoso', 'abc', '65536'), row('contoso', '-1')])
    expect(found.map(({ field }) => field)).toEqual([
      'publishList[0].domain',
      'publishList[0].priority',
      'publishList[0].weight',
      'publishList[1].domain',
      'publishList[1].priority',
    ])
  })

  it('cut what is long and mask what looks like a product key', () => {
    expect(only(row('contoso.com', 'e'.repeat(100))).message).toContain(`"${'e'.repeat(60)}…"`)
    expect(only(row('BCDFG-HJKMP-QRTVW-XY234-67892')).message).not.toContain('BCDFG')
  })
})

describe('lines of a publish list', () => {
  it('have optional numbers and blanks where they like', () => {
    const { drafts, findings } = parsePublishList([
      'contoso.com',
      '  fabrikam.com ,5',
      'a.example,1,2',
      '',
      ' b.example , , 7 ',
    ])
    expect(findings).toEqual([])
    expect(drafts).toEqual([
      row('contoso.com'),
      row('fabrikam.com', '5'),
      row('a.example', '1', '2'),
      row('b.example', '0', '7'),
    ])
  })

  it.each([
    ['contoso.com,', row('contoso.com')],
    ['contoso.com, 1,', row('contoso.com', '1')],
    ['contoso.com, 1, 2,', row('contoso.com', '1', '2')],
  ])('must not end with a comma: %s', (line, draft) => {
    const parsed = parsePublishList(['fabrikam.com', line])
    expect(parsed.drafts[1]).toEqual(draft)
    expect(parsed.findings).toEqual([
      expect.objectContaining({ check: 'publish-trailing-comma', level: 'problem', field: 'publishList[1]' }),
    ])
    expect(parsed.findings[0]?.message).toBe(`Row 2: the line "${line}" ends with a comma.`)
  })

  it('keep what is too much, so that nothing is lost', () => {
    const { drafts, findings } = parsePublishList(['contoso.com, 1, 2, 3'])
    expect(drafts).toEqual([row('contoso.com', '1', '2, 3')])
    expect(findings).toEqual([expect.objectContaining({ check: 'publish-line', level: 'problem' })])
    expect(checkPublishRows(drafts)).toHaveLength(1)
  })

  it('are none for an empty value', () => {
    expect(parsePublishList([])).toEqual({ drafts: [], findings: [] })
    expect(parsePublishList(['', '  '])).toEqual({ drafts: [], findings: [] })
  })
})

describe('the host’s own domain', () => {
  it('is in the list from the start, where the host has one', () => {
    expect(initialPublishRows('contoso.com')).toEqual([row('contoso.com')])
    expect(initialPublishRows(null)).toEqual([])
  })

  it('is told to be published for certain only while it is in the list', () => {
    const listed = ownDomainFinding([row('a.example'), row('CONTOSO.com.')], 'contoso.com')
    expect(listed).toMatchObject({ level: 'info', check: 'publish-own-domain' })
    const missing = ownDomainFinding([row('a.example')], 'contoso.com')
    expect(missing).toMatchObject({ level: 'warning', check: 'publish-own-domain' })
    expect(missing?.remedy).toContain('Add contoso.com')
    for (const finding of [listed, missing]) {
      expect(finding?.message).toContain('deployment guide says that this list replaces')
      expect(finding?.message).toContain('own domain is always published')
    }
    expect(ownDomainFinding([], null)).toBeNull()
  })

  it('comes with the guide’s cautions about replication', () => {
    expect(publishListCautions.join(' ')).toMatch(/restarted.*replicated.*older records.*12294.*12293/)
  })
})

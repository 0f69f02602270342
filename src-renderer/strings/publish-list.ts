/** The words of the editor of a publish list (DnsDomainPublishList). */
export const publishList = {
  label: 'Domains in which the host publishes itself',
  intro:
    'One row for each DNS domain. Clients try the host with the lowest priority first; among hosts of one priority a higher weight gets more clients. Both are 0 where nothing else is wanted. Several lines “domain, priority, weight” can be pasted at once.',
  domain: 'Domain',
  priority: 'Priority',
  weight: 'Weight',
  cell: (column: string, row: number) => `${column}, row ${row}`,
  add: 'Add a domain',
  remove: (domain: string, row: number) => (domain.trim() === '' ? `Remove row ${row}` : `Remove ${domain.trim()}`),
  removed: (row: number) => `Row ${row} removed`,
  placeholder: 'branch.contoso.com',
  findings: 'About the list',
  cautionsTitle: 'Changes in DNS take time',
} as const

/** The parts of a distinguished name, from the object outwards, with their escapes taken away (RFC 4514). */
const partsOf = (dn: string): readonly (readonly [string, string])[] =>
  (dn.match(/(?:\\.|[^,\\])+/g) ?? []).map((part) => {
    const [key = '', ...rest] = part.trim().split('=')
    return [key.trim().toUpperCase(), rest.join('=').replace(/\\(.)/g, '$1')] as const
  })

const namesOf = (dn: string, key: string): readonly string[] =>
  partsOf(dn).flatMap(([found, value]) => (found === key ? [value] : []))

/** The DNS domain of a distinguished name, for example `contoso.com`; null where it names none. */
export const domainOf = (dn: string): string | null => namesOf(dn, 'DC').join('.') || null

/**
 * Where an object stands, as people read it: `contoso.com/Berlin/Clients`. Containers such as Computers count like
 * organisational units; the object itself is left out. Null where the text is no distinguished name.
 */
export const ouPathOf = (dn: string): string | null => {
  const domain = domainOf(dn)
  if (domain === null) return null
  const folders = partsOf(dn)
    .slice(1)
    .flatMap(([key, value]) => (key === 'OU' || key === 'CN' ? [value] : []))
  return [domain, ...folders.toReversed()].join('/')
}

/** Whether an object stands in a place that is given as a distinguished name, a path or a part of one. */
export const isInOu = (dn: string, wanted: string): boolean => {
  const plain = wanted.trim().toLowerCase()
  if (plain === '') return true
  if (/^(ou|cn|dc)=/.test(plain)) return dn.toLowerCase().endsWith(`,${plain.replace(/\s*,\s*/g, ',')}`)
  return `/${(ouPathOf(dn) ?? '').toLowerCase()}/`.includes(`/${plain.replace(/^\/|\/$/g, '')}/`)
}

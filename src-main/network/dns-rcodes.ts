const names = [
  'NOERROR',
  'FORMERR',
  'SERVFAIL',
  'NXDOMAIN',
  'NOTIMP',
  'REFUSED',
  'YXDOMAIN',
  'YXRRSET',
  'NXRRSET',
  'NOTAUTH',
  'NOTZONE',
]

/** The name of a DNS response code (RFC 1035, 4.1.1; RFC 2136, 2.2), or its number where it has none here. */
export const rcodeName = (rcode: number): string => names[rcode] ?? `${rcode}`

/** The response code of a message, from its flags. */
export const rcodeOf = (flags: number | undefined): number => (flags ?? 0) & 0xf

/**
 * Windows' code for a DNS response code or TSIG error: DNS_ERROR_RCODE_FORMAT_ERROR is 9001, and so on up to
 * DNS_ERROR_RCODE_BADTIME, 9018 (winerror.h; kms.md 3).
 */
export const hresultOfRcode = (rcode: number): number => 0x80072328 + rcode

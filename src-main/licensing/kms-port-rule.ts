/** Name of the firewall rule that the app makes for a KMS port of one's own. */
export const kmsPortRuleName = (port: number): string => `Key Management Service (TCP ${port})`

/** Makes an inbound rule for a TCP port: Windows' own rule group knows 1688 alone (kms.md 4). */
export const netshAllowPort = (port: number): string =>
  `netsh advfirewall firewall add rule name="${kmsPortRuleName(port)}" dir=in action=allow protocol=TCP localport=${port}`

/** Deletes that rule. */
export const netshForbidPort = (port: number): string =>
  `netsh advfirewall firewall delete rule name="${kmsPortRuleName(port)}" protocol=TCP localport=${port}`

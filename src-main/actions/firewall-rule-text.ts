/** One field of a firewall rule as the registry has it: "v2.10|Action=Allow|Active=TRUE|…"; undefined where it is absent. */
export const fieldOfRule = (rule: string, name: string): string | undefined =>
  rule
    .split('|')
    .find((part) => part.toLowerCase().startsWith(`${name.toLowerCase()}=`))
    ?.slice(name.length + 1)

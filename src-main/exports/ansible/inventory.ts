import { accountsOf, type ExportComputer, type ExportDraft } from '../export-source.ts'

/** The group that the play is for. */
export const allComputers = 'activation'

/** Whether the inventory can name a computer; a name with other signs could be read as a range or a template. */
export const isInventoryName = (name: string): boolean => /^[\w.:-]+$/.test(name)

/** Variables that hold an account of the plan; people are asked for them. */
export const accountVariables = (account: number): { readonly user: string; readonly password: string } => ({
  user: `afk_user_${account}`,
  password: `afk_password_${account}`,
})

interface Group {
  readonly name: string
  readonly computers: readonly ExportComputer[]
  readonly vars: readonly string[]
}

/** A colon would be read as the port of a host. */
const hostLine = ({ name }: ExportComputer): string =>
  name.includes(':') ? `"ip-${name.replaceAll(':', '-')}": { ansible_host: "${name}" }` : `"${name}": {}`

const indented = (depth: number, lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${'  '.repeat(depth)}${line}`)

const groupLines = ({ name, computers, vars }: Group): readonly string[] => [
  `${name}:`,
  '  hosts:',
  ...indented(2, computers.map(hostLine)),
  ...(vars.length === 0 ? [] : ['  vars:', ...indented(2, vars)]),
]

/** The groups of a plan: the computers that go first and the rest, and those of each account where there are several. */
const groupsOf = (draft: ExportDraft, computers: readonly ExportComputer[]): readonly Group[] => {
  const { first } = draft.policy
  const turns: readonly Group[] =
    first === null || first >= computers.length
      ? []
      : [
          { name: 'first_computers', computers: computers.slice(0, first), vars: [] },
          { name: 'other_computers', computers: computers.slice(first), vars: [] },
        ]
  const numbers = accountsOf(draft).map(({ account }) => account)
  if (numbers.length < 2) return turns
  return [
    ...turns,
    ...numbers.map((number): Group => {
      const { user, password } = accountVariables(number)
      return {
        name: `account_${number}`,
        computers: computers.filter(({ account }) => account === number),
        vars: [`ansible_user: "{{ ${user} }}"`, `ansible_password: "{{ ${password} }}"`],
      }
    }),
  ]
}

const connection = [
  'vars:',
  '  ansible_connection: winrm',
  '  ansible_port: 5985',
  '  ansible_winrm_transport: kerberos',
  '  ansible_winrm_scheme: http',
  '  ansible_winrm_message_encryption: always',
]

/** The computers of a plan as YAML, reached by WinRM. Names of groups are no names of computers. */
export const inventoryYaml = (draft: ExportDraft): string => {
  const computers = draft.computers.filter(({ name }) => isInventoryName(name))
  const groups = groupsOf(draft, computers)
  const members =
    groups.length === 0
      ? ['hosts:', ...indented(1, computers.map(hostLine))]
      : ['children:', ...indented(1, groups.flatMap(groupLines))]
  return [`${allComputers}:`, ...indented(1, [...members, ...connection]), ''].join('\n')
}

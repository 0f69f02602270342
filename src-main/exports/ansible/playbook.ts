import { stringify } from 'yaml'
import { accountsOf, type ExportDraft } from '../export-source.ts'
import { psSteps, readsAlone } from '../powershell/powershell-script.ts'
import { accountVariables, allComputers, inventoryYaml, isInventoryName } from './inventory.ts'

/** Names of the files of an export for Ansible: the tasks run the script. */
export const ansibleNames = {
  playbook: 'activation-playbook.yml',
  inventory: 'activation-inventory.yml',
  script: 'activation-plan.ps1',
} as const

/** Ansible reads YAML 1.1, in which yes, on and 12:30 are no texts. */
const options = { lineWidth: 0, version: '1.1' } as const

/** Ansible reads {{ }} and {% %} in every text as its own. */
const plain = (text: string): string => text.replaceAll(/\{(?=[{%#])/g, '( ').replaceAll(/[\r\n]+/g, ' ')

const promptOf = ({ variable, prompt, kind }: ExportDraft['questions'][number]): Readonly<Record<string, unknown>> => ({
  name: variable.toLowerCase(),
  prompt: plain(
    kind === 'confirmation-id' ? `${prompt} (nothing in the first run, which shows the installation ID)` : prompt,
  ),
  private: true,
  unsafe: true,
  ...(kind === 'confirmation-id' ? { default: '' } : {}),
})

/** The accounts of a plan that has several; one alone is given to ansible-playbook with -u and -k. */
const accountPrompts = (draft: ExportDraft): readonly object[] => {
  const accounts = accountsOf(draft)
  if (accounts.length < 2) return []
  return accounts.flatMap(({ account, names }) => {
    const { user, password } = accountVariables(account)
    const whose = plain(`${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`)
    return [
      { name: user, prompt: `User name for ${whose} (user@DOMAIN)`, private: false, unsafe: true },
      { name: password, prompt: `Its password`, private: true, unsafe: true },
    ]
  })
}

const usesSecret = (lines: readonly string[], variable: string): boolean =>
  lines.some((line) => line.includes(`'${variable}'`))

/** A task with secrets gives them to the script in the environment, and logs nothing. */
const secretly = (secrets: ExportDraft['questions']): object =>
  secrets.length === 0
    ? {}
    : {
        environment: Object.fromEntries(secrets.map(({ variable }) => [variable, `{{ ${variable.toLowerCase()} }}`])),
        no_log: true,
      }

/** The script says how much it changed. */
const changes = (draft: ExportDraft, index: number): object =>
  readsAlone(draft.prepared[index]?.deeds ?? [])
    ? { changed_when: false }
    : { register: 'afk_step', changed_when: "'Changes: 0.' not in afk_step.stdout" }

const isForProduct = ({ prepared }: ExportDraft, index: number): boolean =>
  prepared[index]?.deeds.some(({ deed }) => deed === 'deposit-confirmation-id') ?? false

/** The installation ID is told by a task of its own, because what the task with the confirmation ID says is not shown. */
const tellInstallationId = (script: string, title: string, tags: readonly string[]): readonly object[] => [
  {
    name: `Installation ID for: ${title}`,
    'ansible.builtin.script': { cmd: `${script} -TellInstallationId` },
    register: 'afk_told',
    changed_when: false,
    tags,
  },
  { name: 'Tell Microsoft this installation ID', 'ansible.builtin.debug': { var: 'afk_told.stdout_lines' }, tags },
]

const tasks = (draft: ExportDraft): readonly unknown[] =>
  psSteps(draft).flatMap((step, index): readonly object[] => {
    const title = plain(draft.prepared[index]?.title ?? '')
    const tags = [`step-${index + 1}`]
    if (step.is === 'by-hand')
      return [
        {
          name: title,
          'ansible.builtin.debug': { msg: plain([`Do this by hand: ${step.reason}`, ...step.lines].join(' | ')) },
          tags,
        },
      ]
    const secrets = draft.questions.filter(({ variable }) => usesSecret(step.lines, variable))
    const script = `${ansibleNames.script} -ComputerName . -Unattended -Step ${index + 1}`
    const task = {
      name: title,
      'ansible.builtin.script': { cmd: script },
      ...secretly(secrets),
      ...changes(draft, index),
      tags,
    }
    const tells = secrets.some(({ kind }) => kind === 'confirmation-id') && isForProduct(draft, index)
    return tells ? [...tellInstallationId(script, title, tags), task] : [task]
  })

/** The rest waits until a person has looked at the computers that went first. */
const pause = {
  name: 'Look at what became of the first computers',
  'ansible.builtin.pause': { prompt: 'Press Enter to go on with the rest, or Ctrl+C and A to end here' },
  when: 'ansible_play_batch[0] != ansible_play_hosts_all[0]',
  tags: ['always'],
}

/** How the play goes through its computers. Ansible counts failures in percent of those that go together. */
const policyOf = ({ policy: { stopAfter, first }, computers }: ExportDraft): Readonly<Record<string, unknown>> => ({
  ...(first === null || first >= computers.length ? {} : { serial: [first, '100%'] }),
  ...(stopAfter === null
    ? {}
    : stopAfter === 1
      ? { any_errors_fatal: true }
      : { max_fail_percentage: Math.round(((stopAfter - 0.5) * 100_000) / computers.length) / 1000 }),
})

const head = (draft: ExportDraft, what: string): string => {
  const omitted = draft.computers.filter(({ name }) => !isInventoryName(name)).length
  return [
    plain(draft.title),
    `${what} Made by the Activation Field Kit from a plan of ${draft.createdAt.slice(0, 10)}.`,
    `Run it with: ${ansibleCommand(draft)}`,
    'It holds no password and no product key other than published client setup keys: those are asked for.',
    'A computer goes no further than the step that fails. What is done already is passed over when it runs again.',
    'Write -v behind it to see what the steps answer, and --tags step-2 to do one step alone.',
    ...(omitted === 0 ? [] : [`Left out, because Ansible would read their names as something else: ${omitted}.`]),
    ...(draft.isLab ? ['The plan was made in the Lab: its computers are simulated. Change the names first.'] : []),
  ]
    .map((line) => `# ${line}\n`)
    .join('')
}

/** The command that runs the playbook; -f is how many computers go at the same time. */
export const ansibleCommand = (draft: ExportDraft): string =>
  [
    `ansible-playbook -i ${ansibleNames.inventory} ${ansibleNames.playbook}`,
    ...(accountsOf(draft).length < 2 ? ['-u user@DOMAIN -k'] : []),
    ...(draft.computers.length > 5 ? ['-f 16'] : []),
  ].join(' ')

/** The playbook. Its tasks run the script beside it; what is secret goes to it in the environment, over the connection. */
export const ansiblePlaybook = (draft: ExportDraft): string => {
  const prompts = [...accountPrompts(draft), ...draft.questions.map(promptOf)]
  const policy = policyOf(draft)
  const play = {
    name: plain(draft.title),
    hosts: allComputers,
    gather_facts: false,
    ...policy,
    ...(prompts.length === 0 ? {} : { vars_prompt: prompts }),
    tasks: [...('serial' in policy ? [pause] : []), ...tasks(draft)],
  }
  return `${head(draft, 'Playbook.')}---\n${stringify([play], options)}`
}

/** The inventory: the computers of the plan, reached by WinRM. Passwords are asked for. */
export const ansibleInventory = (draft: ExportDraft): string => {
  const how =
    accountsOf(draft).length < 2
      ? '# Give the account with -u user@DOMAIN and let Ansible ask for its password with -k; no password stands here.\n'
      : '# The plan has several accounts. The playbook asks for each; no password stands here.\n'
  return `${head(draft, 'Inventory.')}${how}---\n${inventoryYaml(draft)}`
}

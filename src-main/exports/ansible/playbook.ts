import { stringify } from 'yaml'
import type { ExportDraft } from '../export-source.ts'
import { psSteps } from '../powershell/powershell-script.ts'

/** Names of the files of an export for Ansible: the tasks run the script. */
export const ansibleNames = {
  playbook: 'activation-playbook.yml',
  inventory: 'activation-inventory.yml',
  script: 'activation-plan.ps1',
} as const

const group = 'activation'
const options = { lineWidth: 0 } as const

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

const isForProduct = ({ prepared }: ExportDraft, index: number): boolean =>
  prepared[index]?.deeds.some(({ deed }) => deed === 'deposit-confirmation-id') ?? false

/** The installation ID is told by a task of its own, because what the task with the confirmation ID says is not shown. */
const tellInstallationId = (script: string, title: string, tags: readonly string[]): readonly object[] => [
  {
    name: `Installation ID for: ${title}`,
    'ansible.builtin.script': { cmd: `${script} -TellInstallationId` },
    register: 'afk_told',
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
    const task = { name: title, 'ansible.builtin.script': { cmd: script }, ...secretly(secrets), tags }
    const tells = secrets.some(({ kind }) => kind === 'confirmation-id') && isForProduct(draft, index)
    return tells ? [...tellInstallationId(script, title, tags), task] : [task]
  })

const head = (draft: ExportDraft, what: string): string =>
  [
    plain(draft.title),
    `${what} Made by the Activation Field Kit from a plan of ${draft.createdAt.slice(0, 10)}.`,
    `Run it with: ansible-playbook -i ${ansibleNames.inventory} ${ansibleNames.playbook}`,
    'It holds no key and no password: they are asked for. A computer goes no further than the step that fails.',
    'Write -v behind it to see what the steps answer, and --tags step-2 to do one step alone.',
    ...(draft.isLab ? ['The plan was made in the Lab: its computers are simulated. Change the names first.'] : []),
  ]
    .map((line) => `# ${line}\n`)
    .join('')

/** The playbook. Its tasks run the script beside it; what is secret goes to it in the environment, over the connection. */
export const ansiblePlaybook = (draft: ExportDraft): string => {
  const prompts = draft.questions.map(promptOf)
  const play = {
    name: plain(draft.title),
    hosts: group,
    gather_facts: false,
    any_errors_fatal: draft.computers.length === 1,
    ...(prompts.length === 0 ? {} : { vars_prompt: prompts }),
    tasks: tasks(draft),
  }
  return `${head(draft, 'Playbook.')}---\n${stringify([play], options)}`
}

/** The inventory: the computers of the plan, reached by WinRM. The password is asked for with -k. */
export const ansibleInventory = (draft: ExportDraft): string => {
  const hosts = Object.fromEntries(draft.computers.map(({ name }) => [name, {}]))
  const inventory = {
    [group]: {
      hosts,
      vars: {
        ansible_connection: 'winrm',
        ansible_port: 5985,
        ansible_winrm_transport: 'kerberos',
        ansible_winrm_scheme: 'http',
        ansible_winrm_message_encryption: 'always',
      },
    },
  }
  const how =
    '# Give the account with -u user@DOMAIN and let Ansible ask for its password with -k; no password stands here.\n'
  return `${head(draft, 'Inventory.')}${how}---\n${stringify(inventory, options)}`
}

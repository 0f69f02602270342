import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { axeViolations } from '../support/axe-violations.ts'
import { ComputersPage } from '../support/computers-page.ts'
import { ExportDialog } from '../support/export-dialog.ts'
import { KmsHostWizard, labHostKey } from '../support/kms-host-wizard.ts'
import { chooseScenario } from '../support/task-wizard.ts'
import { expect, test } from './launch.ts'

/** The files of each format. */
const files = {
  'Command file (slmgr)': ['activation-plan.cmd'],
  'PowerShell script': ['activation-plan.ps1'],
  'Ansible playbook': ['activation-playbook.yml', 'activation-inventory.yml', 'activation-plan.ps1'],
} as const

const folderFor = (userData: string): string => {
  const folder = join(userData, 'exported')
  mkdirSync(folder)
  return folder
}

test('a plan leaves in three formats that ask for its key and do not hold it', async ({
  kit: { app, page },
  userData,
}) => {
  const wizard = new KmsHostWizard(page)
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await wizard.toHostKey()
  await wizard.toReview()
  const exporting = new ExportDialog(page, app, folderFor(userData))
  for (const [format, names] of Object.entries(files)) {
    await exporting.open(format as keyof typeof files)
    await expect(exporting.dialog).toContainText(/It asks for: the .*ending in H8RTB\./)
    await expect(exporting.dialog).toContainText('The plan was made in the Lab')
    for (const name of names) {
      const saved = await exporting.save(name)
      for (const secret of [labHostKey, labHostKey.replaceAll('-', ''), 'secret:']) expect(saved).not.toContain(secret)
      expect(saved.length).toBeGreaterThan(400)
    }
    expect(await axeViolations(page)).toEqual([])
    await exporting.close()
  }
  await exporting.open('Command file (slmgr)')
  const cmd = await exporting.save('activation-plan.cmd')
  expect(cmd).toContain('call :ask AFK_SECRET_1\r\n')
  await exporting.close()
})

test('a plan for many computers leaves as one file with each step once, from its review and from its results', async ({
  start,
  userData,
}) => {
  const { app, page } = await start({ page: 'Tasks' })
  await chooseScenario(page, 'fabrikam-2025')
  await page.getByRole('navigation').getByRole('button', { name: 'Computers' }).click()
  const computers = new ComputersPage(page)
  await computers.addScenario()
  await computers.filter.fill('pc')
  await expect(computers.shown).toContainText('shown')
  await computers.table.focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: /^Do a task on these \d+$/ }).click()
  await page.getByRole('menuitem', { name: /^Configure as KMS clients/ }).click()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('region', { name: 'KMS host', exact: true }).getByRole('radio', { name: 'This host' }).check()
  await page.getByRole('textbox', { name: 'KMS host' }).fill('kms01.fabrikam.example')
  await page.getByRole('checkbox', { name: /^Try it on the first computers/ }).check()
  await page.getByLabel('How many go first').fill('1')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('heading', { name: /^Review what will be done on \d+ computers$/ }).waitFor()

  const exporting = new ExportDialog(page, app, folderFor(userData))
  await exporting.open('Ansible playbook')
  await expect(exporting.dialog).toContainText(/It is for \d+ computers, with each step once\./)
  await expect(exporting.dialog).toContainText('One that the plan does not fit is left as it is.')
  const [play] = parse(await exporting.save('activation-playbook.yml'))
  expect(play).toMatchObject({ hosts: 'activation', serial: [1, '100%'] })
  const { activation } = parse(await exporting.save('activation-inventory.yml'))
  const { first_computers: first, other_computers: others } = activation.children
  const names = [...Object.keys(first.hosts), ...Object.keys(others.hosts)]
  expect(names.length).toBeGreaterThan(2)
  await exporting.close()

  await exporting.open('PowerShell script')
  const script = await exporting.save('activation-plan.ps1')
  for (const name of names) expect(script.split(`'${name}'`)).toHaveLength(2)
  expect(script.split('SetKeyManagementServiceMachine')).toHaveLength(2)
  await exporting.close()

  await exporting.open('Command file (slmgr)')
  const proposed = await exporting.save('activation-plan.cmd')
  for (const name of names) expect(proposed).toContain(`call :turn "${name}" `)
  expect(proposed).toContain('runas /netonly')
  await exporting.close()

  await page.getByRole('button', { name: /^Configure \d+ computers$/ }).click()
  await page.getByRole('button', { name: /^Go on with the other / }).click()
  await page.getByRole('heading', { level: 1, name: /^Done on / }).waitFor()
  await exporting.open('Command file (slmgr)')
  expect(await exporting.save('activation-plan.cmd')).toBe(proposed)
  await exporting.close()
})

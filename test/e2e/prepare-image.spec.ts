import { axeViolations } from '../support/axe-violations.ts'
import { countMethods, readLabCalls } from '../support/lab-log.ts'
import { PrepareImagePage } from '../support/prepare-image-page.ts'
import { expect, test } from './launch.ts'

test('a Windows 7 demo machine is rearmed, once for each rearm, and refused when none is left', async ({
  kit: { page },
  userData,
}) => {
  const image = new PrepareImagePage(page)
  for (const left of [3, 2, 1]) {
    await image.toTask('contoso-2009', 'MAK02')
    await expect(image.fact('Rearms left for Windows')).toHaveText(String(left))
    await image.task('Rearm Windows').check()
    await expect(page.getByText('Takes effect when the computer restarts.')).toBeVisible()
    await image.toReview()
    await expect(page.getByText('slmgr.vbs MAK02 /rearm')).toBeVisible()
    await image.commit('Rearm MAK02', 'MAK02: Done')
    await expect(page.getByText('The app does not restart computers')).toBeVisible()
    await page.getByRole('button', { name: 'Tasks' }).click()
  }
  await image.toTask('contoso-2009', 'MAK02')
  await expect(image.fact('Rearms left for Windows')).toHaveText('0')
  await expect(image.task('Rearm Windows')).toBeDisabled()
  await expect(image.task('Generalize with Sysprep')).toBeDisabled()
  await expect(page.getByText('Windows would refuse with 0xC004D307')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Nothing can be done to this computer')
  expect(await axeViolations(page)).toEqual([])
  await image.next.click()
  await expect(page.getByText('Choose what is to be done.')).toBeVisible()
  expect(countMethods(readLabCalls(userData, 'contoso-2009'), 'MAK02')['ReArmWindows']).toBe(3)
})

test('Windows 7 cannot rearm a single application or product, and the page says which Windows can', async ({
  kit: { page },
}) => {
  const image = new PrepareImagePage(page)
  await image.toTask('contoso-2009', 'MAK01')
  await expect(image.task('Rearm the application Windows')).toBeDisabled()
  await expect(page.getByText('since Windows 8.1 and Windows Server 2012 R2').first()).toBeVisible()
})

test('in fabrikam-2025 an application is rearmed on its own; axe finds nothing on any step', async ({
  kit: { page },
  userData,
}) => {
  const image = new PrepareImagePage(page)
  await image.toTask('fabrikam-2025', 'CLOCK01')
  await image.task('Rearm the application Windows').check()
  expect(await axeViolations(page)).toEqual([])
  await image.toReview()
  expect(await axeViolations(page)).toEqual([])
  await image.commit('Rearm CLOCK01', 'CLOCK01: Done')
  expect(await axeViolations(page)).toEqual([])
  expect(countMethods(readLabCalls(userData, 'fabrikam-2025'), 'CLOCK01')['ReArmApp']).toBe(1)
})

test('a computer without rearms is refused with what Sysprep would do, and SkipRearm is named', async ({
  kit: { page },
  userData,
}) => {
  const image = new PrepareImagePage(page)
  await image.toTask('fabrikam-2025', 'NOREARM01')
  await expect(image.task('Generalize with Sysprep')).toBeDisabled()
  await expect(page.getByText('Sysprep would go through, but leave the activation timers as they are')).toBeVisible()
  await expect(page.getByText('SkipRearm set to 1 stops the rearm altogether')).toBeVisible()
  expect(countMethods(readLabCalls(userData, 'fabrikam-2025'), 'NOREARM01')['ReArmWindows']).toBeUndefined()
})

test('an image is generalized from the keyboard alone, with its consequences before the commit', async ({
  kit: { page },
}) => {
  const image = new PrepareImagePage(page)
  await image.toTask('fabrikam-2025', 'FIXED01')
  const group = page.getByRole('radiogroup', { name: 'What is to be done?' })
  await group.getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await expect(image.task('Generalize with Sysprep')).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(image.heading).toHaveText('Review what will be done')
  await expect(page.getByText('FIXED01 shuts down, and must not be started before its image is captured')).toBeVisible()
  await expect(page.getByText('The installed product key stays in the image')).toBeVisible()
  const commit = page.getByRole('button', { name: 'Generalize FIXED01 and shut it down' })
  while (!(await commit.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(image.heading).toHaveText('FIXED01: Done', { timeout: 30_000 })
  await expect(page.getByText('Capture its image before anybody starts it again.')).toBeVisible()
})

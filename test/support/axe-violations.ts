import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Waits until what fades in or out has done so; what turns for ever, such as a progress bar, is not waited for. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })

/**
 * Runs axe on what is shown, once it is wholly there: half-faded text has no contrast. Fluent's focus sentinels (tabster)
 * are hidden on purpose and never hold content.
 */
export const axeViolations = async (page: Page) => {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-tabster-dummy]').analyze()
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 200)) }))
}

import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'

const COUNT = 151

test('the list is sorted', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  await seedPortfolio(system, COUNT)

  await t.test('a head sorts, turns round, and what it did survives a reload', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    await rowAt(page, 2).filter({ hasText: 'Copper' }).waitFor()
    const byName = page.getByRole('columnheader', { name: 'Name' })
    equal(await byName.getAttribute('aria-sort'), 'ascending')
    await page.getByRole('button', { name: 'Stage', exact: true }).click()
    await rowAt(page, 2).filter({ hasText: 'Idea' }).waitFor()
    await page.getByRole('button', { name: 'Stage', exact: true }).click()
    await rowAt(page, 2).filter({ hasText: 'Closed' }).waitFor()
    deepEqual(new URL(page.url()).search, '?sort=stage&down=true')
    await page.reload()
    await rowAt(page, 2).filter({ hasText: 'Closed' }).waitFor()
    equal(await page.getByRole('columnheader', { name: 'Stage' }).getAttribute('aria-sort'), 'descending')
    equal(await byName.getAttribute('aria-sort'), 'none')
    await page.getByRole('table', { name: 'Businesses by stage' }).evaluate((table) => table.scrollTo(0, 1e6))
    await rowAt(page, COUNT).filter({ hasText: 'Idea' }).waitFor()
    await end()
  })

  await t.test('a phone sorts from beside the filters', async () => {
    const { page, end } = await visitAsOwner(browser, system, {
      path: '/businesses',
      viewport: { width: 390, height: 844 },
    })
    await page.getByLabel('Sort by').selectOption('stage')
    await rowAt(page, 2).filter({ hasText: 'Idea' }).waitFor()
    await end()
  })
})

function rowAt(page: Page, index: number) {
  return page.locator(`[aria-rowindex="${index}"]`)
}

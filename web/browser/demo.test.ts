import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visit } from './visit.ts'

const FILLED_MS = 120_000

test('a demonstration, from the first page to an undo', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([
    openBrowser(),
    testSystem({ isFounded: false, worksRuns: true }),
  ])
  const { page, end } = await visit(browser, system.url)

  await t.test('one click makes it and goes in; it says what it is, and how far it is', async () => {
    await page.getByRole('button', { name: 'Look at the demonstration studio' }).click()
    const banner = page.getByRole('complementary', { name: 'This is a demonstration' })
    await banner.getByText('Invented businesses, no real money.', { exact: false }).waitFor()
    await banner.getByText('still being filled', { exact: false }).waitFor()
    await banner
      .getByText('still being filled', { exact: false })
      .waitFor({ state: 'detached', timeout: FILLED_MS })
    await page.getByRole('link', { name: '442', exact: true }).waitFor()
  })

  await t.test('from the money of a category to its values, and from a business to its source', async () => {
    await page.getByRole('link', { name: 'What a category earns' }).click()
    await page
      .getByRole('row', { name: /Measured.*Stripe|Measured.*Shopify/ })
      .first()
      .waitFor()
    await page.goto(`${system.url}/`)
    await page
      .getByRole('table', { name: 'Businesses by category' })
      .getByRole('row', { name: /E-commerce/ })
      .getByRole('link')
      .last()
      .click()
    await page.getByText('110 businesses', { exact: true }).waitFor()
    await page.goto(`${system.url}/businesses?stage=growing`)
    await page
      .getByRole('row', { name: /Trailhead Socks/ })
      .getByRole('link', { name: 'Trailhead Socks' })
      .click()
    const kpis = page.getByRole('region', { name: 'KPIs' })
    await kpis.getByRole('link', { name: /^\$/ }).first().click()
    await page.getByRole('row', { name: /Trailhead Socks.*Shopify/ }).waitFor()
  })

  await t.test('a planted duplicate is among the exceptions', async () => {
    await page.goto(`${system.url}/`)
    await page.getByRole('link', { name: 'Two that are one' }).click()
    await page.getByText('"Harbor Roasters" and "Harbour Roasters"', { exact: false }).waitFor()
    await page.getByText('5 exceptions', { exact: true }).waitFor()
  })

  await t.test('forty are changed, and put back', async () => {
    await page.goto(`${system.url}/businesses?stage=launched`)
    await boxOf(page, 0).click()
    await page.getByRole('table').evaluate((table) => table.scrollTo(0, 39 * 40))
    await boxOf(page, 39).click({ modifiers: ['Shift'] })
    await page.getByText('40 selected', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Add a tag' }).click()
    await page.getByLabel('Tag', { exact: true }).fill('board pack')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByRole('button', { name: 'Change 40 businesses' }).click()
    await page.getByText('40 businesses were changed.').waitFor()
    const undone = page.waitForResponse('**/update-businesses')
    await page.getByRole('button', { name: 'Undo' }).click()
    equal((await undone).status(), 200)
    await page.goto(`${system.url}/businesses?stage=launched&group=tag`)
    await page.getByText('62 businesses', { exact: true }).waitFor()
    equal(await page.getByText('board pack').count(), 0)
  })

  await t.test('the steps that were done are ticked, and the strip goes when it is dismissed', async () => {
    await page.goto(`${system.url}/businesses/entities/tree?on=2024-01-01`)
    await page.getByText('AI Boss Holdings, Inc.').first().waitFor()
    await page.goto(`${system.url}/`)
    const guide = page.getByRole('region', { name: 'That was the first minute' })
    await guide.getByText('Done').nth(4).waitFor({ state: 'attached' })
    await guide.getByRole('button', { name: 'Close' }).click()
    await guide.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
    equal(await guide.count(), 0)
  })

  await t.test(
    'looked at as an analyst, nothing can be changed; and the door knows the way back in',
    async () => {
      await page.getByLabel('Look as').selectOption('analyst')
      await page.getByRole('button', { name: /^Aiko Brandt/ }).waitFor()
      const answer = await page.request.post(`${system.url}/api/v1/businesses/create-category`, {
        data: { name: 'Mine' },
        headers: { origin: system.url },
      })
      equal(answer.status(), 403)
      await page.context().clearCookies()
      await page.goto(`${system.url}/exceptions`)
      await page.getByRole('button', { name: 'Look around' }).click()
      await page.getByRole('heading', { name: 'Exceptions' }).waitFor()
      match(page.url(), /\/exceptions$/)
    },
  )

  await end()
})

function boxOf(page: Page, at: number) {
  return page.locator(`[aria-rowindex="${at + 2}"] input[type=checkbox]`)
}

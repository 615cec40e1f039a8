import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'

test('moves of a business', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { businessIds } = await seedPortfolio(system, 10)

  await t.test(
    'an owner is set with evidence, stands in history and timeline, and is taken back',
    async () => {
      const { page, end } = await visitAsOwner(browser, system, { path: `/businesses/${businessIds[0]}` })
      await page.getByRole('button', { name: 'Edit', exact: true }).click()
      const form = page.locator('form')
      equal(await form.getByLabel('Effective on').count(), 0)
      await form.getByLabel('Owner', { exact: true }).selectOption({ index: 1 })
      await form.getByLabel('Evidence', { exact: true }).fill('The board decided so.')
      await form.getByRole('button', { name: 'Save' }).click()
      const history = page.getByRole('region', { name: 'History' })
      await history.getByText('Evidence: The board decided so.').waitFor()
      await page
        .getByRole('region', { name: 'Timeline' })
        .getByText(/^Update business/)
        .waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await history.getByText(/^Taken back on/).waitFor()
      await end()
    },
  )

  await t.test('the list of a day says so, and leads back to today', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    await page.getByText('9 businesses').waitFor()
    await page.getByLabel('As it was on').fill('2020-01-01')
    await page.getByText('As it was on 2020-01-01 · then-current classification').waitFor()
    await page.getByRole('heading', { name: 'No business fits these filters' }).waitFor()
    await page.getByRole('button', { name: 'By where they are now' }).click()
    await page.waitForURL(/asOf=2020-01-01&by=present/)
    await page.getByRole('button', { name: 'Back to today' }).click()
    await page.getByText('9 businesses').waitFor()
    await end()
  })
  await browser.close()
})

import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedKpis } from './seed-kpis.ts'
import { seedPortfolio } from './seed-portfolio.ts'

test('businesses are compared', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { businessIds } = await seedPortfolio(system, 12)
  await seedKpis(system, businessIds)

  await t.test('from the bar of the list, by keyboard; the address shows the same again', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    await page.locator('a[data-row]').first().focus()
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await page.getByRole('link', { name: 'Compare', exact: true }).last().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/businesses\/compare\?ids=biz_.*biz_/)
    const heads = page.getByRole('table', { name: 'Facts' }).getByRole('columnheader')
    await heads.nth(2).waitFor()
    const before = await heads.allTextContents()
    deepEqual(before.length, 3)
    await page.reload()
    await heads.nth(2).waitFor()
    deepEqual(await heads.allTextContents(), before)
    await end()
  })

  await t.test('one is found by name and added, one is taken out, and an unknown id is told of', async () => {
    const [first, second] = businessIds
    const unknown = 'biz_01m85sb7dzab5x8gapnap5t3gm'
    const path = `/businesses/compare?ids=${first},${second},${unknown}`
    const { page, end } = await visitAsOwner(browser, system, { path })
    await page.getByText('1 business of this address is left out', { exact: false }).waitFor()
    const revenue = page.getByRole('row').filter({ hasText: 'Revenue' })
    await revenue.getByRole('link', { name: '€71,000.5' }).waitFor()
    await page.getByLabel('Find a business to add').fill('copper')
    await page
      .getByRole('button', { name: /^Add Copper/ })
      .first()
      .click()
    await revenue.getByRole('link', { name: '€9,900' }).waitFor()
    const out = page.getByRole('button', { name: /^Take Nordlicht .* out of the comparison$/ })
    await out.first().click()
    await revenue.getByRole('link', { name: '€71,000.5' }).waitFor({ state: 'detached' })
    await end()
  })
})

import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedKpis } from './seed-kpis.ts'
import { seedPortfolio } from './seed-portfolio.ts'

test('business analytics', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { businessIds } = await seedPortfolio(system, 12)
  const { period } = await seedKpis(system, businessIds)

  await t.test(
    'what is chosen stands in the address, and a figure opens the values that it is made of',
    async () => {
      const { page, end } = await visitAsOwner(browser, system, { path: '/business-analytics' })
      const table = page.getByRole('table', { name: 'Revenue in figures' })
      const last = table.getByRole('row').filter({ hasText: period })
      await last.getByRole('link', { name: '€97,400.5' }).waitFor()
      await page.getByLabel('Split by').selectOption('category')
      await page.getByLabel('Classification').selectOption('present')
      await page.getByLabel('Periods', { exact: true }).selectOption('6')
      await page.waitForURL(/split=category&as=present&periods=6/)
      await page.reload()
      await table.getByRole('columnheader', { name: 'Commerce' }).waitFor()
      equal(await table.getByRole('row').count(), 7)
      const cell = last.getByRole('link').nth(1)
      const count = /^(\d+) value/.exec((await cell.getAttribute('title')) ?? '')?.[1]
      await cell.click()
      await page.waitForURL(new RegExp(`period=${period}&category=cat_`))
      await page.getByText(count === '1' ? '1 value' : `${count} values`, { exact: true }).waitFor()
      await end()
    },
  )

  await t.test('the chart is read by keyboard, and Enter opens the values behind a point', async () => {
    const path = '/business-analytics?split=category&as=present'
    const { page, end } = await visitAsOwner(browser, system, { path })
    const points = page.getByRole('link', { name: new RegExp(`^${period}, `) })
    await points.first().focus()
    const before = await page.getByText(/ · told by \d+ business/).textContent()
    await page.keyboard.press('ArrowDown')
    const after = page.getByText(/ · told by \d+ business/)
    ok((await after.textContent()) !== before)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/businesses/kpis/kpi_.*period=${period}&category=`))
    await page.getByRole('button', { name: 'All businesses' }).click()
    await page.getByText('4 values', { exact: true }).waitFor()
    await end()
  })

  await t.test('the file holds exactly what the table shows', async () => {
    const path = '/business-analytics?split=stage&as=present&periods=6&compare=before'
    const { page, end } = await visitAsOwner(browser, system, { path })
    const table = page.getByRole('table', { name: 'Revenue in figures' })
    await table.getByRole('columnheader', { name: 'All, compared' }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).first().click(),
    ])
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n')
    equal(lines.length, await table.getByRole('row').count())
    const stages = (await table.getByRole('columnheader').allTextContents()).slice(2, -4)
    deepEqual(lines[0]?.split(',').slice(2, 2 + stages.length), stages)
    ok(lines[1]?.startsWith(`${period},97400.5,`))
    await end()
  })
})

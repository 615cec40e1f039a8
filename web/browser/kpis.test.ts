import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedKpis } from './seed-kpis.ts'
import { seedPortfolio } from './seed-portfolio.ts'

test('what businesses are measured by, told and looked at', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { businessIds } = await seedPortfolio(system, 8)

  await t.test('a KPI is defined, and the mistakes are told at their fields', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses/kpis' })
    await page.getByRole('button', { name: 'Define the first KPI' }).click()
    await page.getByLabel('Name').fill('Active users')
    await page.getByLabel('Unit').selectOption('count')
    await page.getByLabel('Days of grace').fill('soon')
    await page.getByRole('button', { name: 'Define the KPI' }).click()
    await page.getByLabel('Days of grace').and(page.locator('[aria-invalid=true]')).waitFor()
    await page.getByLabel('Days of grace').fill('10')
    await page.getByLabel('Owner').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Define the KPI' }).click()
    await page.getByRole('row', { name: /Active users.*Ada Lovelace.*Unknown.*0 of 7/ }).waitFor()
    await end()
  })

  const { kpiId, period } = await seedKpis(system, businessIds)

  await t.test('the truth bar tells the parts, and each leads to its values', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/' })
    const bar = page.getByRole('region', { name: 'How true is Revenue?' })
    await bar.getByText('4 of 7').waitFor()
    await bar.getByRole('link', { name: '85.6 % measured' }).click()
    equal(new URL(page.url()).pathname, `/businesses/kpis/${kpiId}`)
    equal(new URL(page.url()).search, `?period=${period}&provenance=measured`)
    await page.getByText('2 values').waitFor()
    await page.getByRole('link', { name: 'Contradictions' }).click()
    await page.getByRole('row', { name: /15,000.*12,400.*21 %/ }).waitFor()
    await page.getByRole('link', { name: 'Out of date' }).click()
    await page.getByRole('table', { name: 'Out of date' }).getByRole('link').waitFor()
    await end()
  })

  await t.test('a value is recorded beside its business, and taken back', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: `/businesses/${businessIds[5]}` })
    const kpis = page.getByRole('region', { name: 'KPIs' })
    await kpis.getByRole('button', { name: 'Record a value' }).click()
    await kpis.getByRole('combobox', { name: 'KPI' }).selectOption({ label: 'Revenue' })
    await kpis.getByLabel('Value').fill('12.345')
    await kpis.getByRole('button', { name: 'Record', exact: true }).click()
    await kpis.getByText(/has 3 digits after the point, and EUR has 2/).waitFor()
    await kpis.getByLabel('Value').fill('1250.50')
    await kpis.getByRole('button', { name: 'Record', exact: true }).click()
    await kpis.getByRole('link', { name: '€1,250.50' }).waitFor()
    match((await kpis.textContent()) ?? '', /Claimed/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await kpis.getByRole('link', { name: '€1,250.50' }).waitFor({ state: 'detached' })
    await end()
  })
})

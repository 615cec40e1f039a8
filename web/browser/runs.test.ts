import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedRuns } from './seed-runs.ts'

test('long work, looked at and settled', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const ids = await seedRuns(system)

  await t.test('the list narrows by status, in the URL', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/runs' })
    await page.getByText('7 runs').waitFor()
    await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Failed' })
    await page.getByText('1 run', { exact: true }).waitFor()
    equal(new URL(page.url()).search, '?status=failed')
    await page.getByText('hooks.example.com answered 410 Gone').waitFor()
    await end()
  })

  await t.test('a person says that the step did not happen, and the run is back in line', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: `/runs/${ids['outcome-unknown']}` })
    await page.getByRole('region', { name: 'Journal' }).getByText('cut off').waitFor()
    await page.getByRole('button', { name: 'It did not: do it again' }).click()
    await page.getByText('“Pays 1,200.00 EUR to Nordlicht Möbel GmbH” goes on').waitFor()
    await page.getByRole('complementary').getByText('In line').waitFor()
    await end()
  })

  await t.test('a run in line is cancelled after a question, and a standing one cannot be', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: `/runs/${ids['queued']}` })
    await page.getByRole('button', { name: 'Cancel the run' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the run' }).click()
    await page.getByRole('complementary').getByText('Cancelled', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Seals the audit' }).click()
    await page.getByRole('complementary').getByText('60 s after each pass; 1,204 passes so far').waitFor()
    equal(await page.getByRole('button', { name: 'Cancel the run' }).count(), 0)
    await end()
  })
})

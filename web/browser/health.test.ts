import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedRuns } from './seed-runs.ts'

test('how the installation is, looked at', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  await seedRuns(system)

  await t.test('its own ports open into it', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/' })
    for (const port of [3099, 4099, 5099]) {
      await page.goto(`http://localhost:${port + system.portOffset}/`)
      await page.getByRole('heading', { name: 'Health', level: 1 }).waitFor()
      equal(new URL(page.url()).pathname, '/health')
    }
    await end()
  })

  await t.test('it measures anew while somebody looks, without being asked', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/health' })
    await page.getByText('Everything that is measured works').waitFor()
    await page.getByRole('row', { name: /Worker of runs.*serves only.*Not measured/ }).waitFor()
    const look = await system.database.look()
    await look.query(`update audit_line set at = at - interval '10 minutes'`)
    await page.getByText('It works, and something needs a look').waitFor()
    await page.getByRole('row', { name: /Sealing of the audit.*Degraded/ }).waitFor()
    await end()
  })

  await t.test('a figure leads to what it counts', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/health' })
    await page.getByRole('table', { name: 'Operations' }).getByText('monitoring.get-health').waitFor()
    await page
      .getByRole('table', { name: 'Runs by status' })
      .getByRole('row', { name: /Failed/ })
      .getByRole('link')
      .click()
    await page.getByText('1 run', { exact: true }).waitFor()
    match(page.url(), /\/runs\?status=failed$/)
    await end()
  })

  await t.test(
    'when the server does not answer, the last figures stay and say that they are old',
    async () => {
      const { page, end } = await visitAsOwner(browser, system, { path: '/health' })
      await page.getByText('Database', { exact: true }).waitFor()
      const refusal = {
        code: 'door.too-many-requests',
        title: 'Too many requests',
        detail: 'Wait a second.',
        status: 429,
      }
      await page.route('**/monitoring/get-health*', (route) =>
        route.fulfill({
          status: 429,
          contentType: 'application/problem+json',
          body: JSON.stringify(refusal),
        }),
      )
      await page.getByRole('alert').waitFor()
      await page.getByText('Out of date').waitFor()
      await page.getByText('Database', { exact: true }).waitFor()
      await page.unroute('**/monitoring/get-health*')
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByText('Counted').waitFor()
      await page.context().close()
      await end().catch(() => {})
    },
  )
})

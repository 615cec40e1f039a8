import { match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { webhookReceiver } from './seed-webhooks.ts'

test('an endpoint is made, tested, looked at, sent to again, and disabled', async (t) => {
  const [browser, system] = [await openBrowser(), await testSystem({ isFounded: true })]
  const { receiver, url, ask } = await webhookReceiver(system)
  const { page, end } = await visitAsOwner(browser, system, { path: '/settings/webhooks' })
  const panel = page.getByRole('complementary')

  await t.test('a private address is refused beside its field, and nothing is made', async () => {
    await page.getByRole('button', { name: 'New endpoint' }).first().click()
    await panel.getByLabel('Address').fill('https://169.254.169.254/latest')
    await panel.locator('summary', { hasText: 'views' }).click()
    await panel.getByLabel(/^views\.\*/).check()
    await panel.getByRole('button', { name: 'Make the endpoint' }).click()
    await panel.getByText(/is no public address/).waitFor()
    await page.getByText('Nobody is told yet').waitFor()
  })

  await t.test('a public one is made, and its secret told once', async () => {
    await panel.getByLabel('Address').fill('https://hooks.invalid/iza')
    await panel.getByLabel('What receives it').fill('Data warehouse')
    await panel.getByRole('button', { name: 'Make the endpoint' }).click()
    match((await panel.getByLabel('Secret', { exact: true }).textContent()) ?? '', /^whsec_/)
    await panel.getByRole('button', { name: 'Go to the endpoint' }).click()
    await panel.getByText('Not used yet').waitFor()
    ok(!(await page.content()).includes('whsec_'))
  })

  await t.test('a test that fails is in the log with what was answered, and is sent again', async () => {
    const made = await ask('create-endpoint', { url, description: 'Here', eventTypes: ['views.*'] })
    receiver.status = 400
    await page.goto(`${system.url}/settings/webhooks?endpoint=${Object(made['endpoint']).id}`)
    await panel.getByRole('button', { name: 'Send a test' }).click()
    await panel.getByText('Disabled: it failed').waitFor({ timeout: 15_000 })
    await panel.getByRole('link', { name: 'webhooks.test' }).click()
    await panel.getByText('the warehouse is closed').first().waitFor()
    await panel.getByRole('link', { name: url }).click()
    receiver.status = 200
    await panel.getByRole('button', { name: 'Enable' }).click()
    await panel.getByRole('button', { name: 'Enable' }).waitFor({ state: 'detached' })
    await panel.getByRole('link', { name: 'webhooks.test' }).click()
    await panel.getByRole('button', { name: 'Send again' }).click()
    await panel.getByText('Delivered').waitFor({ timeout: 15_000 })
    await panel.getByText('thank you').waitFor()
  })

  await end()
})

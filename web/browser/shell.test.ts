import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'

test('what is the same in every room', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { businessIds } = await seedPortfolio(system, 12)

  await t.test('the sheet of shortcuts opens by its key, and chords lead from room to room', async () => {
    const { page, end } = await visitAsOwner(browser, system)
    await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Go to Businesses').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await page.getByRole('heading', { name: 'Businesses', level: 1 }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await page.getByRole('heading', { name: 'Portfolio', level: 1 }).waitFor()
    await end()
  })

  await t.test('one panel fails alone, says so in its place, and is asked again from there', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/settings/you' })
    await page.route('**/exceptions/summarise-exceptions*', (route) =>
      route.fulfill({ status: 429, contentType: 'text/html', body: '<h1>Too many requests</h1>' }),
    )
    await page.goto(system.url)
    const panel = page.getByRole('region', { name: 'Exceptions' })
    const again = panel.getByRole('button', { name: 'Try again' })
    await again.waitFor()
    await page
      .getByRole('region', { name: 'Businesses by stage' })
      .getByRole('row', { name: /Idea/ })
      .waitFor()
    await page.unroute('**/exceptions/summarise-exceptions*')
    await again.click()
    await panel.getByRole('link', { name: /Possible duplicate/ }).waitFor()
    await end()
  })

  await t.test('rows that are not here yet hold the place of those that come', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/settings/you' })
    const { promise: held, resolve: letThrough } = Promise.withResolvers<void>()
    await page.route('**/businesses/list-businesses*', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${system.url}/businesses`)
    const row = page.getByRole('table').getByRole('row').nth(3)
    await row.getByRole('cell', { name: 'Loading rows' }).waitFor()
    const before = await row.boundingBox()
    letThrough()
    await row.getByRole('link').waitFor()
    deepEqual(await row.boundingBox(), before)
    await end()
  })

  await t.test('what comes only when it is opened, and does not come, leaves the page', async () => {
    const { page } = await visitAsOwner(browser, system)
    await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
    await page.route('**/assets/books-en-*', (route) => route.abort())
    await page.route('**/assets/command-palette-*', (route) => route.abort())
    await page.keyboard.press('Control+k')
    const broken = page.getByRole('heading', { name: 'This part of the page stopped working' })
    await broken.waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await broken.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Banking' }).click()
    await page.getByRole('main').getByRole('button', { name: 'Reload the page' }).waitFor()
    await page.getByRole('link', { name: 'Inbox' }).click()
    await page.getByRole('heading', { name: 'Inbox', level: 1 }).waitFor()
    await page.close()
  })

  await t.test('an id is copied', async () => {
    const { page, end } = await visitAsOwner(browser, system, {
      path: `/businesses/${businessIds[0]}`,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const panel = page.getByRole('complementary')
    await panel.getByRole('button', { name: /^Copy the id/ }).click()
    equal(await page.evaluate(() => navigator.clipboard.readText()), businessIds[0])
    await end()
  })

  await t.test('light, dark and the system’s: each at once, and on the next page as well', async () => {
    const { page, end } = await visitAsOwner(browser, system, { colorScheme: 'dark' })
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
    await page.getByRole('button', { name: /account and settings/ }).click()
    await page.getByRole('menuitemradio', { name: 'Light' }).click()
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'light')
    await page.reload()
    await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
    equal(await theme(), 'light')
    await page.getByRole('button', { name: /account and settings/ }).click()
    await page.getByRole('menuitemradio', { name: 'As the system' }).click()
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark')
    await end()
  })
})

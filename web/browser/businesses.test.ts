import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { seedPortfolio } from './seed-portfolio.ts'
import { visitAsOwner } from './owner-visit.ts'

const COUNT = 250
test('the portfolio, at work', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const seeded = await seedPortfolio(system, COUNT)

  await t.test('filters live in the URL and survive a reload', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    await page.getByText(`${COUNT - 1} businesses`).waitFor()
    // The address changes a moment before the list does: what counts is the answer to all three.
    const answered = page.waitForResponse((response) => {
      const { pathname, searchParams } = new URL(response.url())
      return (
        pathname.endsWith('/list-businesses') &&
        ['search', 'stage', 'entityId'].every((name) => searchParams.has(name))
      )
    })
    await page.getByLabel('Search by name, description or id').fill('bicycle couriers')
    await page.getByLabel('Stage', { exact: true }).selectOption('growing')
    await page.getByLabel('Entity', { exact: true }).selectOption({ label: 'Menabrea Commerce Inc.' })
    const { total } = z.object({ total: z.number() }).parse(await (await answered).json())
    const narrowed = `${total} ${total === 1 ? 'business' : 'businesses'}`
    await page.getByText(narrowed, { exact: true }).waitFor()
    ok(['q', 'stage', 'entity'].every((name) => new URL(page.url()).searchParams.has(name)))
    await page.reload()
    await page.getByText(narrowed, { exact: true }).waitFor()
    equal(await page.getByLabel('Stage', { exact: true }).inputValue(), 'growing')
    equal(await page.getByLabel('Search by name, description or id').inputValue(), 'bicycle couriers')
    await page.getByLabel('Search by name, description or id').fill('nothing has this')
    await page.getByRole('heading', { name: 'No business fits these filters' }).waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).first().click()
    await page.getByText(`${COUNT - 1} businesses`).waitFor()
    equal(new URL(page.url()).search, '')
    await end()
  })

  await t.test('all rows scroll, and only those in sight exist', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    const table = page.getByRole('table', { name: 'Businesses by name' })
    await page.getByText(`${COUNT - 1} businesses`).waitFor()
    await table.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await page.locator(`[aria-rowindex="${COUNT}"] a`).waitFor()
    ok((await page.getByRole('row').count()) < 80)
    await end()
  })

  await t.test('a figure on Home opens the rows that it counts', async () => {
    const { page, end } = await visitAsOwner(browser, system)
    const figure = page.getByRole('row', { name: /^Exited/ }).getByRole('link')
    const count = await figure.textContent()
    await figure.click()
    await page.waitForURL(/stage=exited/)
    await page.getByText(`${count} businesses`).waitFor()
    await end()
  })

  await t.test('what was archived can be restored from its own view', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    await page.getByRole('link', { name: 'Archived' }).click()
    await page.getByText('1 business', { exact: true }).waitFor()
    await page.getByRole('button', { name: /^Restore / }).click()
    await page.getByRole('heading', { name: 'Nothing is archived' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('1 business', { exact: true }).waitFor()
    await end()
  })

  await t.test('a business is created with the keyboard alone', async () => {
    const { page, end } = await visitAsOwner(browser, system)
    await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await page.waitForURL('**/businesses')
    await page.keyboard.press('c')
    await page.getByLabel('Name', { exact: true }).waitFor()
    await page.getByRole('option', { name: 'Bernoulli Ventures GmbH' }).last().waitFor({ state: 'attached' })
    await page.keyboard.type('Aardvark Keys')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Bern')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Aardvark Keys was added.').waitFor()
    await page.getByRole('row', { name: /Aardvark Keys .*Bernoulli/ }).waitFor()
    await page.getByRole('heading', { name: 'Aardvark Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL('**/businesses')
    await end()
  })

  test(
    'the palette finds rooms, businesses by name and id, and commands',
    { skip: missingBrowser },
    async () => {
      const { page, end } = await visitAsOwner(browser, system)
      await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
      const ask = async (words: string) => {
        await page.keyboard.press('Control+k')
        await page.getByRole('combobox', { name: 'Search and commands' }).fill(words)
      }
      await ask('api ref')
      await page.getByRole('option', { name: 'API reference', selected: true }).waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/reference')
      await ask(seeded.businessIds[7] ?? '')
      await page.getByRole('option', { selected: true }).waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/businesses/${seeded.businessIds[7]}`)
      await ask('dark')
      await page.getByRole('option', { name: 'Appearance: Dark', selected: true }).waitFor()
      await page.keyboard.press('Enter')
      await page.locator('html[data-theme=dark]').waitFor({ state: 'attached' })
      await page.keyboard.press('?')
      await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor({ state: 'detached' })
      await end()
    },
  )

  await t.test('the reference finds an operation and shows its fields', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    await page.getByRole('link', { name: 'API', exact: true }).click()
    const operation = page.getByRole('region', { name: 'businesses.list-businesses' })
    await operation.getByText('/api/v1/businesses/list-businesses', { exact: false }).first().waitFor()
    await operation.getByText('up to 200 characters').first().waitFor()
    await page.getByText('1 operation', { exact: true }).waitFor()
    await end()
  })
})

import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'

const COUNT = 151

test('the list is sorted and grouped', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  await seedPortfolio(system, COUNT)

  await t.test('a head sorts, turns round, and what it did survives a reload', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    await rowAt(page, 2).filter({ hasText: 'Copper' }).waitFor()
    const byName = page.getByRole('columnheader', { name: 'Name' })
    equal(await byName.getAttribute('aria-sort'), 'ascending')
    await page.getByRole('button', { name: 'Stage', exact: true }).click()
    await rowAt(page, 2).filter({ hasText: 'Idea' }).waitFor()
    await page.getByRole('button', { name: 'Stage', exact: true }).click()
    await rowAt(page, 2).filter({ hasText: 'Closed' }).waitFor()
    deepEqual(new URL(page.url()).search, '?sort=stage&down=true')
    await page.reload()
    await rowAt(page, 2).filter({ hasText: 'Closed' }).waitFor()
    equal(await page.getByRole('columnheader', { name: 'Stage' }).getAttribute('aria-sort'), 'descending')
    equal(await byName.getAttribute('aria-sort'), 'none')
    await page.getByRole('table', { name: 'Businesses by stage' }).evaluate((table) => table.scrollTo(0, 1e6))
    await rowAt(page, COUNT).filter({ hasText: 'Idea' }).waitFor()
    await end()
  })

  await t.test('groups have totals, fold, and survive a reload; only what is in sight exists', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses?sort=updated&down=true' })
    await page.getByLabel('Group by').selectOption('stage')
    await page.waitForURL(/group=stage/)
    await page.reload()
    const idea = page.getByRole('button', { name: /^Idea \d+$/ })
    const counted = Number((await idea.textContent())?.replace('Idea', ''))
    await rowAt(page, 3).filter({ hasText: 'Idea' }).waitFor()
    const next = rowAt(page, 3 + counted)
    await next.getByRole('button', { name: /^Validation \d+$/ }).waitFor()
    await idea.focus()
    await page.keyboard.press('Enter')
    await rowAt(page, 3)
      .getByRole('button', { name: /^Validation \d+$/ })
      .waitFor()
    equal(await idea.getAttribute('aria-expanded'), 'false')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await page.getByText('1 selected', { exact: true }).waitFor()
    await page.getByRole('table').evaluate((table) => table.scrollTo(0, 1e6))
    await rowAt(page, COUNT - counted + 8)
      .filter({ hasText: 'Closed' })
      .waitFor()
    ok((await page.getByRole('row').count()) < 80)
    await page.getByText(`${COUNT - 1} businesses`, { exact: true }).waitFor()
    await end()
  })

  await t.test(
    'a cell is changed in its place at once; what is refused goes back, and the undo works',
    async () => {
      const { page, end } = await visitAsOwner(browser, system, { path: '/businesses?q=meridian' })
      const { promise: held, resolve: letThrough } = Promise.withResolvers<void>()
      await page.route('**/businesses/update-business', async (route) => {
        await held
        await route.continue()
      })
      const name = await page
        .getByRole('row')
        .filter({ hasText: 'Validation' })
        .first()
        .getByRole('link')
        .textContent()
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name: name ?? '', exact: true }) })
      await row.getByRole('link').focus()
      await page.keyboard.press('e')
      await row.getByRole('combobox', { name: `Change the stage of ${name}` }).selectOption('Solution')
      await row.getByText('Solution').waitFor()
      // It stands there before the server was even asked.
      letThrough()
      await page.getByRole('button', { name: 'Undo' }).click()
      await row.getByText('Validation').waitFor()
      await row.getByRole('button', { name: `Change the stage of ${name}` }).click()
      await row.getByRole('combobox').selectOption('Growing')
      await row.getByText('Growing').waitFor()
      await page.getByText(/A business cannot go from validation to growing/).waitFor()
      await row.getByText('Validation').waitFor()
      await end()
    },
  )

  await t.test('the API behind the page is told, and its lines answer as the page does', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses?stage=idea' })
    await page.getByRole('row').nth(2).waitFor()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: 'API behind this page' })
    const line = await dialog.getByRole('code').filter({ hasText: 'list-businesses?' }).first().textContent()
    const address = /"(http[^"]+)"$/.exec(line ?? '')?.[1] ?? ''
    const headers = { authorization: `Bearer ${system.machineKey}` }
    const answer = z.object({ items: z.array(z.object({ stage: z.string() })) })
    const { items } = answer.parse(await (await fetch(address, { headers })).json())
    deepEqual([...new Set(items.map(({ stage }) => stage))], ['idea'])
    await dialog.getByRole('link', { name: 'businesses.list-businesses' }).first().click()
    await page.waitForURL(/reference\?q=businesses.list-businesses/)
    await end()
  })

  await t.test('columns are chosen, stand in the address, and a kept view brings them back', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    const heads = () => page.getByRole('columnheader').allTextContents()
    await page.getByRole('columnheader', { name: 'Health' }).waitFor()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Owner' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Category' }).click()
    await page.keyboard.press('Escape')
    await page.waitForURL(/columns=stage%2Chealth%2Centity%2Cowner%2Cupdated/)
    await page.getByRole('columnheader', { name: 'Category' }).waitFor({ state: 'detached' })
    deepEqual(await heads(), ['', 'Name', 'Stage', 'Health', 'Entity', 'Owner', 'Updated'])
    await page.getByRole('button', { name: 'Keep this view' }).click()
    await page.getByLabel('Name of the view').fill('With owners')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'With owners' }).waitFor()
    await page.goto(`${system.url}/businesses`)
    await page.getByRole('columnheader', { name: 'Category' }).waitFor()
    await page.getByRole('link', { name: 'With owners' }).click()
    await page.getByRole('columnheader', { name: 'Owner' }).waitFor()
    await end()
  })

  await t.test('what was assessed groups by health, with its reasons on the panel', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses/settings' })
    await page.getByRole('button', { name: 'Look now' }).click()
    await page.getByText(/^The rules looked: \d+ businesses differ/).waitFor()
    await page.goto(`${system.url}/businesses?group=health`)
    await page.getByRole('button', { name: /^Good \d+$/ }).waitFor()
    await page.getByRole('row').nth(2).getByRole('link').click()
    await page.getByText('Nobody answers for it', { exact: true }).waitFor()
    await page.getByText('\u221210', { exact: true }).waitFor()
    await end()
  })

  await t.test('a clock and a plan are set, with undo, and what does not fit is told', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses/settings' })
    const idea = page.getByLabel('Days at most at Idea')
    await idea.fill('0')
    await page.getByText('A whole number from 1 to 3,650; leave it empty for any time.').waitFor()
    await idea.fill('45')
    await page.keyboard.press('Enter')
    await page.getByText('Set by your studio').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Set by your studio').waitFor({ state: 'detached' })
    equal(await idea.inputValue(), '60')
    await page.getByRole('radio', { name: /^Starter/ }).click()
    await page.getByText(/allows 10 businesses at work, and there are 15\d/).waitFor()
    await page.getByRole('radio', { name: /^Enterprise/ }).click()
    await page.getByText('The plan is Enterprise.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText(/no limit$/).waitFor()
    await end()
  })

  await t.test('what moves to another group stands there, and both totals follow', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses?group=stage&q=Copper' })
    const idea = page.getByRole('button', { name: /^Idea \d+$/ })
    const counted = Number((await idea.textContent())?.replace('Idea', ''))
    const box = rowAt(page, 3).getByRole('checkbox')
    await box.click()
    const bar = page.getByRole('region', { name: /^What to do/ })
    await bar.getByRole('button', { name: 'Stage' }).click()
    await page.getByRole('dialog').getByLabel('Stage').selectOption('closed')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByRole('button', { name: 'Change 1 business' }).click()
    await page.getByRole('button', { name: `Idea ${counted - 1}`, exact: true }).waitFor()
    const closed = page.getByRole('button', { name: 'Closed 1', exact: true })
    await closed.waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: `Idea ${counted}`, exact: true }).waitFor()
    await closed.waitFor({ state: 'detached' })
    await rowAt(page, 2 + counted)
      .filter({ hasText: 'Copper' })
      .waitFor()
    await end()
  })

  await t.test('a phone sorts from beside the filters', async () => {
    const { page, end } = await visitAsOwner(browser, system, {
      path: '/businesses',
      viewport: { width: 390, height: 844 },
    })
    await page.getByLabel('Sort by').selectOption('stage')
    await rowAt(page, 2).filter({ hasText: 'Idea' }).waitFor()
    await end()
  })
})

function rowAt(page: Page, index: number) {
  return page.locator(`[aria-rowindex="${index}"]`)
}

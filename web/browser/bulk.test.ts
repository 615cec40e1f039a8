import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'

const COUNT = 241
const Listed = z.object({
  items: z.array(z.object({ id: z.string(), stage: z.string(), tags: z.array(z.string()) })),
  total: z.number(),
})

test('many businesses are changed at once', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  await seedPortfolio(system, COUNT)

  await t.test('forty are chosen as a range, previewed, changed and put back', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses?stage=growing' })
    const before = await listed(system, 'stage=growing&limit=200')
    ok(before.total >= 40)
    await boxOf(page, 0).click()
    // Further down than what stands on the screen: the rows between were never drawn together.
    await page.getByRole('table').evaluate((table) => table.scrollTo(0, 39 * 40))
    await boxOf(page, 39).click({ modifiers: ['Shift'] })
    await page.getByText('40 selected', { exact: true }).waitFor()

    await barOf(page).getByRole('button', { name: 'Stage' }).click()
    await page.getByLabel('Stage', { exact: true }).last().selectOption('exited')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText('40 businesses will change.').waitFor()
    await page.getByText('Growing → Exited').waitFor()
    deepEqual(await listed(system, 'stage=growing&limit=200'), before, 'a preview changes nothing')

    await page.getByRole('button', { name: 'Change 40 businesses' }).click()
    await page.getByText('40 businesses were changed.').waitFor()
    equal((await listed(system, 'stage=growing')).total, before.total - 40)
    await page.getByText(`${before.total - 40} businesses`, { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText(`${before.total} businesses`, { exact: true }).waitFor()
    deepEqual(await listed(system, 'stage=growing&limit=200'), before)
    await end()
  })

  await t.test('what cannot move is told and left out, and the others are changed', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    const exited = (await listed(system, 'stage=exited')).total
    const closed = (await listed(system, 'stage=closed')).total
    await page.getByLabel('Select all that the list finds, at most 500').click()
    await page.getByText(`${COUNT - 1} selected`).waitFor()
    await barOf(page).getByRole('button', { name: 'Stage' }).click()
    await page.getByLabel('Stage', { exact: true }).last().selectOption('closed')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText(`${exited} cannot be changed and stay as they are.`).waitFor()
    await page.getByText(`${closed} are so already.`).waitFor()
    await page
      .getByText('From exited it can go to: nowhere; it is final.', { exact: false })
      .first()
      .waitFor()
    await page.getByRole('button', { name: `Change ${COUNT - 1 - exited - closed} businesses` }).click()
    await page.getByText(`${COUNT - 1 - exited - closed} businesses were changed.`).waitFor()
    equal((await listed(system, 'stage=closed')).total, COUNT - 1 - exited)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('row', { name: /Idea/ }).first().waitFor()
    equal((await listed(system, 'stage=closed')).total, closed)
    await end()
  })

  await t.test('with the keyboard alone: x, Shift and x, a tag', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    await page.locator('a[data-row]').first().focus()
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+X')
    await page.getByText('3 selected', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Add a tag' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Tag', { exact: true }).waitFor()
    await page.keyboard.type('chosen')
    await page.keyboard.press('Enter')
    await page.getByText('3 businesses will change.').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('3 businesses were changed.').waitFor()
    const { items } = await listed(system, 'limit=200')
    deepEqual(items.map(({ tags }) => tags.includes('chosen')).slice(0, 4), [true, true, true, false])
    await end()
  })

  await t.test(
    'on a phone they are archived from the same bar, and brought back from the archive',
    async () => {
      const { page, end } = await visitAsOwner(browser, system, {
        path: '/businesses',
        viewport: { width: 390, height: 844 },
        hasTouch: true,
      })
      await boxOf(page, 0).tap()
      await boxOf(page, 1).tap()
      await page.getByRole('button', { name: 'Archive', exact: true }).tap()
      await page.getByRole('button', { name: 'Change 2 businesses' }).tap()
      await page.getByText('2 businesses were changed.').waitFor()
      await page.getByText(`${COUNT - 3} businesses`).waitFor()
      await page.goto(`${system.url}/businesses?archived=true`)
      await boxOf(page, 0).tap()
      await page.getByRole('button', { name: 'Select all 3' }).tap()
      await page.getByText('3 selected', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Restore', exact: true }).tap()
      await page.getByRole('button', { name: 'Change 3 businesses' }).tap()
      await page.getByRole('heading', { name: 'Nothing is archived' }).waitFor()
      equal((await listed(system, '')).total, COUNT)
      await end()
    },
  )
})

function barOf(page: Page) {
  return page.getByRole('region', { name: 'What to do with the selected businesses' })
}

/** The checkbox of the row with that place in the list. */
function boxOf(page: Page, at: number) {
  return page.locator(`[aria-rowindex="${at + 2}"] input[type=checkbox]`)
}

async function listed({ url, machineKey }: TestSystem, query: string) {
  const answer = await fetch(`${url}/api/v1/businesses/list-businesses?${query}`, {
    headers: { authorization: `Bearer ${machineKey}` },
  })
  return Listed.parse(await answer.json())
}

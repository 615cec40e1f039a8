import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedKpis } from './seed-kpis.ts'
import { seedOwnership } from './seed-ownership.ts'
import { seedPortfolio } from './seed-portfolio.ts'

test('the venture portfolio', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { businessIds } = await seedPortfolio(system, 151)
  await seedKpis(system, businessIds)
  await seedOwnership(system)

  await t.test('a card moves by keyboard with its evidence, and the move is taken back', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/ventures' })
    const [idea, validation] = [column(page, 'Idea'), column(page, 'Validation')]
    await idea.locator('[data-card="1"]').waitFor()
    const before = [await countIn(idea), await countIn(validation)]
    await idea.locator('[data-card="0"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    const name = await page.evaluate(() => document.activeElement?.textContent)
    equal(await idea.locator('[data-card="1"]').textContent(), name)
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('To the stage').selectOption('growing')
    await dialog.getByLabel('Evidence').fill('Twenty interviews.')
    await dialog.getByRole('button', { name: 'Move' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('To the stage').selectOption('validation')
    await dialog.getByRole('button', { name: 'Move' }).press('Enter')
    await page.getByText(`${name} moved to Validation.`).waitFor()
    await validation.getByRole('button', { name: name ?? '', exact: true }).waitFor()
    await waitForCounts(page, [Number(before[0]) - 1, Number(before[1]) + 1])
    await page.getByRole('button', { name: 'Undo' }).click()
    await waitForCounts(page, before)
    await end()
  })

  await t.test(
    'filters stand in the address and go along to the vintages; only what is in sight exists',
    async () => {
      const { page, end } = await visitAsOwner(browser, system, { path: '/ventures' })
      await column(page, 'Launched').locator('[data-card="0"]').waitFor()
      ok((await page.locator('[data-card]').count()) < 140)
      await page.getByLabel('Category').selectOption({ label: 'Media' })
      await page.waitForURL(/category=cat_/)
      await page.reload()
      await page.getByRole('link', { name: 'Vintages' }).click()
      const row = page.getByRole('row').nth(1)
      const told = await row.getByRole('link').first().textContent()
      await row.getByRole('link').first().click()
      await page.getByText(`${told} businesses`, { exact: true }).waitFor()
      ok(new URL(page.url()).searchParams.has('category'))
      await end()
    },
  )

  await t.test(
    'a card opens its business beside the board, and ownership lists what is not wholly held',
    async () => {
      const { page, end } = await visitAsOwner(browser, system, { path: '/ventures' })
      await column(page, 'Idea').locator('[data-card="0"]').focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/open=biz_/)
      await page.getByRole('button', { name: 'Close' }).first().click()
      await page.waitForURL((url) => !url.searchParams.has('open'))
      await page
        .getByRole('navigation', { name: 'Views of the venture portfolio' })
        .getByRole('link', { name: 'Ownership' })
        .click()
      const heads = page.getByRole('table', { name: 'Ownership' }).getByRole('columnheader')
      await heads.first().waitFor()
      deepEqual(await heads.allTextContents(), [
        'Entity',
        'Held by the studio',
        'Who owns it in the end',
        'Businesses',
      ])
      await end()
    },
  )
})

function column(page: Page, stage: string) {
  return page.getByRole('region', { name: new RegExp(`^${stage}: `) })
}

async function countIn(region: ReturnType<typeof column>): Promise<number> {
  return Number(await region.getByRole('link').first().textContent())
}

async function waitForCounts(page: Page, [idea, validation]: number[]): Promise<void> {
  await page.getByRole('region', { name: `Idea: ${idea}` }).waitFor()
  await page.getByRole('region', { name: `Validation: ${validation}` }).waitFor()
}

import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedKpis } from './seed-kpis.ts'
import { seedMoves } from './seed-moves.ts'
import { seedPortfolio } from './seed-portfolio.ts'

test('the overview of the portfolio', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { businessIds, entityIds } = await seedPortfolio(system, 40)
  await seedKpis(system, businessIds)
  await seedMoves(system, entityIds[0] ?? '')

  await t.test('a figure opens a list of as many rows as it says', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses/overview' })
    const overview = page.url()
    await page.getByRole('heading', { name: 'Portfolio overview' }).waitFor()
    const links = page.locator('dl a, table a, [aria-label=Health] a')
    await page.getByRole('table', { name: 'Stage funnel' }).getByRole('link').first().waitFor()
    await page.waitForFunction(() => !document.querySelector('.MuiSkeleton-root'))
    const told = await links.evaluateAll((found) =>
      found.map((link) => ({ text: link.textContent, href: link.getAttribute('href') ?? '' })),
    )
    const counts = told.filter(({ text, href }) => /^\d+$/.test(text) && href.startsWith('/businesses?'))
    // One of each kind: by which fields the list is narrowed.
    const kinds = Map.groupBy(counts, ({ href }) => [...new URL(href, overview).searchParams.keys()].join())
    deepEqual([...kinds.keys()].toSorted(), [
      'category',
      'health',
      'movedTo,movedSince',
      'stage',
      'stalled',
      'standing',
      'stoodAt',
      'wentOnFrom',
    ])
    for (const { text, href } of [...kinds.values()].flatMap((found) => found.slice(0, 1))) {
      await page.goto(new URL(href, overview).href)
      const words = text === '1' ? '1 business' : `${text} businesses`
      await page.getByText(words, { exact: true }).waitFor()
    }
    await end()
  })

  await t.test('what moved is of the chosen days, by keyboard, and survives a reload', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses/overview' })
    await page.getByText(/^1 move since/).waitFor()
    await page.getByLabel('How far back').focus()
    await page.keyboard.press('End')
    await page.waitForURL(/moved=90/)
    await page.getByText(/^2 moves since/).waitFor()
    await page.reload()
    await page.getByText(/^2 moves since/).waitFor()
    await page.getByRole('link', { name: 'The businesses that moved' }).click()
    await page.getByRole('button', { name: /^Moved since .*: take this filter off$/ }).focus()
    await page.getByText('2 businesses', { exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('41 businesses', { exact: true }).waitFor()
    await end()
  })

  await t.test('a panel that cannot be read says so, and the others stand', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses/overview' })
    await page.route('**/businesses/summarise-funnel', (route) =>
      route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(REFUSED) }),
    )
    await page.reload()
    await funnelRefused(page).waitFor()
    await page.getByRole('list', { name: 'What moved' }).getByRole('link').first().waitFor()
    await page.unrouteAll()
    await funnelRefused(page).getByRole('button').click()
    await page.getByRole('table', { name: 'Stage funnel' }).waitFor()
    await end()
  })
})

const REFUSED = {
  type: 'about:blank',
  title: 'Not now',
  status: 403,
  detail: 'The funnel was not read.',
  code: 'test.refused',
  errors: [],
}

function funnelRefused(page: Page) {
  return page.locator('section').filter({ hasText: 'Stage funnel' }).getByRole('alert')
}

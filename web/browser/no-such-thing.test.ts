import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'

/** An address with an id that is none, and the same one with an id that nothing has. */
const ADDRESSES = [
  { malformed: '/banking/books/xyz', unknown: `/banking/${newId('book')}`, back: '/banking' },
  { malformed: '/banking/entries/1', unknown: `/banking/entries/${newId('entry')}`, back: '/banking' },
  { malformed: '/businesses/nonsense', unknown: `/businesses/${newId('business')}`, back: '/businesses' },
  {
    malformed: '/businesses/entities/nonsense',
    unknown: `/businesses/entities/${newId('entity')}`,
    back: '/businesses',
  },
  {
    malformed: '/businesses/kpis/nonsense',
    unknown: `/businesses/kpis/${newId('kpi')}`,
    back: '/businesses',
  },
  { malformed: '/approvals/1', unknown: `/approvals/${newId('approval')}`, back: '/approvals' },
  { malformed: '/runs/foo', unknown: `/runs/${newId('run')}`, back: '/runs' },
]

test('an address that names nothing', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  for (const { malformed, unknown, back } of ADDRESSES)
    await t.test(`${malformed} is not found, as what does not exist is not, and leads back`, async () => {
      const { page, end } = await visitAsOwner(browser, system, { path: malformed })
      for (const path of [malformed, unknown]) {
        await page.goto(system.url + path)
        const notice = page.getByRole('alert').filter({ hasText: 'Not found' }).first()
        await notice.waitFor()
        equal(await page.getByText('cannot be used').count(), 0)
        equal(await notice.getByRole('button', { name: 'Try again' }).count(), 0)
        await notice.getByRole('link', { name: 'Back to the overview' }).click()
        await page.waitForURL((url) => url.pathname === back)
        await notice.waitFor({ state: 'detached' })
      }
      await end()
    })
})

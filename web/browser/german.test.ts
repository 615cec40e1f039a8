import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { examine, fits } from './examine.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { ownerSession, visitAsOwner } from './owner-visit.ts'
import { seedBooks } from './seed-books.ts'
import { seedKpis } from './seed-kpis.ts'
import { seedOwnership } from './seed-ownership.ts'
import { seedPortfolio } from './seed-portfolio.ts'
import { seedRuns } from './seed-runs.ts'
import { visit } from './visit.ts'

test("a language, a look and a zone of one's own", { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { holdingId } = await seedOwnership(system)
  const { businessIds } = await seedPortfolio(system, 40)
  const { kpiId } = await seedKpis(system, businessIds)
  const { bookId, saleId } = await seedBooks(system)
  const runId = (await seedRuns(system))['outcome-unknown']

  await t.test('a browser that asks for German is met in German, before anybody is known', () =>
    meetsInGerman(browser, system),
  )
  await t.test('a visitor chooses a language at the door, for every port of this browser', () =>
    choosesAtTheDoor(browser, system),
  )
  await t.test('in German no word runs out of the page', async () => {
    const { page, end } = await visitAsOwner(browser, system, { locale: 'de-DE', bypassCSP: true })
    for (const path of [
      '/',
      '/businesses',
      `/businesses/${businessIds[2]}`,
      '/businesses/new',
      '/businesses?group=owner',
      `/businesses/entities/${holdingId}`,
      '/businesses/entities/tree',
      '/businesses/kpis',
      '/businesses/kpis?new=true',
      `/businesses/kpis/${kpiId}`,
      '/businesses/import?of=values',
      `/banking/${bookId}/new`,
      `/banking/${bookId}?open=${saleId}`,
      '/exceptions',
      '/approvals',
      `/runs/${runId}`,
      '/health',
      '/reference?q=list-businesses',
      '/settings/you',
      '/settings/people?new=true',
      '/settings/roles',
      '/settings/keys?new=true',
      '/settings/approvals?new=true',
      '/settings/sessions',
      '/settings/sign-in',
      '/settings/audit?verify=true',
    ]) {
      await page.goto(system.url + path)
      await fits(page, `${path} in German`)
      equal(await page.locator('html').getAttribute('lang'), 'de')
    }
    await end()
  })
  await t.test('what is chosen acts at once, stays after a reload, and holds on another device', () =>
    followsThePerson(browser, system),
  )
  await t.test('what the server does not take is taken back', () => isTakenBack(browser, system))
})

async function choosesAtTheDoor(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visit(browser, system.url, { locale: 'en-GB', bypassCSP: true })
  await page.getByLabel('Language').selectOption({ label: 'Deutsch' })
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor()
  await page.goto(`http://localhost:${4000 + system.portOffset}/`)
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor()
  await examine(page, 'the front door in German')
  await page.getByLabel('Sprache').selectOption({ label: 'English' })
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await end()
}

async function meetsInGerman(browser: Browser, { url }: TestSystem): Promise<void> {
  const { page, end } = await visit(browser, url, { locale: 'de-AT' })
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor()
  equal(await page.locator('html').getAttribute('lang'), 'de')
  await end()
}

async function followsThePerson(browser: Browser, system: TestSystem): Promise<void> {
  const { page } = await visitAsOwner(browser, system, { path: '/settings/you' })
  await page.getByLabel('Language').selectOption({ label: 'Deutsch' })
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor()
  await page.getByLabel('Zeitzone').selectOption({ label: 'Asia/Tokyo' })
  await page.getByLabel('Währung').selectOption('CHF')
  await page.getByRole('button', { name: 'Ada Lovelace: Konto und Einstellungen' }).click()
  await page.getByRole('menuitemradio', { name: 'Dunkel' }).click()
  await page.locator('html[data-theme=dark][lang=de]').waitFor({ state: 'attached' })
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await kept(page, 'Asia/Tokyo')

  // The first paint, with everything but the document and its first script held back.
  await page.route('**/assets/index-*.js', (route) => route.abort())
  await page.reload()
  equal(await page.locator('html').getAttribute('data-theme'), 'dark')
  equal(await page.locator('html').getAttribute('lang'), 'de')
  equal(await page.locator('meta[name=color-scheme]').getAttribute('content'), 'dark')
  await page.unroute('**/assets/index-*.js')
  await page.goto(`${system.url}/settings/sessions`)
  await page
    .getByRole('cell', { name: /GMT\+9/ })
    .first()
    .waitFor()
  await page.context().close()

  // Another device: the session's cookies, and none of the look.
  const other = await visitAsOwner(browser, system, { path: '/businesses/kpis?new=true' })
  await other.page.locator('html[data-theme=dark][lang=de]').waitFor({ state: 'attached' })
  equal(await other.page.getByLabel('Währung').inputValue(), 'CHF')
  await other.end()
}

/** The server has it: what is shown comes from there once the page is loaded anew without its copy. */
async function kept(page: Page, zone: string): Promise<void> {
  const { origin } = new URL(page.url())
  await page.waitForFunction(
    async ({ url, wanted }) => {
      const answer = await fetch(`${url}/api/v1/identity/get-me`)
      const { preferences } = await answer.json()
      return preferences.timeZone === wanted && preferences.theme === 'dark'
    },
    { url: origin, wanted: zone },
  )
}

async function isTakenBack(browser: Browser, system: TestSystem): Promise<void> {
  const { cookies } = await ownerSession(browser, system)
  const context = await browser.newContext({ storageState: { cookies, origins: [] } })
  const page = await context.newPage()
  await page.goto(`${system.url}/settings/you`)
  await page.route('**/identity/update-preferences', (route) => route.abort())
  await page.getByLabel('Sprache').selectOption({ label: 'English' })
  await page.getByText('Es ließ sich nicht speichern und ist wieder wie zuvor.').waitFor()
  ok(await page.locator('html[lang=de]').isVisible())
  await context.close()
}

import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { present } from '#kernel/assert.ts'
import { createWay } from '#server/system.ts'
import { signUp } from '#server/test-people.ts'
import { caller, testSystem, type TestSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { ownerSession, visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'
import { visit } from './visit.ts'

const TABLE = 'Businesses by name'

test('screens follow what happens', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { entityIds } = await seedPortfolio(system, 40)
  const { invoke } = createWay(system.database.app, system.settings)
  const call = caller(invoke)
  const owner = await visitAsOwner(browser, system, { path: '/businesses' })
  const other = await signUp(invoke, system.machineKey, 'operator')
  const guest = await visitWith(browser, system, other.token)
  const tab = await owner.page.context().newPage()
  await tab.goto(`${system.url}/businesses`)
  const pages = [owner.page, tab, guest.page]
  for (const page of pages) await page.getByText('39 businesses').waitFor()
  const inSight = await owner.page.locator('a[data-row]').all()
  const ids = await Promise.all(inSight.map((link) => link.getAttribute('data-row')))
  const [first, second, third, fourth] = [3, 5, 7, 9].map((at) => present(ids[at], 'a row in sight'))
  ok(first && second && third && fourth)

  await t.test('the tabs of a browser share one stream', async () => {
    await until(() => system.system.liveStreams() === 2)
    await tab.reload()
    await tab.getByText('39 businesses').waitFor()
    await until(() => system.system.liveStreams() === 2)
  })

  await t.test('a change by one shows with the other, where the row stands', async () => {
    const places = await Promise.all(pages.map((page) => placeOf(page, first)))
    await call('businesses.update-business', { businessId: first, name: 'Zzz, renamed' }, other.token)
    for (const [at, page] of pages.entries()) {
      await rowOf(page, first).getByText('Zzz, renamed').waitFor()
      equal(await placeOf(page, first), places[at])
    }
  })

  await t.test('what is new or gone is counted at the foot, and comes when it is asked for', async () => {
    const before = await rowNames(owner.page)
    await call('businesses.create-business', { name: 'Aaa, new', entityId: entityIds[0] }, other.token)
    await call('businesses.archive-business', { businessId: second }, other.token)
    await owner.page.getByText('1 new, 1 gone').waitFor()
    equal(await rowNames(owner.page), before)
    await owner.page.getByRole('button', { name: 'Show' }).click()
    await owner.page.getByRole('row', { name: /Aaa, new/ }).waitFor()
    await rowOf(owner.page, second).waitFor({ state: 'detached' })
    await owner.page.getByText('1 new').waitFor({ state: 'detached' })
    await tab.getByText('1 new, 1 gone').waitFor()
  })

  await t.test('Home counts along', async () => {
    await guest.page.goto(system.url)
    const figure = guest.page.getByRole('row', { name: /^Idea/ }).getByRole('link')
    const count = Number(await figure.textContent())
    const idea = { name: 'One more', entityId: entityIds[0], stage: 'idea' }
    await call('businesses.create-business', idea, system.machineKey)
    await guest.page.getByRole('row', { name: new RegExp(`^Idea.*\\b${count + 1}\\b`) }).waitFor()
  })

  await t.test('an own write is read once, and by the other tab from the event', async () => {
    const asked = { own: 0, other: 0 }
    await owner.page.bringToFront()
    owner.page.on('request', (request) => void (asked.own += isById(request.url()) ? 1 : 0))
    tab.on('request', (request) => void (asked.other += isById(request.url()) ? 1 : 0))
    await rowOf(owner.page, third).getByRole('link').click()
    await owner.page.getByRole('button', { name: 'Edit' }).click()
    await owner.page.getByLabel('Name', { exact: true }).fill('Mine, renamed')
    await owner.page.getByRole('button', { name: 'Save' }).click()
    await rowOf(owner.page, third).getByText('Mine, renamed').waitFor()
    await rowOf(tab, third).getByText('Mine, renamed').waitFor()
    equal(asked.other, 1)
    // What was gathered before has been read when a later change is here.
    await call('businesses.update-business', { businessId: fourth, name: 'Zzz, again' }, other.token)
    await rowOf(owner.page, fourth).getByText('Zzz, again').waitFor()
    equal(asked.own, 1)
  })

  await t.test('when the tab with the stream closes, the other goes on without a gap', async () => {
    await owner.page.close()
    await call('businesses.update-business', { businessId: first, name: 'Zzz, meanwhile' }, other.token)
    await rowOf(tab, first).getByText('Zzz, meanwhile').waitFor()
    await until(() => system.system.liveStreams() === 2)
  })

  await t.test('who is taken out of the studio is led to the door, without a click', async () => {
    const { items } = await call('identity.list-people', {}, system.machineKey)
    ok(Array.isArray(items))
    const { personId } = items.find(({ email }) => email === other.email)
    await call('identity.end-membership', { personId }, system.machineKey)
    await guest.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await until(() => system.system.liveStreams() === 1)
  })
  await guest.end()
  await owner.end()

  await t.test('an interruption is said, and only while it lasts', async () => {
    await until(() => system.system.liveStreams() === 0)
    const { cookies } = await ownerSession(browser, system)
    const context = await browser.newContext({ storageState: { cookies, origins: [] } })
    const page = await context.newPage()
    await page.route('**/api/v1/live*', (route) => route.abort())
    await page.goto(system.url)
    const mark = page.getByRole('navigation').getByText('Live updates paused').first()
    await mark.waitFor()
    await page.unroute('**/api/v1/live*')
    await mark.waitFor({ state: 'detached' })
    equal(system.system.liveStreams(), 1)
    await context.close()
  })
})

function isById(url: string): boolean {
  return url.includes('list-businesses') && url.includes('ids=')
}

function visitWith(browser: Browser, { url }: TestSystem, token: string) {
  const cookie = { name: 'iza_access', value: token, domain: 'localhost', path: '/' }
  const rest = { expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }
  return visit(browser, `${url}/businesses`, {
    storageState: { cookies: [{ ...cookie, ...rest }], origins: [] },
  })
}

function rowOf(page: Page, id: string) {
  return page
    .getByRole('table', { name: TABLE })
    .getByRole('row')
    .filter({ has: page.locator(`[data-row="${id}"]`) })
}

async function placeOf(page: Page, id: string): Promise<string | null> {
  return rowOf(page, id).getAttribute('aria-rowindex')
}

async function rowNames(page: Page): Promise<string> {
  return (await page.locator('a[data-row]').allTextContents()).join()
}

/** Polls, for what happens on the server has no event here. */
async function until(isSo: () => boolean): Promise<void> {
  const deadlineMs = Date.now() + 20_000
  while (!isSo()) {
    ok(Date.now() < deadlineMs, 'it did not come to that')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { lastEndedBefore, previousPeriod } from '#kernel/periods.ts'
import { signUp } from '#server/test-people.ts'
import { createWay } from '#server/system.ts'
import { caller, testSystem } from '#server/test-system.ts'
import { linkMailedTo } from './mail-steps.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'
import { signIn, visit } from './visit.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }

test('links that are mailed', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([
    openBrowser(),
    testSystem({ isFounded: true, worksRuns: true }),
  ])
  const { machineKey, database, settings, url } = system
  const { invoke } = createWay(database.app, settings)
  const call = caller(invoke)
  const { businessIds } = await seedPortfolio(system, 6)
  const grace = await signUp(invoke, machineKey, 'analyst')

  await t.test('a forgotten password is chosen anew by the link of a mail, which works once', async () => {
    const { page, end } = await visit(browser, url, PHONE)
    await page.getByRole('button', { name: 'Forgot your password?' }).click()
    await page.getByLabel('E-mail address').fill('grace')
    await page.getByRole('button', { name: 'Mail me a link' }).click()
    await page.getByText('expected an e-mail address').waitFor()
    await page.getByLabel('E-mail address').fill(grace.email)
    const path = await linkMailedTo(grace.email, async () => {
      await page.getByRole('button', { name: 'Mail me a link' }).click()
      await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
    })
    match(path, /^\/reset#iza_reset_/)
    await page.goto(url + path)
    await page.getByLabel('New password').fill('short')
    equal(page.url(), `${url}/reset`)
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('at least 10 characters', { exact: true }).waitFor()
    await page.getByLabel('New password').fill('a new long sentence')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByRole('heading', { name: 'Your password is set' }).waitFor()
    await page.getByRole('button', { name: 'Go to the sign-in' }).click()
    await signIn(page, { email: grace.email, password: 'a new long sentence' })
    await page.getByLabel('Code of the authenticator').waitFor()
    await page.goto('about:blank')
    await page.goto(url + path)
    await page.getByLabel('New password').fill('yet another sentence')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('A password was chosen with this link').waitFor()
    await end()
  })

  await t.test('the owner of a business is asked, and answers on a phone without signing in', async () => {
    const last = lastEndedBefore('month', new Date().toISOString().slice(0, 10))
    const before = previousPeriod(previousPeriod(last))
    const people = Object(await call('identity.list-people', { limit: 50 }, machineKey)).items
    const ownerId = people.find(({ email }: { email: string }) => email === grace.email).personId
    const kpi = await call(
      'kpis.create-kpi',
      { name: 'Active users', unit: 'count', graceDays: 0, ownerId, description: 'Signed in once.' },
      machineKey,
    )
    const values = businessIds
      .slice(0, 2)
      .map((businessId) => ({ businessId, kpiId: kpi['id'], period: before.name, value: '5' }))
    await call('kpis.record-values', { values }, machineKey)

    const owner = await visitAsOwner(browser, system, {
      path: `/businesses/kpis/${String(kpi['id'])}?view=stale`,
    })
    const path = await linkMailedTo(grace.email, async () => {
      await owner.page.getByRole('button', { name: 'Ask the owners of 2 businesses' }).click()
      await owner.page.getByText('1 person was asked. No mail server is set').waitFor()
    })
    match(path, /^\/answer#iza_answer_/)

    const phone = await visit(browser, url + path, PHONE)
    await phone.page.getByRole('heading', { name: 'Tell these values' }).waitFor()
    equal(phone.page.url(), `${url}/answer`)
    ok(await phone.page.getByRole('button', { name: 'Send the answer' }).isDisabled())
    const fields = phone.page.getByRole('group', { name: `Active users · ${last.name}` }).getByRole('textbox')
    equal(await fields.count(), 2)
    await fields.nth(1).fill('12.5')
    await phone.page.getByRole('button', { name: 'Send the answer' }).click()
    await phone.page.getByText(/has 1 digits after the point/).waitFor()
    await fields.nth(1).fill('1250')
    await phone.page.getByText('1 of 2 is filled in').waitFor()
    await phone.page.getByRole('button', { name: 'Send the answer' }).click()
    await phone.page.getByRole('heading', { name: 'Thank you' }).waitFor()
    await phone.page.goto('about:blank')
    await phone.page.goto(url + path)
    await phone.page.getByText('This request was answered on').waitFor()
    await phone.end()

    await owner.page.getByRole('link', { name: 'Requests' }).click()
    await owner.page.getByRole('row', { name: /^Signed Up .*Active users.*Answered/ }).waitFor()
    await owner.page.getByLabel('Status').selectOption({ label: 'Open' })
    await owner.page.getByText('Nobody was asked').waitFor()
    equal(new URL(owner.page.url()).search, '?status=open')
    await owner.end()
  })
})

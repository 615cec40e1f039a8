import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from 'playwright-core'
import { createWay } from '#server/system.ts'
import { signUp } from '#server/test-people.ts'
import { caller, testSystem, type TestSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'
import { tellPeople } from '#server/test-tell-people.ts'
import { visit } from './visit.ts'

const ADA = 'Ada Lovelace'

test('the inbox', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  tellPeople(system)
  const { businessIds } = await seedPortfolio(system, 10)
  const { invoke } = createWay(system.database.app, system.settings)
  const call = caller(invoke)
  const path = `/businesses/${businessIds[0]}`
  const guest = await signUp(invoke, system.machineKey, 'operator')
  const mentionable = await call(
    'comments.list-mentionable',
    { subjectId: businessIds[0], named: 'ada' },
    system.machineKey,
  )
  const [ada] = Object(mentionable['people'])
  const says = (words: string) =>
    call(
      'comments.add-comment',
      { subjectId: businessIds[0], body: `@[${ada.id}] ${words}` },
      system.machineKey,
    )

  await t.test('a mention by one lights the bell of the other without a reload, who reads it', async () => {
    const owner = await visitAsOwner(browser, system)
    const { page } = owner
    const bell = page.getByRole('link', { name: /^Inbox/ })
    await bell.waitFor()
    equal(await bell.innerText(), 'Inbox')
    const other = await visitWith(browser, system, { token: guest.token, path })
    const comments = other.page.getByRole('region', { name: 'Comments' })
    await comments.getByRole('combobox', { name: 'Write a comment' }).focus()
    await other.page.keyboard.type('Who talks to the city, @ada')
    await comments.getByRole('option', { name: ADA }).waitFor()
    await other.page.keyboard.press('Enter')
    await other.page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: /^Inbox\s*1 not read$/ }).waitFor()
    await other.end()

    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
    const row = page.getByRole('link', { name: /Signed Up mentioned you in a comment/ })
    await row.click()
    await page.getByRole('complementary').getByText('Who talks to the city', { exact: false }).waitFor()
    await page.getByRole('link', { name: 'Inbox', exact: true }).waitFor()
    await page.getByRole('complementary').getByRole('link', { name: 'Open it' }).click()
    await page.waitForURL(`**${path}`)
    await owner.end()
  })

  await t.test('j and k move, e marks, and all can be marked at once', async () => {
    await says('one')
    await says('two')
    const { page, end } = await visitAsOwner(browser, system, { path: '/inbox' })
    await page.getByRole('link', { name: /^Inbox\s*2 not read$/ }).waitFor()
    const rows = page.getByRole('list', { name: 'What you were told, newest first' }).getByRole('link')
    await rows.nth(1).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    equal(
      await rows.first().evaluate((link) => link === document.activeElement),
      true,
      'the first has the focus',
    )
    await page.keyboard.press('e')
    await page.getByRole('link', { name: /^Inbox\s*1 not read$/ }).waitFor()
    await rows.first().getByText('Not read:').waitFor({ state: 'detached' })
    await page.keyboard.press('e')
    await page.getByRole('link', { name: /^Inbox\s*2 not read$/ }).waitFor()
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await page.getByRole('link', { name: 'Inbox', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Not read', exact: true }).click()
    await page.getByText('Everything is read').waitFor()
    await end()
  })

  await t.test('what is told by mail is chosen, kept, and a webhook of one’s own is set', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/settings/notifications' })
    await page.getByLabel('Mail: Mentions').selectOption('daily')
    await page.getByLabel('Hour of the daily mail').selectOption('17')
    await page.getByLabel('Address').fill('https://10.0.0.1/hooks')
    await page.getByRole('button', { name: 'Set webhook' }).click()
    await page.getByText(/10\.0\.0\.1/).waitFor()
    await page.getByLabel('Address').fill('https://1.1.1.1/hooks')
    await page.getByRole('button', { name: 'Set webhook' }).click()
    match((await page.getByLabel('Secret of the webhook').innerText()).trim(), /^whsec_/)
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await page.getByLabel('Webhook: Comments').uncheck()
    await page.reload()
    await page.getByLabel('Webhook: Comments').waitFor()
    equal(await page.getByLabel('Mail: Mentions').inputValue(), 'daily')
    equal(await page.getByLabel('Hour of the daily mail').inputValue(), '17')
    equal(await page.getByLabel('Webhook: Comments').isChecked(), false)
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('button', { name: 'Set webhook' }).waitFor()
    await end()
  })

  await t.test('on a phone the bell is within reach, and a row opens over the list', async () => {
    await says('on a phone')
    const { page, end } = await visitAsOwner(browser, system, { viewport: { width: 390, height: 844 } })
    await page.getByRole('link', { name: /^Inbox/ }).click()
    await page
      .getByRole('link', { name: /mentioned you/ })
      .first()
      .click()
    await page.getByRole('dialog').getByText('on a phone').waitFor()
    await end()
  })
  await browser.close()
})

function visitWith(browser: Browser, { url }: TestSystem, { token, path }: { token: string; path: string }) {
  const cookie = { name: 'iza_access', value: token, domain: 'localhost', path: '/' }
  const rest = { expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }
  return visit(browser, url + path, { storageState: { cookies: [{ ...cookie, ...rest }], origins: [] } })
}

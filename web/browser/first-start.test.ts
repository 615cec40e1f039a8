import { equal, match } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { OWNER, testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { codeAt } from './owner-visit.ts'
import { signIn, visit } from './visit.ts'

test('from a new installation to a business, and back out', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: false })])
  const { page, end } = await visit(browser, system.url)
  let secret = ''
  let recoveryCodes: string[] = []

  await t.test('the founding tells what is wrong at its field, then founds', async () => {
    await page.getByLabel('Name of the studio').fill(OWNER.studioName)
    await page.getByLabel('Your name').fill(OWNER.displayName)
    await page.getByLabel('E-mail address').fill(OWNER.email)
    await page.getByLabel('Choose a password').fill('short')
    await page.getByRole('button', { name: 'Found the studio' }).click()
    await page.getByText('at least 10 characters', { exact: true }).waitFor()
    equal(await page.getByLabel('Choose a password').getAttribute('aria-invalid'), 'true')
    await page.getByLabel('Choose a password').fill(OWNER.password)
    await page.getByRole('button', { name: 'Found the studio' }).click()
    await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor()
  })

  await t.test('the second factor comes before the rooms, and its recovery codes are kept', async () => {
    await page.getByRole('img', { name: 'QR code for the authenticator' }).waitFor()
    const shown = await page.getByLabel('Secret for the authenticator').textContent()
    match(shown ?? '', /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
    secret = shown?.replaceAll(' ', '') ?? ''
    await page.getByLabel('Code of the authenticator').fill('12')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('six digits, or a recovery code').waitFor()
    await page.getByLabel('Code of the authenticator').fill(codeAt(secret, 'now'))
    await page.getByRole('button', { name: 'Confirm' }).click()
    // Reading all items at once does not wait for the first of them.
    await page.getByLabel('I have kept them').waitFor()
    recoveryCodes = await page
      .getByRole('list', { name: 'Recovery codes' })
      .getByRole('listitem')
      .allTextContents()
    equal(recoveryCodes.length, 10)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as text' }).click()
    const file = readFileSync(await (await downloading).path(), 'utf8')
    equal(
      recoveryCodes.every((code) => file.includes(code)),
      true,
    )
    equal(await page.getByRole('button', { name: 'Go on' }).isEnabled(), false)
    await page.getByLabel('I have kept them').check()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: 'First steps' }).waitFor()
  })

  await t.test('the empty list leads to a new business, with its entity in the same form', async () => {
    await page.getByRole('link', { name: 'Businesses', exact: true }).first().click()
    await page.getByRole('link', { name: 'Add the first business' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Nordlicht Möbel')
    await page.getByLabel('Registered name').fill('Analytical Engines LLC')
    await page.getByLabel('Legal form').fill('LLC')
    await page.getByLabel('Jurisdiction').fill('US-DE')
    await page.getByRole('button', { name: 'Add entity' }).click()
    await page.getByRole('button', { name: 'New category' }).click()
    await page.getByLabel('Name of the category').fill('Furniture')
    await page.getByRole('button', { name: 'Add category' }).click()
    await page.getByLabel('Links').fill('nonsense')
    await page.getByRole('button', { name: 'Add business' }).click()
    await page.getByText('expected a web address').waitFor()
    await page.getByLabel('Links').fill('https://example.com/')
    await page.getByRole('button', { name: 'Add business' }).click()
    await page.getByRole('row', { name: /Nordlicht Möbel.*Idea.*Analytical Engines LLC/ }).waitFor()
    await page.getByRole('complementary').getByRole('link', { name: 'Furniture' }).waitFor()
  })

  await t.test('it is edited; a stage that cannot be reached is refused at its field', async () => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    const panel = page.getByRole('complementary')
    await panel.getByLabel('Stage').selectOption('growing')
    await panel.getByRole('button', { name: 'Save' }).click()
    await panel.getByText('A business cannot go from idea to growing').waitFor()
    await panel.getByLabel('Stage').selectOption('validation')
    await panel.getByLabel('Name', { exact: true }).fill('Nordlicht')
    await panel.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Nordlicht was saved.').waitFor()
    await page.getByRole('row', { name: /Nordlicht .*Validation/ }).waitFor()
  })

  await t.test('a change by somebody else is told, and ours can go over it', async () => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    const businessId = page.url().split('/').at(-1)
    const answer = await page.request.post(`${system.url}/api/v1/businesses/update-business`, {
      data: { businessId, description: 'Changed elsewhere.' },
      headers: { origin: system.url },
    })
    equal(answer.status(), 200)
    const panel = page.getByRole('complementary')
    await panel.getByLabel('Tags').fill('retail')
    await panel.getByRole('button', { name: 'Save', exact: true }).click()
    await panel.getByText('Somebody was quicker').waitFor()
    await panel.getByRole('button', { name: 'Save mine over it' }).click()
    // The timeline below tells of both as well, and proves nothing of what is kept.
    const facts = panel.getByRole('definition')
    await facts.filter({ hasText: 'Changed elsewhere.' }).waitFor()
    await facts.filter({ hasText: 'retail' }).waitFor()
  })

  await t.test('it is archived, and the undo brings it back', async () => {
    await page.getByRole('button', { name: 'Archive', exact: true }).click()
    await page.getByText('Nordlicht was archived.').waitFor()
    await page.getByRole('heading', { name: 'No business yet' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('row', { name: /Nordlicht / }).waitFor()
  })

  await t.test('signing out, then in: a wrong password is told, the right one opens', async () => {
    await page.getByRole('button', { name: 'Ada Lovelace: account and settings' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await signIn(page, { password: 'not the password' })
    await page.getByText('do not belong together').waitFor()
    await signIn(page)
    await page
      .getByLabel('Code of the authenticator')
      .fill(codeAt(secret, 'now').replace(/^./, '1').replace(/.$/, '1'))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('This code is not right').waitFor()
    equal(await page.getByLabel('Code of the authenticator').getAttribute('aria-invalid'), 'true')
    await page.getByLabel('Code of the authenticator').fill(codeAt(secret, 'next'))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
  })

  await t.test(
    'an access token that ended is renewed unseen; with the session over, the sign-in comes',
    async () => {
      const spoil = async (name: string, path: string) => {
        const { hostname } = new URL(system.url)
        await page.context().addCookies([{ name, value: 'spoiled', domain: hostname, path, httpOnly: true }])
      }
      let renewals = 0
      page.on('request', (request) => void (renewals += request.url().endsWith('/renew-session') ? 1 : 0))
      await spoil('iza_access', '/')
      await page.reload()
      await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
      await page.getByRole('link', { name: 'Businesses', exact: true }).first().click()
      await page.getByRole('row', { name: /Nordlicht / }).waitFor()
      equal(renewals, 1)
      await spoil('iza_access', '/')
      await spoil('iza_refresh', '/api/v1/identity/renew-session')
      await page.getByRole('link', { name: 'Home', exact: true }).click()
      await page.reload()
      await page.getByRole('heading', { name: 'Sign in' }).waitFor()
      await signIn(page)
      await page.getByRole('button', { name: 'Use a recovery code' }).click()
      await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
    },
  )

  await t.test('a session that ended elsewhere leads to the sign-in, and back to the same page', async () => {
    await page.context().clearCookies()
    await page.getByRole('link', { name: 'Businesses', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await signIn(page)
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(recoveryCodes[1] ?? '')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('row', { name: /Nordlicht / }).waitFor()
    equal(new URL(page.url()).pathname, '/businesses')
  })

  await end()
})

import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { OWNER, testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { codeAt, ownerSession, sender, visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'
import { setUpSecondFactor } from './second-factor-steps.ts'
import { visit } from './visit.ts'

const GUEST_PASSWORD = 'a guest of the house'

test('people, roles, keys and sessions', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  await seedPortfolio(system, 12)
  const owner = await visitAsOwner(browser, system, { path: '/settings/people' })
  const guest = await visit(browser, system.url)
  const { page } = owner
  let link = ''

  await t.test('somebody is invited, with a right on one entity, by a link that is shown once', async () => {
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    const panel = page.getByRole('complementary')
    await panel.getByLabel('E-mail address').fill('grace')
    await panel.getByLabel('Name').fill('Grace Hopper')
    await panel.getByRole('button', { name: 'Add a right' }).click()
    await panel.getByLabel('Role').nth(1).selectOption({ label: 'Operator' })
    await panel.getByLabel('On').nth(1).fill('Menabr')
    await page.getByRole('option', { name: 'Menabrea Commerce Inc.' }).click()
    await panel.getByRole('button', { name: 'Make the invitation' }).click()
    await panel.getByText('expected an e-mail address').waitFor()
    await panel.getByLabel('E-mail address').fill('grace@example.com')
    await panel.getByRole('button', { name: 'Make the invitation' }).click()
    await panel.getByText('Nobody was e-mailed.').waitFor()
    link = (await panel.getByLabel('Link of the invitation').textContent()) ?? ''
    ok(link.startsWith(`${system.url}/join#iza_invitation_`), link)
    await panel.getByRole('button', { name: 'Done' }).click()
    const open = page.getByRole('table', { name: 'Open invitations' })
    await open.getByText('Operator on Menabrea Commerce Inc.').waitFor()
    await open.getByText('Analyst on the whole studio').waitFor()
  })

  await t.test('the guest joins by it; the token goes to no server in an address', async () => {
    const asked: string[] = []
    guest.page.on('request', (request) => void asked.push(request.url()))
    await guest.page.goto(link)
    await guest.page.getByLabel('Password').fill('short')
    equal(guest.page.url(), `${system.url}/join`)
    await guest.page.getByRole('button', { name: 'Join' }).click()
    await guest.page.getByText('at least 10 characters', { exact: true }).waitFor()
    await guest.page.getByLabel('Password').fill(GUEST_PASSWORD)
    await guest.page.getByRole('button', { name: 'Join' }).click()
    await setUpSecondFactor(guest.page)
    await guest.page.getByRole('heading', { name: 'Portfolio' }).waitFor()
    ok(!asked.some((address) => new URL(address).search.includes('iza_invitation')))
    await page.reload()
    await page.getByRole('row', { name: /^Grace Hopper/ }).waitFor()
    equal(await page.getByRole('table', { name: 'Open invitations' }).count(), 0)
  })

  await t.test('who may not see a section is told who can grant it', async () => {
    await guest.page.goto(`${system.url}/settings`)
    await guest.page.waitForURL('**/settings/you')
    await guest.page.goto(`${system.url}/settings/people`)
    await guest.page.getByText('Ada Lovelace can grant it.').waitFor()
    await guest.page.getByRole('link', { name: 'Keys' }).click()
    await guest.page.getByText('needs the permission identity.manage-keys').waitFor()
    await guest.page.getByRole('link', { name: 'Sign-in', exact: true }).click()
    equal(await guest.page.getByLabel('Analysts may leave it out').isDisabled(), true)
  })

  await t.test('rights are changed: they act on the next request, and the undo takes them back', async () => {
    await guest.page.goto(`${system.url}/businesses/entities?new=true`)
    await page.getByRole('link', { name: 'Grace Hopper' }).click()
    const panel = page.getByRole('complementary')
    await panel.getByRole('button', { name: 'Remove this right' }).nth(1).click()
    await panel.getByLabel('Role').selectOption({ label: 'Operator' })
    await panel.getByRole('button', { name: 'Save rights' }).click()
    await page.getByRole('row', { name: /^Grace Hopper .*Operator on the whole studio/ }).waitFor()
    await guest.page.getByLabel('Registered name').fill('Hopper Compilers LLC')
    await guest.page.getByLabel('Legal form').fill('LLC')
    await guest.page.getByLabel('Jurisdiction').fill('US-NY')
    await guest.page.getByRole('button', { name: 'Add entity' }).click()
    await guest.page.getByText('Hopper Compilers LLC was added.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('row', { name: /^Grace Hopper .*Operator on Menabrea Commerce Inc\./ }).waitFor()
  })

  await t.test('a person is removed and comes back by the undo', async () => {
    await page.getByRole('link', { name: 'Grace Hopper' }).click()
    await page.getByRole('button', { name: 'Remove from the studio' }).click()
    await page.getByText('Grace Hopper was removed.').waitFor()
    await page.getByRole('link', { name: 'Grace Hopper' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: 'Grace Hopper' }).waitFor()
  })

  await t.test('a lost authenticator: reset after a question, set up anew at the next sign-in', async () => {
    await page.getByRole('link', { name: 'Grace Hopper' }).click()
    await page.getByRole('button', { name: 'Reset the second factor' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click()
    await page.getByText('The second factor of Grace Hopper was reset.').waitFor()
    await guest.page.goto(`${system.url}/businesses`)
    await guest.page.getByLabel('E-mail address').fill('grace@example.com')
    await guest.page.getByLabel('Password').fill(GUEST_PASSWORD)
    await guest.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await setUpSecondFactor(guest.page)
    await guest.page.getByRole('heading', { name: 'Businesses', exact: true }).waitFor()
  })

  await t.test('a role of the studio is made, and changed', async () => {
    await page.goto(`${system.url}/settings/roles`)
    await page.getByRole('button', { name: 'New role' }).click()
    const panel = page.getByRole('complementary')
    await panel.getByLabel('Name').fill('Scout')
    equal(await panel.getByLabel(/^businesses\.read/).isDisabled(), true)
    await panel.getByLabel(/^businesses\.write list|^businesses\.write(?!-)/).check()
    await panel.getByRole('button', { name: 'Add role' }).click()
    await page.getByRole('row', { name: /^Scout .*businesses\.write/ }).waitFor()
    await page.getByRole('link', { name: 'Scout' }).click()
    await page
      .getByRole('complementary')
      .getByLabel(/^\*\.read/)
      .uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The role Scout was changed.').waitFor()
    await page.getByRole('row', { name: 'Scout identity.use-own, businesses.write' }).waitFor()
  })

  await t.test('a key is made, acts, and is revoked after a question', async () => {
    await page.goto(`${system.url}/settings/keys`)
    await page.getByRole('button', { name: 'New key' }).first().click()
    const panel = page.getByRole('complementary')
    await panel.getByLabel('What it is for').fill('Nightly export')
    await panel.getByLabel('Good for').selectOption({ label: '30 days' })
    await panel.getByRole('button', { name: 'Make the key' }).click()
    const token = (await panel.getByLabel('Key', { exact: true }).textContent()) ?? ''
    match(token, /^iza_key_/)
    const use = () =>
      fetch(`${system.url}/api/v1/businesses/list-businesses`, {
        headers: { authorization: `Bearer ${token}` },
      })
    equal((await use()).status, 200)
    await panel.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Revoke Nightly export' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
    await page.getByText('Nightly export was revoked.').waitFor()
    await page.getByText(/^Revoked \d{4}-/).waitFor()
    equal((await use()).status, 401)
  })

  await t.test('another session of one’s own is ended from this one', async () => {
    const { secret } = await ownerSession(browser, system)
    const other = await visit(browser, system.url, {
      userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    })
    const send = sender(other.page.request, system.url)
    const { email, password } = OWNER
    const signedIn = await send('identity/sign-in', { email, password })
    const challenge = challengeIn(signedIn)
    await send('identity/finish-sign-in', { challenge, code: codeAt(secret, 'next') })
    await other.page.goto(system.url)
    await other.page.getByRole('heading', { name: 'Portfolio' }).waitFor()
    await page.goto(`${system.url}/settings/sessions`)
    await page.getByRole('row', { name: /this one/ }).waitFor()
    await page.getByRole('button', { name: 'End the session of Firefox on Windows' }).click()
    await page.getByText('The session of Firefox on Windows has ended.').waitFor()
    await other.page.getByRole('link', { name: 'Businesses', exact: true }).first().click()
    await other.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await other.end()
  })

  await t.test('the password is changed only with the old one', async () => {
    await page.getByLabel('Current password').fill('not the password')
    await page.getByLabel('New password').fill('another long sentence')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByText('This is not your current password.').waitFor()
    await page.getByLabel('Current password').fill(OWNER.password)
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByText('Your password was changed').waitFor()
  })

  await t.test('the owner lets analysts leave out the second factor, and takes it back', async () => {
    await page.getByRole('link', { name: 'Sign-in', exact: true }).click()
    const rule = page.getByLabel('Analysts may leave it out')
    await rule.click()
    await page.getByText('Analysts may leave out the second factor.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForFunction(() => document.querySelector('input[type=checkbox]:not(:checked)'))
  })

  await owner.end()
  await guest.end()
})

function challengeIn(signedIn: unknown): string {
  const found =
    typeof signedIn === 'object' && signedIn !== null && 'challenge' in signedIn && signedIn.challenge
  return typeof found === 'string' ? found : ''
}

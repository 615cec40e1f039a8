import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { examine } from './examine.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { invitationLink } from './second-factor-steps.ts'
import { signIn, visit } from './visit.ts'

const GUEST_PASSWORD = 'a guest of the house'

test('passkeys', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  await t.test('one is renamed, taken back, and removed after a question', () =>
    renamesAndRemoves(browser, system),
  )
  await t.test('one is added on the port of Home, and signs in on that of the businesses', () =>
    addsAndSignsIn(browser, system),
  )
  await t.test('who joins adds one in place of an app, and cannot remove it while it is all there is', () =>
    joinsWithPasskey(browser, system),
  )
  await t.test('where none can be used, the page says why', () => saysWhyNot(browser, system))
})

async function renamesAndRemoves(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/settings/you' })
  await plugIn(page)
  await addNamed(page, 'Phone')
  await page.getByRole('button', { name: 'Rename Phone' }).click()
  await page.getByLabel('Name of the passkey').fill('Old phone')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('row', { name: /^Old phone/ }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('row', { name: /^Phone/ }).waitFor()
  await page.getByRole('button', { name: 'Remove Phone' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByText('The passkey "Phone" was removed.').waitFor()
  await page.getByRole('row', { name: /^Phone/ }).waitFor({ state: 'detached' })
  await end()
}

async function addsAndSignsIn(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/settings/you', bypassCSP: true })
  await plugIn(page)
  await addNamed(page, 'Desk key')
  await examine(page, 'passkeys')
  await page.setViewportSize({ width: 1440, height: 920 })
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await examine(page, 'a new passkey')
  await page.setViewportSize({ width: 1440, height: 920 })
  await signOut(page)
  await page.goto(`http://localhost:${4000 + system.portOffset}/`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
  await examine(page, 'the front door with passkeys')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { name: 'Portfolio overview', exact: true }).waitFor()
  await end()
}

async function joinsWithPasskey(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visit(browser, await invitationLink(system, 'Grace Hopper'))
  await plugIn(page)
  await page.getByLabel('Password').fill(GUEST_PASSWORD)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('button', { name: 'Add a passkey instead' }).click()
  await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
  await page.goto(`${system.url}/settings/you`)
  const remove = page.getByRole('button', { name: /^Remove / })
  await remove.waitFor()
  equal(await remove.isDisabled(), true)
  await page.getByText('Your only second factor.').waitFor()
  await signOut(page)
  await signIn(page, { email: 'grace.hopper@example.com', password: GUEST_PASSWORD })
  await page.getByRole('heading', { name: 'Your passkey' }).waitFor()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
  await end()
}

async function saysWhyNot(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visit(browser, system.url.replace('localhost', '127.0.0.1'))
  await page.getByText('127.0.0.1 is a number.').waitFor()
  equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).count(), 0)
  await end()
}

/**
 * A virtual authenticator that verifies its person at once. It would answer from the field's suggestions before anybody has
 * pressed anything, so the page is told that there are none.
 */
async function plugIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false
  })
  await page.reload()
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function addNamed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').fill(name)
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await page.getByText(`The passkey "${name}" was added.`).waitFor()
  await page.getByRole('row', { name: new RegExp(`^${name}`) }).waitFor()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

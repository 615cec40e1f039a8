import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { seedSettings } from './seed-settings.ts'
import { visit } from './visit.ts'

type Reader = 'analyst' | 'auditor'
interface OfferingPage {
  path: string
  /** Nothing is offered to any of these, and each sees his text when the page is all there. */
  readers: Partial<Record<Reader, string>>
  offers: { role: 'button' | 'link' | 'textbox'; name: string }[]
}

const REFUSED = 'can grant it.'
const PAGES: OfferingPage[] = [
  {
    path: '/ventures',
    readers: { analyst: 'Lantern Notes' },
    offers: [{ role: 'button', name: 'Move Lantern Notes' }],
  },
  {
    path: '/businesses',
    readers: { analyst: 'Lantern Notes' },
    offers: [
      { role: 'link', name: 'Import' },
      { role: 'link', name: 'New business' },
    ],
  },
  {
    path: '/businesses/overview',
    readers: { analyst: 'Idea' },
    offers: [{ role: 'link', name: 'Import' }],
  },
  {
    path: '/businesses/import',
    readers: { analyst: 'You cannot import these' },
    offers: [{ role: 'button', name: 'Choose a file' }],
  },
  {
    path: '/businesses/import?of=entities',
    readers: { analyst: 'You cannot import these' },
    offers: [{ role: 'button', name: 'Choose a file' }],
  },
  {
    path: '/businesses/settings',
    readers: { analyst: '−10' },
    offers: [{ role: 'button', name: 'Look now' }],
  },
  {
    path: '/settings/people',
    readers: { analyst: REFUSED, auditor: 'grace@example.com' },
    offers: [
      { role: 'button', name: 'Invite somebody' },
      { role: 'button', name: 'Withdraw the invitation of Grace Hopper' },
    ],
  },
  {
    path: '/settings/people?new=true',
    readers: { analyst: REFUSED, auditor: 'grace@example.com' },
    offers: [{ role: 'textbox', name: 'E-mail address' }],
  },
  {
    path: '/settings/roles',
    readers: { analyst: REFUSED, auditor: 'Scout' },
    offers: [{ role: 'button', name: 'New role' }],
  },
  {
    path: '/settings/keys',
    readers: { analyst: REFUSED },
    offers: [
      { role: 'button', name: 'New key' },
      { role: 'button', name: 'Revoke Nightly export' },
    ],
  },
  {
    path: '/settings/webhooks',
    readers: { analyst: REFUSED },
    offers: [{ role: 'button', name: 'New endpoint' }],
  },
  {
    path: '/settings/approvals',
    readers: { analyst: 'businesses.archive-business', auditor: 'businesses.archive-business' },
    offers: [
      { role: 'button', name: 'New rule' },
      { role: 'button', name: 'Delete the rule: Archive business' },
    ],
  },
]

test('what somebody may not do is not offered', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  await seed(system)
  const visitAs = async (role: Reader | 'admin') =>
    visit(browser, `${system.url}/reference`, {
      extraHTTPHeaders: { authorization: `Bearer ${await tokenOf(system, role)}` },
    })

  await t.test('to an admin all of it is', async () => {
    const { page, end } = await visitAs('admin')
    for (const { path, offers } of PAGES) {
      await page.goto(system.url + path)
      for (const { role, name } of offers) await page.getByRole(role, { name, exact: true }).first().waitFor()
    }
    await end()
  })

  for (const reader of ['analyst', 'auditor'] as const)
    await t.test(`to an ${reader} none of it is`, async () => {
      const { page, end } = await visitAs(reader)
      for (const { path, readers, offers } of PAGES) {
        const text = readers[reader]
        if (text === undefined) continue
        await page.goto(system.url + path)
        await page.getByText(text).first().waitFor()
        for (const { role, name } of offers)
          equal(await page.getByRole(role, { name, exact: true }).count(), 0, `${path} offers ${name}`)
      }
      await end()
    })

  await t.test('a card neither moves by its key nor is dragged', async () => {
    const { page, end } = await visitAs('analyst')
    await page.goto(`${system.url}/ventures`)
    const card = page.getByRole('button', { name: 'Lantern Notes', exact: true })
    await card.press('m')
    await page
      .getByText('Arrow keys go from card to card, Enter opens. Longest at its stage first.')
      .waitFor()
    equal(await page.getByRole('dialog').count(), 0)
    equal(await page.locator('[draggable="true"]').count(), 0)
    await end()
  })
})

async function seed(system: TestSystem): Promise<void> {
  const post = async (operation: string, input: object, token = system.machineKey) => {
    const response = await fetch(`${system.url}/api/v1/${operation}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    equal(response.status, 200, operation)
    return Object(await response.json())
  }
  const { id: entityId } = await post('entities/create-entity', {
    name: 'Home LLC',
    kind: 'LLC',
    jurisdiction: 'US-DE',
  })
  await post('businesses/create-business', { name: 'Lantern Notes', entityId, stage: 'idea' })
  // Of rules only people decide.
  const rule = { operation: 'businesses.archive-business' }
  await post('approvals/create-rule', rule, await tokenOf(system, 'admin'))
  await seedSettings(system, entityId)
}

async function tokenOf(system: TestSystem, role: Reader | 'admin'): Promise<string> {
  const records = await system.database.look()
  const { rows } = await records.query('select id from studio')
  const studioId = idFrom('studio', rows[0].id)
  const { token } = await addPerson(system.database.app, { studioId, grants: [{ role, covers: null }] })
  return token
}

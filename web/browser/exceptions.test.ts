import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { visit } from './visit.ts'

test('what is wrong is found, and put right where it stands', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const post = async (operation: string, input: object, token = system.machineKey) => {
    const response = await fetch(`${system.url}/api/v1/${operation}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    return Object(await response.json())
  }
  const { id: entityId } = await post('entities/create-entity', {
    name: 'Home LLC',
    kind: 'LLC',
    jurisdiction: 'US-DE',
    functionalCurrency: 'USD',
  })
  for (const name of ['Nordlicht Möbel', 'Nordlicht Moebel GmbH', 'Harbour Books', 'Harbor Books'])
    await post('businesses/create-business', { name, entityId, stage: 'launched' })

  await t.test('Home leads to the rule, a merge leaves the list, and its undo brings it back', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/' })
    await page
      .getByRole('region', { name: 'Exceptions' })
      .getByRole('link', { name: /Possible duplicate.* 2$/ })
      .click()
    await page.waitForURL('**/exceptions?rule=businesses.duplicates')
    const row = page.getByRole('row', {
      name: /"Nordlicht Moebel GmbH" and "Nordlicht Möbel" have the same name/,
    })
    await row.getByRole('button', { name: 'Merge' }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge two businesses' })
    await dialog
      .getByRole('radio', { name: /^Nordlicht Möbel/ })
      .and(page.locator(':checked'))
      .waitFor()
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('Nordlicht Moebel GmbH was merged into Nordlicht Möbel.').waitFor()
    await row.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await row.waitFor()
    await end()
  })

  await t.test('two that are two are marked so', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/exceptions' })
    const row = page.getByRole('row', { name: /Harbor Books" and "Harbour Books/ })
    await row.getByRole('button', { name: 'Mark as distinct' }).click()
    await page.getByText('Marked as two distinct businesses.').waitFor()
    await row.waitFor({ state: 'detached' })
    await end()
  })

  await t.test('a row is a link where its reader may follow it, and a sentence where not', async () => {
    const { id: bookId } = await post('ledger/open-book', { entityId, chart: 'ifrs' })
    const { token: drafts } = await post('identity/create-api-key', {
      name: 'Drafts',
      grants: [{ role: 'finance', covers: null }],
      isDraftsOnly: true,
    })
    const account = { bookId, code: '6095', name: 'Travel', type: 'expense' }
    await post('ledger/create-account', account, drafts)
    const said = /Create account: 6095 Travel, an expense in USD/
    const path = '/exceptions?rule=ledger.entries-waiting'
    const owner = await visitAsOwner(browser, system, { path })
    await owner.page.getByRole('link', { name: said }).click()
    await owner.page.waitForURL(/\/approvals\/[a-z]{3}_/)
    await owner.page.getByRole('button', { name: 'Accept' }).waitFor()
    await owner.end()
    const headers = { authorization: `Bearer ${await analystToken(system)}` }
    const { page, end } = await visit(browser, system.url + path, { extraHTTPHeaders: headers })
    await page.getByRole('cell', { name: said }).waitFor()
    equal(await page.getByRole('link', { name: said }).count(), 0)
    await page.goto(`${system.url}/exceptions?rule=businesses.duplicates`)
    await page.getByRole('link', { name: 'Nordlicht Moebel GmbH', exact: true }).waitFor()
    await end()
  })

  await t.test('a narrowed list is kept as a view, opened, shared and deleted', async () => {
    const { page, end } = await visitAsOwner(browser, system, {
      path: '/businesses?stage=launched&group=entity',
    })
    await page.getByRole('button', { name: 'Keep this view' }).click()
    await page.getByLabel('Name of the view').fill('Launched by entity')
    await page.keyboard.press('Enter')
    await page.getByText('The view “Launched by entity” is kept.').waitFor()
    await page.goto(`${system.url}/businesses`)
    await page.getByRole('link', { name: 'Launched by entity' }).click()
    await page.waitForURL('**/businesses?stage=launched&group=entity')
    await page.getByRole('button', { name: 'Share with the studio' }).click()
    await page.getByText('“Launched by entity” is shared with the studio.').waitFor()
    await page.getByRole('button', { name: 'Delete the view' }).click()
    await page.getByText('The view “Launched by entity” was deleted.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: /Launched by entity/ }).waitFor()
    await end()
  })

  await t.test('everything is found by its name from anywhere', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/runs' })
    await page.getByRole('heading', { name: 'Runs' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('home l')
    await page.getByRole('option', { name: /Home LLC.*Entity/ }).click()
    await page.waitForURL(`**/businesses/entities/${entityId}`)
    await end()
  })
})

async function analystToken({ database }: TestSystem): Promise<string> {
  const { rows } = await (await database.look()).query('select id from studio')
  const studioId = idFrom('studio', rows[0].id)
  return (await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: null }] })).token
}

import { deepEqual, equal } from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { booksByRest } from './books-by-rest.ts'
import { examine, fits } from './examine.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { visit } from './visit.ts'
import { workRuns } from './work-runs.ts'

const FOLDER = fileURLToPath(new URL('../../docs/books/', import.meta.url))
const FILES = readdirSync(FOLDER).map((name) => `${FOLDER}${name}`)
/** Two companies are called otherwise here than in their files. */
const ENTITIES = [
  ['Bittern Media Ltd', 'USD'],
  ['Heron Conseil SARL', 'EUR'],
  ['Heron Labs Ltd', 'USD'],
  ['Kestrel Media Inc.', 'USD'],
  ['Kingfisher LLC', 'USD'],
  ['Linnet Foods, LLC', 'USD'],
  ['Martin Systeme GmbH', 'EUR'],
  ['Plover Shops LLC', 'USD'],
  ['Sparrow Studio LLC', 'USD'],
  ['Wren Analytics Inc.', 'USD'],
] as const

test('books come in from other programs', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  workRuns(system)
  const { made } = booksByRest(system)
  for (const [name, functionalCurrency] of ENTITIES)
    await made('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE', functionalCurrency })

  await t.test('a trial balance that is off by a cent says so, and nothing can be posted', () =>
    isToldOfACent(browser, system),
  )
  await t.test('eight files are dropped, tie out, are posted, and tie out from the books', () =>
    bringsInEight(browser, system),
  )
  await t.test(
    'who is on the other side is chosen, and what two companies say of each other stands side by side',
    () => choosesPartners(browser, system),
  )
  await t.test(
    'an account becomes one that is there, and the next import of the program begins with that',
    () => choosesAccounts(browser, system),
  )
  await t.test('whoever may not post sees no way to it', () => seesNoImport(browser, system))
})

async function isToldOfACent(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/banking', bypassCSP: true })
  await page.getByRole('link', { name: 'Import books' }).click()
  await examine(page, 'choosing books')
  const text =
    'Sparrow Studio LLC,,\nTrial Balance,,\n"As of December 31, 2025",,\n,Debit,Credit\nZyx,100.00,\n3010 Equity,,99.99\n'
  await choose(page, [{ name: 'cent.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }])
  await page.getByText('0 of 1 companies tie out').waitFor()
  await page.getByText('debits are 0.01 USD more').waitFor()
  await page.getByText('Nothing tells what "Zyx" is').waitFor()
  const tieOut = page.getByRole('table', { name: 'Tie-out of Sparrow Studio LLC' })
  deepEqual(await figures(tieOut.getByRole('row', { name: /3010 Equity/ })), ['−99.99', '−99.99', '0.00'])
  deepEqual(await figures(tieOut.getByRole('row', { name: /its debits are more than its credits by/ })), [
    '0.01',
  ])
  await fits(page, 'files that do not tie out')
  equal(await page.getByRole('button', { name: /^Post/ }).isDisabled(), true)
  await page.getByLabel('What Zyx is').selectOption('cash')
  await page.getByText('Nothing tells what "Zyx" is').waitFor({ state: 'detached' })
  await examine(page, 'files that do not tie out')
  await page.getByRole('button', { name: 'Choose other files' }).click()
  await choose(page, [
    { name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('Nothing,here\n1,2\n') },
  ])
  await page
    .getByText('"notes.csv" is recognised as no export of QuickBooks, Xero, NetSuite, ERPNext')
    .waitFor()
  await end()
}

async function bringsInEight(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/banking/import', bypassCSP: true })
  await page.locator('input[type=file]').first().setInputFiles(FILES)
  await page.getByText('7 of 8 companies tie out').waitFor()
  await page.getByText('No entity that you can use is called "Plover Commerce LLC"').waitFor()
  await page.getByLabel('Entity of Plover Commerce LLC').fill('plover')
  await page.getByRole('option', { name: 'Plover Shops LLC' }).click()
  await page.getByText('All 8 companies tie out to the cent').waitFor()
  await page.getByRole('button', { name: 'Martin Systeme GmbH' }).click()
  const table = page.getByRole('table', { name: 'Tie-out of Martin Systeme GmbH' })
  deepEqual(await figures(table.getByRole('row', { name: /Sparkasse Girokonto/ })), [
    '38,770.40',
    '38,770.40',
    '0.00',
  ])
  await examine(page, 'eight companies that tie out')
  await page.getByRole('button', { name: 'Post 8 entries' }).click()
  await page.getByText('It ties out: what is posted is what the source had, to the cent').waitFor()
  equal(await page.getByText('Ties out', { exact: true }).count(), 8)
  await page.getByRole('button', { name: 'Sparrow Studio LLC' }).click()
  const posted = page.getByRole('table', { name: 'Tie-out of Sparrow Studio LLC' })
  deepEqual(await figures(posted.getByRole('row', { name: /1010 Checking/ })), [
    '184,320.55',
    '184,320.55',
    '0.00',
  ])
  await examine(page, 'books that came in')
  await posted.getByRole('link', { name: '1010 Checking' }).click()
  await page.getByText('Opening balances from QuickBooks as of 2025-12-31').waitFor()

  await page.goto(`${system.url}/banking/import`)
  await page.getByRole('table', { name: 'Imported before' }).getByText('8 companies').waitFor()
  await page.locator('input[type=file]').first().setInputFiles(FILES)
  await page.getByLabel('Entity of Plover Commerce LLC').fill('plover')
  await page.getByRole('option', { name: 'Plover Shops LLC' }).click()
  await page.getByText('Everything in these files is posted already.').waitFor()
  equal(await page.getByRole('button', { name: /^Post/ }).isDisabled(), true)
  await end()
}

/** A trial balance as QuickBooks exports it. */
const balances = (company: string, ...rows: string[]) => ({
  name: `${company}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [`${company},,`, 'Trial Balance,,', '"As of December 31, 2024",,', ',Debit,Credit', ...rows].join('\n'),
  ),
})

async function choosesPartners(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/banking/import', bypassCSP: true })
  await choose(page, [
    balances('Kingfisher LLC', '1150 Due from Bittern Media,100.00,', '3010 Equity,,100.00'),
    balances('Bittern Media Ltd', '1010 Checking,90.00,', '2150 Due to affiliates,,90.00'),
  ])
  await page.getByText('2 companies tie out to the cent').waitFor()
  await page.getByText('"2150 Due to affiliates" is between entities').waitFor()
  await page.getByText('2 things to look at; they stop nothing.').waitFor()
  const pair = page.getByRole('table', { name: 'Between entities' }).getByRole('row', { name: /Bittern/ })
  deepEqual(await figures(pair), ['0.00', '−100.00', '100.00'])
  await page.getByLabel('Other side of 2150 Due to affiliates').fill('king')
  await page.getByRole('option', { name: 'Kingfisher LLC' }).click()
  await page.getByText('1 thing to look at; it stops nothing.').waitFor()
  deepEqual(await figures(pair), ['−90.00', '−100.00', '10.00'])
  await page.getByRole('button', { name: 'Kingfisher LLC' }).click()
  equal(await page.getByLabel('Other side of 1150 Due from Bittern Media').inputValue(), 'Bittern Media Ltd')
  await examine(page, 'two companies that differ on what they owe each other')
  await end()
}

async function choosesAccounts(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/banking/import', bypassCSP: true })
  const rows = ['Zyx,100.00,', '1010 Checking,20.00,', '3010 Equity,,120.00']
  await choose(page, [balances('Kingfisher LLC', ...rows)])
  await page.getByText('Nothing tells what "Zyx" is').waitFor()
  await page.getByLabel('What Zyx becomes').fill('checking')
  await page.getByRole('option', { name: '1010 Checking' }).click()
  await page.getByText('1 company ties out to the cent').waitFor()
  const tieOut = page.getByRole('table', { name: 'Tie-out of Kingfisher LLC' })
  deepEqual(await figures(tieOut.getByRole('row', { name: /1010/ })), ['120.00', '120.00', '0.00'])
  await page.getByRole('button', { name: 'Post 1 entry' }).click()
  await page.getByText('It ties out: what is posted is what the source had, to the cent').waitFor()

  await page.goto(`${system.url}/banking/import`)
  await choose(page, [balances('Bittern Media Ltd', ...rows)])
  await page.getByText('1 company ties out to the cent').waitFor()
  const again = page.getByRole('table', { name: 'What the accounts of Bittern Media Ltd become' })
  await again.getByRole('row', { name: /Zyx/ }).getByText('As last time').waitFor()
  equal(await page.getByLabel('What Zyx becomes').inputValue(), '1010 Checking')
  equal(await page.getByLabel('What 1010 Checking becomes').inputValue(), 'New: 1010 Checking')
  await page.getByLabel('What Zyx becomes').fill('new')
  await page.getByRole('option', { name: 'New account' }).click()
  await again.getByRole('row', { name: /Zyx/ }).getByText('As last time').waitFor({ state: 'detached' })
  await examine(page, 'accounts that were chosen')
  await end()
}

async function figures(row: ReturnType<Page['locator']>): Promise<string[]> {
  await row.waitFor()
  const cells = await row.getByRole('cell').allInnerTexts()
  return cells.slice(1).map((text) => text.trim())
}

async function choose(
  page: Page,
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click(),
  ])
  await chooser.setFiles(files)
}

async function seesNoImport(browser: Browser, system: TestSystem): Promise<void> {
  const records = await system.database.look()
  const { rows } = await records.query('select id from studio')
  const { token } = await addPerson(system.database.app, {
    studioId: idFrom('studio', rows[0].id),
    grants: [{ role: 'analyst', covers: null }],
  })
  const { page, end } = await visit(browser, `${system.url}/banking`, {
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  await page.getByRole('row', { name: /Sparrow Studio LLC/ }).waitFor()
  equal(await page.getByRole('link', { name: 'Import books' }).count(), 0)
  await page.goto(`${system.url}/banking/import`)
  await page.getByRole('heading', { name: 'You cannot import here' }).waitFor()
  await end()
}

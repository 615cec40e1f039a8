import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addPerson } from '#server/test-people.ts'
import { idFrom } from '#kernel/ids.ts'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { booksByRest } from './books-by-rest.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedBooks } from './seed-books.ts'
import { visit } from './visit.ts'

type Seeded = Awaited<ReturnType<typeof seedBooks>>

test('entries that are not posted yet', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const seeded = await seedBooks(system)
  await t.test('a draft is saved by its keys, found again as it was left, finished and posted', () =>
    keepsADraft(browser, system, seeded),
  )
  await t.test('what somebody else changed meanwhile is not written over, and can be read', () =>
    meetsAnother(browser, system, seeded),
  )
  await t.test('a pending entry shows what it holds until when; it is posted, or given up', () =>
    settlesPending(browser, system, seeded),
  )
  await t.test('an analyst sees what is pending, and neither drafts nor a way to settle', () =>
    readsAsAnalyst(browser, system, seeded),
  )
  await t.test('the palette finds accounts and entries, and an entry has comments', () =>
    findsAndComments(browser, system, seeded),
  )
})

async function keepsADraft(browser: Browser, system: TestSystem, { bookId }: Seeded): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: `/banking/${bookId}/new` })
  const { keyboard } = page
  await page.getByLabel('Memo', { exact: true }).first().fill('Legal advice')
  await page.getByRole('group', { name: 'Line 1' }).getByLabel('Account').focus()
  await takeAccount(page, '6020', /^6020/)
  await keyboard.type('1,500.00')
  await keyboard.press('Alt+Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Partner entity')
  await keyboard.press('Enter')
  await keyboard.type('Nagel & Partner')
  await keyboard.press('Enter')
  await keyboard.type('q1, counsel')
  await keyboard.press('Control+s')
  await page.getByText('The draft is saved.').waitFor()
  await page.goto(`${system.url}/banking/${bookId}/entries`)
  await page.getByRole('link', { name: 'Drafts 1' }).click()
  await page.getByRole('row', { name: /Legal advice.*\$1,500\.00/ }).waitFor()
  await page.getByRole('link', { name: 'Legal advice' }).click()
  const [first, second] = [1, 2].map((number) => page.getByRole('group', { name: `Line ${number}` }))
  await first?.waitFor()
  equal(await first?.getByLabel('Debit').inputValue(), '1500')
  equal(await first?.getByLabel('Counterparty').inputValue(), 'Nagel & Partner')
  equal(await first?.getByLabel('Tags').inputValue(), 'q1, counsel')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByText(/has at least two lines/).waitFor()
  await second?.getByLabel('Account').focus()
  await takeAccount(page, '1010', /^1010/)
  await second?.getByLabel('Credit').fill('1500')
  await first?.getByLabel('Business').focus()
  await keyboard.type('over')
  await page.getByRole('option', { name: 'Overhead' }).waitFor()
  await keyboard.press('Enter')
  await keyboard.press('Control+Enter')
  await page.getByText('“Legal advice” is posted.').waitFor()
  await page.getByRole('link', { name: 'Open', exact: true }).click()
  const panel = page.getByRole('complementary', { name: 'Legal advice' })
  await panel.getByText(/Overhead · Nagel & Partner · q1 · counsel/).waitFor()
  await page.getByRole('link', { name: 'Drafts', exact: true }).click()
  await page.getByText('No draft', { exact: true }).waitFor()
  await end()
}

async function meetsAnother(browser: Browser, system: TestSystem, { bookId }: Seeded): Promise<void> {
  const { made } = booksByRest(system)
  const id = await made('ledger.save-draft', { bookId, memo: 'Shared' })
  const path = `/banking/${bookId}/new?draft=${id}`
  const { page, end } = await visitAsOwner(browser, system, { path })
  const memo = page.getByLabel('Memo', { exact: true }).first()
  await memo.fill('Mine')
  await made('ledger.update-draft', { draftId: id, revision: 1, memo: 'Theirs' })
  await page.getByRole('button', { name: 'Save as draft' }).click()
  await page.getByText(/was changed since you read it/).waitFor()
  await page.getByRole('button', { name: 'Show what is saved now' }).click()
  await page.waitForFunction(() =>
    [...document.querySelectorAll('input')].some((one) => one.value === 'Theirs'),
  )
  equal(await memo.inputValue(), 'Theirs')
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard the draft' }).click()
  await page.getByText('“Theirs” is discarded.').waitFor()
  equal(new URL(page.url()).search, '')
  await end()
}

async function settlesPending(browser: Browser, system: TestSystem, seeded: Seeded): Promise<void> {
  const { bookId } = seeded
  await reserve(system, seeded, 'Payment to the landlord')
  await reserve(system, seeded, 'Payment to nobody')
  const { page, end } = await visitAsOwner(browser, system, { path: `/banking/${bookId}/entries` })
  await page.getByRole('link', { name: 'Pending 2' }).click()
  await page.getByRole('link', { name: 'Payment to the landlord' }).click()
  const panel = page.getByRole('complementary', { name: 'Payment to the landlord' })
  await panel.getByText('$900.00').first().waitFor()
  await panel.getByText('Holds until').waitFor()
  await panel.getByRole('button', { name: 'Post' }).click()
  await page.getByText('“Payment to the landlord” is posted.').waitFor()
  await page.getByRole('link', { name: 'Pending 1' }).waitFor()
  await page.getByRole('link', { name: 'Payment to nobody' }).click()
  await page.getByRole('button', { name: 'Give it up' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Give it up' }).click()
  await page.getByText(/“Payment to nobody” is given up/).waitFor()
  await page.getByText('Nothing is pending', { exact: true }).waitFor()
  await page.getByLabel('State').selectOption('Given up')
  await page.getByRole('row', { name: /Payment to nobody/ }).waitFor()
  await end()
}

async function readsAsAnalyst(browser: Browser, system: TestSystem, seeded: Seeded): Promise<void> {
  await reserve(system, seeded, 'Seen by all')
  await booksByRest(system).made('ledger.save-draft', { bookId: seeded.bookId, memo: 'Not for all' })
  const records = await system.database.look()
  const { rows } = await records.query('select id from studio')
  const { token } = await addPerson(system.database.app, {
    studioId: idFrom('studio', rows[0].id),
    grants: [{ role: 'analyst', covers: null }],
  })
  const address = `${system.url}/banking/${seeded.bookId}/entries?list=pending`
  const { page, end } = await visit(browser, address, {
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  await page.getByRole('link', { name: 'Seen by all' }).click()
  await page.getByRole('complementary', { name: 'Seen by all' }).getByText('Holds until').waitFor()
  equal(await page.getByRole('button', { name: 'Give it up' }).count(), 0)
  equal(await page.getByRole('link', { name: /^Drafts/ }).count(), 0)
  await end()
}

async function findsAndComments(browser: Browser, system: TestSystem, seeded: Seeded): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/' })
  const find = async (words: string, name: RegExp) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').last().fill(words)
    await page.getByRole('option', { name }).click()
  }
  await page.getByRole('main').waitFor()
  await find('operating bank', /1010 Operating bank account.*Account · Menabrea Ledger LLC/)
  await page.waitForURL(`**/banking/${seeded.bookId}/accounts/${seeded.cashId}`)
  await find(seeded.saleId, /Subscriptions of January.*Entry/)
  const comments = page.getByRole('region', { name: 'Comments' })
  await comments.getByRole('combobox', { name: 'Write a comment' }).fill('Does this include VAT?')
  await page.keyboard.press('Control+Enter')
  await comments.getByRole('listitem').filter({ hasText: 'Does this include VAT?' }).waitFor()
  await end()
}

/** Types a part of it, and takes what is lit by Enter. */
async function takeAccount(page: Page, typed: string, name: RegExp): Promise<void> {
  await page.keyboard.type(typed)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
}

async function reserve(system: TestSystem, { bookId, cashId }: Seeded, memo: string): Promise<void> {
  const { accountsOf, made } = booksByRest(system)
  const account = await accountsOf(bookId)
  const lines = [
    { accountId: cashId, credit: '900.00' },
    { accountId: account('6020'), debit: '900.00', isOverhead: true },
  ]
  await made('ledger.reserve-entry', { bookId, effectiveOn: '2026-02-02', memo, lines })
}

import { equal, match } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { examine } from './examine.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedClosing } from './seed-closing.ts'

test(
  'the general ledger and the statement of an account are taken away as files',
  { skip: missingBrowser },
  async () => {
    const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
    const { bookId } = await seedClosing(system)
    const path = `/banking/${bookId}/entries?from=2026-01-01&to=2026-01-31`
    const { page, end } = await visitAsOwner(browser, system, { path, bypassCSP: true })
    const fileOf = async (button: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ])
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
    }
    await page.getByRole('link', { name: 'Euros bought' }).waitFor()
    const ledger = await fileOf('General ledger as CSV')
    equal(ledger.name, 'general-ledger-2026-01-01-2026-01-31.csv')
    match(ledger.text, /2026-01-15,jou_.*,1010,.*,Euros bought,.*,110\.00,USD,9890\.00/)
    await examine(page, 'entries of a book')
    await page.getByRole('link', { name: 'Accounts', exact: true }).click()
    await page
      .getByRole('link', { name: /Operating in euros/ })
      .first()
      .click()
    const account = await fileOf('CSV')
    equal(account.name, 'account-1015.csv')
    equal(account.text.trim().split('\n').length, 2)
    equal((await fileOf('PDF')).text.slice(0, 5), '%PDF-')
    await examine(page, 'statement of an account')
    await end()
  },
)

import type { Page } from 'playwright-core'
import { examine } from './examine.ts'

/** February and March of both books at once; what is said so is taken back for the steps that follow. */
export async function marksMany(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Select all 2 shown' }).click()
  await page.getByRole('button', { name: 'Reviewed', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '2 books are reviewed' })
  await dialog.getByLabel('First month').selectOption('2026-02')
  await dialog.getByLabel('What was looked at').fill('All accounts, quarter to quarter')
  await examine(page, 'a mark for many books')
  await dialog.getByRole('button', { name: 'It is reviewed' }).click()
  await page.getByText('Noted: 4 months are reviewed, in 2 books.').waitFor()
  await dialog.waitFor({ state: 'detached' })
  await page
    .getByRole('row', { name: /Quiet Shell LLC/ })
    .getByRole('link', { name: 'Quiet Shell LLC' })
    .click()
  const shell = page.getByRole('complementary', { name: '2026-03 · Quiet Shell LLC' })
  await shell.getByText(/All accounts, quarter to quarter/).waitFor()
  await shell.getByRole('button', { name: 'Take back the review' }).click()
  await shell.getByRole('button', { name: 'It is reviewed' }).waitFor()
  await shell.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('button', { name: 'Clear' }).click()
}

import type { Page } from 'playwright-core'

/** A file with something of everything: columns that are known and not, a word for a stage that nobody knows, faulty rows. */
const FILE = [
  'Company,Satus,Sector,Website,Employees,Remarks,Holding',
  '"Nordlicht Möbel, restauriert",Operating,Retail,https://nordlicht.example/moebel/restauriert/katalog,12,,',
  'Lovelace Analytics,Operating,Analytics,https://lovelace.example,,=1+1,',
  'Babbage Engines,Auslaufend,Machines,,4,,',
  ',Dead,Retail,,,,',
  'Turing Labs,Dead,Machines,not a link,,,',
  'Hopper Compilers,Exited,Software,https://hopper.example,,,Unknown LLC',
  ...Array.from(
    { length: 40 },
    (_nothing, at) => `Venture ${at + 1},Operating,Retail,https://venture.example/${at},,,`,
  ),
].join('\n')

export async function chooseFaultyFile(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'portfolio.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) })
  await page.getByRole('table', { name: 'What each column becomes' }).waitFor()
  const entity = page.getByLabel('Entity of rows that name none')
  const [, first] = await entity
    .locator('option')
    .evaluateAll((options) => options.map((one) => one.getAttribute('value')))
  await entity.selectOption(first ?? '')
  await page.getByText(/^4\d of 46 rows are ready/).waitFor()
}

/** Cells as a person copies them: one column that can be read in two ways, one row that names nobody. */
export async function pasteValues(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Paste rows instead' }).click()
  await page
    .getByLabel('Rows with a header')
    .fill('Business\tAug 2026\tSep 2026\nSaltmarsh Freight\t1.234\t2,5\nNobody\t1\t2\n')
  await page.getByRole('button', { name: 'Read the rows' }).click()
  const kpi = page.getByLabel('KPI of values that name none')
  await kpi.locator('option').nth(1).waitFor({ state: 'attached' })
  await kpi.selectOption({ index: 1 })
  await page.getByRole('table', { name: 'Rows with errors' }).waitFor()
}

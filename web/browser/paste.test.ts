import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { testSystem } from '#server/test-system.ts'
import { xlsxOf } from '#server/modules/imports/test-xlsx.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { workRuns } from './work-runs.ts'

const BUSINESSES = 'Company\tStatus\tOwner\nNordlicht\tLive\t\nLovelace "Analytics"\tDead\t\n'
const VALUES = 'Business\tAug 2026\tSep 2026\nNordlicht\t1.234\t2,5\nNobody\t1\t2\n'

test('an empty studio is filled out of a spreadsheet', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  workRuns(system)

  await t.test('copied cells become businesses, with an entity that is made for them', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/' })
    await page.getByRole('link', { name: 'Paste a spreadsheet' }).click()
    await pasteCells(page, BUSINESSES)
    await page.getByText('0 of 2 rows are ready; 2 have errors').waitFor()
    await page.getByRole('button', { name: 'New entity' }).click()
    await page.getByLabel('Registered name').fill('Home LLC')
    await page.getByLabel('Legal form').fill('LLC')
    await page.getByLabel('Jurisdiction').fill('US-DE')
    await page.getByRole('button', { name: 'Add entity' }).click()
    await page.getByRole('button', { name: 'Import 2 businesses' }).click()
    await page.getByText('2 businesses came in').waitFor()
    await end()
  })

  await t.test(
    'values of a KPI: what can be read in two ways is asked, a wrong row is told at its cell',
    async () => {
      await addKpi(system)
      const { page, end } = await visitAsOwner(browser, system, { path: '/businesses/import?of=values' })
      await pasteCells(page, VALUES)
      await page.getByLabel('KPI of values that name none').selectOption({ label: 'Revenue · EUR' })
      const errors = page.getByRole('table', { name: 'Rows with errors' })
      await errors.getByText('A3', { exact: true }).waitFor()
      await page.getByLabel('Numbers of Aug 2026').selectOption({ label: '1234 (decimal comma)' })
      await page.getByText('1 of 2 rows are ready; 1 has errors').waitFor()
      await page.getByRole('button', { name: 'Import 1, leave 1 out' }).click()
      await page.getByText('2 values came in').waitFor()
      await page.getByRole('button', { name: 'Take the import back' }).click()
      await page.getByText('2 imported values were withdrawn.').waitFor()
      await end()
    },
  )

  await t.test(
    'a workbook of entities and owners is read from the sheet that is chosen, and known the next time',
    async () => {
      const workbook = xlsxOf({
        Cover: row(1, ['Nothing to see']) + row(2, ['Turn the page']),
        Owners:
          row(1, ['Firm', 'Type', 'Jurisdiction', 'Owner', 'Share']) +
          row(2, ['Held LLC', 'LLC', 'US-DE', 'Home LLC', '60%']),
      })
      const file = {
        name: 'owners.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(workbook, 'base64'),
      }
      const { page, end } = await visitAsOwner(browser, system, { path: '/businesses/import?of=entities' })
      const choose = async () => {
        await page.locator('input[type=file]').setInputFiles(file)
        await page.getByLabel('Sheet', { exact: true }).selectOption('Owners')
        await page.getByLabel('Firm becomes').waitFor()
      }
      await choose()
      await page.getByLabel('Firm becomes').selectOption('name')
      await page.getByLabel('Owners since, where a row says no day').fill('2024-01-01')
      await page.getByText('1 of 1 rows are ready', { exact: true }).waitFor()
      await page.getByText('1 new entity · 0 new holders · 1 stake').waitFor()
      await page.getByRole('button', { name: 'Import 1 row' }).click()
      await page.getByText('1 entity came in').waitFor()
      await page.getByRole('button', { name: 'Import another file' }).click()
      await choose()
      await page.getByText('Columns are taken as they were the last time.').waitFor()
      deepEqual(await page.getByLabel('Firm becomes').inputValue(), 'name')
      await end()
    },
  )
})

/** As a person does it: the cells lie in the clipboard, and nothing has the focus. */
async function pasteCells(page: Page, cells: string): Promise<void> {
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((text) => navigator.clipboard.writeText(text), cells)
  await page.keyboard.press('Control+V')
  await page.getByRole('table', { name: 'What each column becomes' }).waitFor()
}

async function addKpi({ url, machineKey }: { url: string; machineKey: string }): Promise<void> {
  await fetch(`${url}/api/v1/kpis/create-kpi`, {
    method: 'POST',
    headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Revenue', unit: 'money', currency: 'EUR' }),
  })
}

function row(number: number, values: string[]): string {
  const cells = values.map(
    (value, at) => `<c r="${'ABCDEF'.charAt(at)}${number}" t="inlineStr"><is><t>${value}</t></is></c>`,
  )
  return `<row r="${number}">${cells.join('')}</row>`
}

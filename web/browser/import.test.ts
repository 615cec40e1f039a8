import { equal, ok } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { workRuns } from './work-runs.ts'

const ACCELERATOR = fileURLToPath(new URL('../../../shared/data/portfolio-accelerator.csv', import.meta.url))
const missingFile = existsSync(ACCELERATOR) ? false : `${ACCELERATOR} is not here`

test('businesses come in from files, and go out as one', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  workRuns(system)

  await t.test('the accelerator file, from the empty list to its rows', { skip: missingFile }, async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses' })
    await page.getByRole('link', { name: 'Paste a spreadsheet' }).click()
    await choose(page, ACCELERATOR)
    await page.getByText('0 of 688 rows are ready; 688 have errors').waitFor()
    equal(await page.getByRole('button', { name: /^Import 0/ }).isDisabled(), true)
    await page.getByText('There is no entity. Choose the one that holds such businesses.').first().waitFor()

    await page.getByRole('button', { name: 'New entity' }).click()
    await page.getByLabel('Registered name').fill('Accelerator LLC')
    await page.getByLabel('Legal form').fill('LLC')
    await page.getByLabel('Jurisdiction').fill('US-DE')
    await page.getByRole('button', { name: 'Add entity' }).click()
    await page.getByText('688 of 688 rows are ready', { exact: true }).waitFor()
    equal(await page.getByLabel('Satus becomes').inputValue(), 'stage')
    equal(await page.getByLabel('Dead means').inputValue(), 'closed')

    await page.getByRole('button', { name: 'Import 688 businesses' }).click()
    await page.getByText('688 businesses came in').waitFor()
    await page.getByRole('link', { name: 'Show them' }).click()
    await page.getByText('688 businesses', { exact: true }).waitFor()
    ok(new URL(page.url()).searchParams.get('run')?.startsWith('run_'))
    await end()
  })

  await t.test(
    'a thousand rows: the faulty ones are told and left out, and all is taken back and forth',
    async () => {
      const { page, end } = await visitAsOwner(browser, system, { path: '/businesses/import' })
      const rows = Array.from(
        { length: 1000 },
        (_nothing, at) => `Thousand ${at},${at % 100 === 0 ? 'Weird' : 'Live'},Home LLC`,
      )
      await addEntity(system, 'Home LLC')
      await page.locator('input[type=file]').setInputFiles({
        name: 'thousand.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`Firma,Status,Entity\n${rows.join('\n')}\n`),
      })
      await page.getByText('0 of 1,000 rows are ready; 1,000 have errors').waitFor()
      await page.getByLabel('Firma becomes').selectOption('name')
      await page.getByText('990 of 1,000 rows are ready; 10 have errors').waitFor()
      await page
        .getByRole('table', { name: 'Rows with errors' })
        .getByText('"Weird" is no stage')
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Import 990, leave 10 out' }).waitFor()
      await page.getByLabel('Weird means').selectOption('idea')
      await page.getByText('1,000 of 1,000 rows are ready', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Import 1,000 businesses' }).click()
      await page.getByText('1,000 businesses came in').waitFor()

      await page.getByRole('button', { name: 'Take the import back' }).click()
      await page.getByText('1,000 imported businesses were archived.').waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByRole('link', { name: 'Show them' }).click()
      await page.getByText('1,000 businesses', { exact: true }).waitFor()
      await end()
    },
  )

  await t.test('exactly what the list shows goes out as a file', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: '/businesses?q=thousand%2099' })
    await page.getByText('11 businesses', { exact: true }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    equal(text.trimEnd().split('\r\n').length, 12)
    ok(text.startsWith('\u{feff}Name,Description,Stage,'), text.slice(0, 60))
    await page.getByText(/^11 businesses in businesses-/).waitFor()
    await end()
  })

  await t.test(
    'what cannot be read is told in words: another encoding, no rows, a broken quotation',
    async () => {
      const { page, end } = await visitAsOwner(browser, system, { path: '/businesses/import' })
      await page.locator('input[type=file]').setInputFiles({
        name: 'latin.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Name\nCaf\u{e9}\n', 'latin1'),
      })
      await page.getByText('latin.csv is not UTF-8').waitFor()
      await page.getByRole('button', { name: 'Paste rows instead' }).click()
      await page.getByLabel('Rows with a header').fill('Name\n"Ada')
      await page.getByRole('button', { name: 'Read the rows' }).click()
      await page
        .getByText('Row 2 cannot be read: a quotation mark is opened in it and never closed')
        .waitFor()
      await end()
    },
  )
})

async function choose(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ])
  await chooser.setFiles(file)
}

async function addEntity(
  { url, machineKey }: { url: string; machineKey: string },
  name: string,
): Promise<void> {
  const response = await fetch(`${url}/api/v1/entities/create-entity`, {
    method: 'POST',
    headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, kind: 'LLC', jurisdiction: 'US-DE' }),
  })
  ok(response.ok, await response.text())
}

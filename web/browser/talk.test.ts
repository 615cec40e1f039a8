import { equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'
import { seedTalk } from './seed-talk.ts'

test('comments and files of a business', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { businessIds, entityIds } = await seedPortfolio(system, 10)
  const path = `/businesses/${businessIds[0]}`

  await t.test(
    'somebody is mentioned with the keyboard alone, and the words are changed and taken back',
    async () => {
      const { page, end } = await visitAsOwner(browser, system, { path })
      const comments = page.getByRole('region', { name: 'Comments' })
      await comments.getByText(/^Nobody has said anything yet/).waitFor()
      const field = comments.getByRole('combobox', { name: 'Write a comment' })
      await field.focus()
      await page.keyboard.type('Ask @ada')
      await comments.getByRole('option', { name: 'Ada Lovelace' }).waitFor()
      equal(await field.getAttribute('aria-expanded'), 'true')
      await page.keyboard.press('Enter')
      await comments.getByRole('option', { name: 'Ada Lovelace' }).waitFor({ state: 'detached' })
      await page.keyboard.type('<b>today</b>')
      await page.keyboard.press('Control+Enter')
      const line = comments.getByRole('listitem').filter({ hasText: 'Ask @Ada Lovelace <b>today</b>' })
      await line.waitFor()
      equal(await field.inputValue(), '')
      await line.getByRole('button', { name: 'Edit comment' }).click()
      const editing = comments.getByRole('combobox', { name: 'Edit comment' })
      equal(await editing.inputValue(), 'Ask @Ada Lovelace <b>today</b>')
      await editing.fill('Asked @Ada Lovelace')
      await comments.getByRole('button', { name: 'Save comment' }).click()
      await comments.getByText(/edited/).waitFor()
      await comments.getByText('@Ada Lovelace', { exact: true }).waitFor()
      await comments.getByRole('button', { name: 'Remove comment' }).click()
      await comments.getByText(/^Nobody has said anything yet/).waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await comments.getByText('@Ada Lovelace', { exact: true }).waitFor()
      const timeline = page.getByRole('region', { name: 'Timeline' })
      await timeline.getByText(/^Restore comment/).waitFor()
      await end()
    },
  )

  await t.test('a comment of somebody else appears by itself', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path })
    const comments = page.getByRole('region', { name: 'Comments' })
    await comments.getByText('@Ada Lovelace', { exact: true }).waitFor()
    await seedTalk(system, [businessIds[0] ?? ''])
    await comments.getByText(/they want the signed form by Friday/).waitFor()
    await page.getByRole('region', { name: 'Files' }).getByText('Renewal form, signed.pdf').waitFor()
    const link = comments.getByRole('link', { name: 'https://licences.example/renew' })
    equal(await link.getAttribute('rel'), 'noopener noreferrer nofollow')
    await end()
  })

  await t.test(
    'a file is attached to an entity, downloaded as it was, removed and brought back',
    async () => {
      const entity = `/businesses/entities/${entityIds[0]}`
      const { page, end } = await visitAsOwner(browser, system, { path: entity })
      const files = page.getByRole('region', { name: 'Files' })
      const buffer = Buffer.alloc(1_500_000, 'x')
      const sent = { name: 'statutes.txt', mimeType: 'text/plain', buffer }
      await files.getByLabel('Choose files').setInputFiles(sent)
      await files.getByText('statutes.txt').waitFor()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        files.getByRole('button', { name: 'Download statutes.txt' }).click(),
      ])
      equal(download.suggestedFilename(), 'statutes.txt')
      ok(readFileSync(await download.path()).equals(buffer))
      await files.getByRole('button', { name: 'Remove statutes.txt' }).click()
      await files.getByText('statutes.txt').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Undo' }).click()
      await files.getByText('statutes.txt').waitFor()
      await files
        .getByLabel('Choose files')
        .setInputFiles({ ...sent, name: 'empty.txt', buffer: Buffer.alloc(0) })
      await files.getByText(/The file has no bytes/).waitFor()
      await end()
    },
  )
  await browser.close()
})

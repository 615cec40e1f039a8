import { equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { sealAll } from '#server/modules/audit/test-sealing.ts'
import { addPerson } from '#server/test-people.ts'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'

const Proof = z.object({ proof: z.object({ path: z.array(z.string()) }) })

test('the audit is read, narrowed, proven and verified', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const records = await system.database.look()
  const { businessIds } = await seedPortfolio(system, 12)
  const { rows } = await records.query('select id from studio')
  const studioId = idFrom('studio', rows[0].id)
  const { token } = await addPerson(system.database.app, {
    studioId,
    grants: [{ role: 'analyst', covers: null }],
  })
  await fetch(`${system.url}/api/v1/audit/list-lines`, { headers: { authorization: `Bearer ${token}` } })
  await sealAll(system.database, studioId)
  const { page, end } = await visitAsOwner(browser, system, { path: '/settings/audit' })

  await t.test('the newest line stands first; what is not sealed yet says so', async () => {
    const first = page.getByRole('row').nth(1)
    await first
      .getByText(/second factor|sign in/i)
      .first()
      .waitFor()
    await first.getByTitle('Not sealed yet: that happens once a minute.').waitFor()
    match((await page.getByText(/^\d+ lines$/).textContent()) ?? '', /^\d+ lines$/)
  })

  await t.test('filters stand in the address, and a reload keeps them', async () => {
    await page.getByLabel('Filter by outcome').selectOption('Refused')
    await page.getByText('1 line', { exact: true }).waitFor()
    equal(await page.getByRole('row').count(), 2)
    ok(page.url().endsWith('?outcome=refused'), page.url())
    await page.reload()
    await page.getByRole('link', { name: 'List lines' }).waitFor()
    equal(await page.getByRole('row').count(), 2)
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByLabel('Filter by operation').selectOption('businesses.create-business')
    await page.getByRole('link', { name: 'Create business' }).first().waitFor()
    await page.getByLabel('Filter by time').selectOption('Today (UTC)')
    ok(page.url().includes('since=today'), page.url())
  })

  await t.test('a line opens beside the list: before and after, its seal, its proof', async () => {
    await page.getByRole('link', { name: 'Create business' }).first().click()
    const panel = page.getByRole('complementary')
    await panel.getByText(/^Sealed as \d+ at \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/).waitFor()
    await panel.getByRole('cell', { name: 'stage' }).waitFor()
    const downloading = page.waitForEvent('download')
    await panel.getByRole('link', { name: 'Download the proof' }).click()
    const file = await (await downloading).path()
    ok(Proof.parse(JSON.parse(readFileSync(file, 'utf8'))).proof.path.length > 0)
    await panel.getByRole('button', { name: 'All lines about this' }).click()
    await page.waitForFunction(() => location.search.includes('subject=biz_'))
    await page.getByText('1 line', { exact: true }).waitFor()
  })

  await t.test('the check says what it checked, and names what was changed', async () => {
    await page.getByRole('button', { name: 'Verify' }).click()
    const panel = page.getByRole('complementary')
    await panel.getByText('Nothing was changed since it was sealed.').waitFor()
    await panel.getByText(/lines? since \d{4}-/).waitFor()
    const change = `update audit_line set actor_id = 'somebody else' where operation = 'businesses.create-business'
      and changes @> $1 returning id`
    const { rows: changed } = await records.query(change, [JSON.stringify([{ subjectId: businessIds[0] }])])
    await panel.getByRole('button', { name: 'Check again' }).click()
    await panel.getByText('1 thing was changed after it was sealed.').waitFor()
    await panel.getByRole('link', { name: changed[0].id }).click()
    await page.getByRole('complementary').getByText('Somebody who is gone').waitFor()
  })

  await t.test('a filter that finds nothing says what would stand here', async () => {
    await page.getByLabel('Filter by outcome').selectOption('Held')
    await page.getByText('No line fits').waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).first().click()
    await page.getByRole('row').nth(3).waitFor()
  })

  await t.test('who may not read it is told so, and who can grant it', async () => {
    await page.context().clearCookies()
    await page.context().addCookies([{ name: 'iza_access', value: token, url: system.url }])
    await page.goto(`${system.url}/settings/audit`)
    await page.getByText('needs the permission audit.read-lines').waitFor()
    equal(await page.getByRole('button', { name: 'Verify' }).count(), 0)
  })

  await end()
})

import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedOwnership } from './seed-ownership.ts'

test('entities and who owns them', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const { holdingId } = await seedOwnership(system)

  await t.test('an entity is edited, and the undo brings back what it was', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: `/businesses/entities/${holdingId}` })
    const panel = page.getByRole('complementary', { name: 'Menabrea Holding' })
    await panel.getByRole('button', { name: 'Edit' }).click()
    await panel.getByLabel('EIN').fill('07-0000000')
    await panel.getByLabel('Currency').fill('EUR')
    await panel.getByRole('button', { name: 'Save' }).click()
    await panel.getByText('with a prefix that the IRS gives out').waitFor()
    await panel.getByLabel('EIN').fill('12-3456789')
    await panel.getByRole('button', { name: 'Save' }).click()
    await panel.getByRole('definition').filter({ hasText: '12-3456789' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await panel.getByRole('definition').filter({ hasText: '12-3456789' }).waitFor({ state: 'detached' })
    await end()
  })

  await t.test('a stake is recorded with its new owner; more than the whole is told', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: `/businesses/entities/${holdingId}` })
    const owners = page.getByRole('region', { name: 'Owners' })
    await owners.getByRole('button', { name: 'Record a stake' }).click()
    await owners.getByLabel('Owner', { exact: true }).selectOption('investor')
    await owners.getByLabel('Name of the new owner').fill('Bramble Fund')
    await owners.getByLabel('Votes, %').fill('60')
    await owners.getByRole('button', { name: 'Record a stake' }).click()
    await owners.getByText('At most 28 % is free').waitFor()
    await owners.getByLabel('Votes, %').fill('28')
    await owners.getByRole('button', { name: 'Record a stake' }).click()
    await owners.getByText('28 % of votes · 28 % economic').waitFor()
    await end()
  })

  await t.test('a judgement is recorded, withdrawn with a reason, and stays to be read', async () => {
    const { page, end } = await visitAsOwner(browser, system, { path: `/businesses/entities/${holdingId}` })
    const control = page.getByRole('region', { name: 'Control by judgement' })
    await control.getByText('Votes alone decide who controls it.').waitFor()
    await control.getByRole('button', { name: 'Record a judgement' }).click()
    await control.getByLabel('Owner', { exact: true }).selectOption({ label: 'Lacework Fund' })
    await control.getByLabel('First day').fill('2025-03-01')
    await control.getByRole('button', { name: 'Record a judgement' }).click()
    await control.getByLabel('Why').and(page.locator('[aria-invalid=true]')).waitFor()
    await control.getByLabel('Why').fill('Holds a golden share.')
    await control.getByRole('button', { name: 'Record a judgement' }).click()
    await control.getByText('Controls it, whatever the votes say').waitFor()
    await control.getByRole('button', { name: 'Change the judgement: Lacework Fund' }).click()
    await control.getByLabel('Recorded by mistake? Say why').fill('The share was never issued.')
    await control.getByRole('button', { name: 'Withdraw it' }).click()
    await control.getByText('Votes alone decide who controls it.').waitFor()
    await control.getByRole('button', { name: 'Withdrawn ones' }).click()
    await control.getByText(/^Withdrawn on .*: The share was never issued\.$/).waitFor()
    equal(await control.getByRole('button', { name: /^Change/ }).count(), 0)
    await end()
  })

  await t.test('the tree of a day: the slider moves by keyboard and stands in the URL', async () => {
    const { page, end } = await visitAsOwner(browser, system, {
      path: '/businesses/entities/tree?on=2024-06-01',
    })
    const line = page.getByRole('row', { name: /Menabrea Freight/ }).first()
    await line.getByText('Ada Menabrea, by 80 % of votes').waitFor()
    await line.getByText('43.2 % in the end').waitFor()
    await page.getByRole('slider', { name: 'As of' }).press('ArrowRight')
    await page.waitForURL(/on=2024-06-02/)
    await page.getByRole('button', { name: 'Later change' }).click()
    await page.waitForURL(/on=2025-01-01/)
    await line.getByText('by judgement').waitFor()
    await page.getByRole('button', { name: 'From here: only what Menabrea Holding owns' }).click()
    await page.waitForURL(/root=ent_/)
    await page.getByText('Only what Menabrea Holding owns').waitFor()
    await page.getByRole('button', { name: 'What Ada Menabrea owns' }).waitFor({ state: 'detached' })
    await end()
  })
})

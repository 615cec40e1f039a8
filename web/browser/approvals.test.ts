import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { createWay } from '#server/system.ts'
import { signUp } from '#server/test-people.ts'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedPortfolio } from './seed-portfolio.ts'
import { visit, type Visit } from './visit.ts'

/** A second person, signed in. */
async function visitAs(browser: Browser, system: TestSystem, role: string, path: string): Promise<Visit> {
  const { invoke } = createWay(system.database.app, system.settings)
  const { token } = await signUp(invoke, system.machineKey, role)
  const cookie = { name: 'iza_access', value: token, domain: 'localhost', path: '/', expires: -1 }
  const rest = { httpOnly: true, secure: false, sameSite: 'Lax' as const }
  return visit(browser, system.url + path, {
    storageState: { cookies: [{ ...cookie, ...rest }], origins: [] },
  })
}

async function archive(page: Page, url: string, businessId: string | undefined): Promise<void> {
  await page.goto(`${url}/businesses/${businessId}`)
  await page.getByRole('button', { name: 'Archive' }).click()
  await page.getByRole('heading', { name: 'Waits for approval' }).waitFor()
}

test(
  'what a rule holds back is looked at and accepted by somebody else',
  { skip: missingBrowser },
  async (t) => {
    const [browser, system] = await Promise.all([
      openBrowser(),
      testSystem({ isFounded: true, worksRuns: true }),
    ])
    const { businessIds } = await seedPortfolio(system, 12)
    const owner = await visitAsOwner(browser, system, { path: '/settings/approvals' })
    const operator = await visitAs(browser, system, 'operator', '/approvals')
    const { page } = owner

    await t.test('an owner makes the rule; nothing waits yet', async () => {
      await page.getByRole('heading', { name: 'Nothing waits for a person' }).waitFor()
      await page.getByRole('button', { name: 'New rule' }).first().click()
      const panel = page.getByRole('complementary')
      await panel.getByLabel('What waits').selectOption('businesses.archive-business')
      await panel.getByLabel('For whom').selectOption({ label: 'Who is only Operator' })
      await panel.getByRole('button', { name: 'Make the rule' }).click()
      const row = page.getByRole('row', { name: /^Archive business/ })
      await row.getByText('Who is only Operator').waitFor()
      await row.getByRole('cell', { name: 'for 72 hours' }).waitFor()
      await page.goto(`${system.url}/approvals`)
      await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
    })

    await t.test('the operator’s archiving waits, and says so with a way to it', async () => {
      await archive(operator.page, system.url, businessIds[0])
      await archive(operator.page, system.url, businessIds[1])
      await operator.page.getByRole('link', { name: 'See where it waits' }).click()
      const panel = operator.page.getByRole('complementary')
      await panel.getByText('You asked for this yourself').waitFor()
      equal(await panel.getByRole('button', { name: 'Accept' }).count(), 0)
    })

    await t.test(
      'the owner is told, sees what will happen, and accepts it with the keyboard alone',
      async () => {
        await page.reload()
        await page.getByRole('link', { name: 'Approvals 2 wait for you' }).waitFor()
        await page.getByRole('link', { name: 'Home' }).first().click()
        const home = page.getByRole('region', { name: 'Waits for you' })
        await home.getByRole('link', { name: 'Archive business' }).nth(1).waitFor()
        await page.goto(`${system.url}/approvals`)
        const rows = page.getByRole('table', { name: 'Approvals, newest first' }).getByRole('link')
        await rows.nth(1).waitFor()
        equal(await rows.count(), 2)
        await rows.nth(1).focus()
        await page.keyboard.press('Enter')
        const panel = page.getByRole('complementary')
        const change = panel.getByRole('table', { name: 'Business archived' })
        const cells = change.getByRole('row', { name: /^Archived at/ }).getByRole('cell')
        equal(await cells.nth(0).textContent(), '—')
        match((await cells.nth(1).textContent()) ?? '', /^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/)
        await panel
          .getByText(/^Nordlicht/)
          .first()
          .waitFor()
        await panel.getByRole('button', { name: 'Accept' }).press('Enter')
        await panel.getByText('Done', { exact: true }).waitFor()
        await panel.getByRole('link', { name: 'Show the business' }).click()
        await page.getByText('It is in no list and in no figure until it is restored.').waitFor()
      },
    )

    await t.test('a refusal says why, and whoever asked reads it', async () => {
      await page.goto(`${system.url}/approvals`)
      await page.getByRole('table').getByRole('link').click()
      const panel = page.getByRole('complementary')
      await panel.getByRole('button', { name: 'Refuse' }).click()
      await panel.getByRole('button', { name: 'Refuse' }).click()
      await panel.getByText('say why, so that they can do better').waitFor()
      await panel.getByLabel('Why not').fill('It still sells.')
      await panel.getByLabel('Why not').press('Enter')
      await panel.getByText('“It still sells.”').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
      await operator.page.goto(`${system.url}/approvals?view=asked`)
      await operator.page
        .getByRole('row', { name: /Refused/ })
        .getByRole('link')
        .click()
      await operator.page.getByText('“It still sells.”').waitFor()
    })

    await t.test(
      'what was asked for can be taken back; the rule ends, and its undo brings it back',
      async () => {
        await archive(operator.page, system.url, businessIds[2])
        await operator.page.getByRole('link', { name: 'See where it waits' }).click()
        await operator.page.getByRole('button', { name: 'Withdraw' }).click()
        await operator.page.getByRole('complementary').getByText('Withdrawn').waitFor()
        await page.goto(`${system.url}/settings/approvals`)
        await page.getByRole('button', { name: 'Delete the rule: Archive business' }).click()
        await page.getByRole('heading', { name: 'Nothing waits for a person' }).waitFor()
        await page.getByRole('button', { name: 'Undo' }).click()
        await page.getByRole('row', { name: /^Archive business/ }).waitFor()
      },
    )
    await owner.end()
    await operator.end()
  },
)

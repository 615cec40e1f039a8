import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { testSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { draftArchive } from './draft.ts'
import { examine } from './examine.ts'
import { chooseFaultyFile } from './import-steps.ts'
import { seedBooks } from './seed-books.ts'
import { seedKpis } from './seed-kpis.ts'
import { seedOwnership } from './seed-ownership.ts'
import { seedPortfolio } from './seed-portfolio.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedRequest } from './seed-request.ts'
import { seedTalk } from './seed-talk.ts'
import { seedRuns } from './seed-runs.ts'
import { confirmSecondFactor, invitationLink } from './second-factor-steps.ts'
import { signIn as firstStep, visit } from './visit.ts'

const GUEST_PASSWORD = 'a guest of the house'
const Lines = z.object({ items: z.array(z.object({ id: z.string() })) })

const house = missingBrowser ? undefined : await build()

/** Every screen of a part of the house. Each part has its own time: sixty screens take minutes. */
function everyScreen(title: string, read: (given: House) => Promise<void>): void {
  test(title, { skip: missingBrowser }, () => read(present(house, 'a browser')))
}

everyScreen('doors can be read by everybody', async ({ browser, fresh, full, demo }) => {
  const founding = await visit(browser, fresh.url, { bypassCSP: true })
  await examine(founding.page, 'founding')
  await founding.end()

  const signIn = await visit(browser, full.url, { bypassCSP: true })
  await examine(signIn.page, 'sign-in')
  await signIn.end()

  const link = await invitationLink(full, 'Guest of the House')
  const joining = await visit(browser, link, { bypassCSP: true })
  await examine(joining.page, 'join')
  await joining.page.getByLabel('Password').fill(GUEST_PASSWORD)
  await joining.page.getByRole('button', { name: 'Join' }).click()
  await joining.page.getByRole('button', { name: 'Copy the secret' }).waitFor()
  await examine(joining.page, 'second factor')
  await confirmSecondFactor(joining.page)
  await examine(joining.page, 'recovery codes')
  await joining.page.context().clearCookies()
  await joining.page.goto(full.url)
  const email = 'guest.of.the.house@example.com'
  await firstStep(joining.page, { email, password: GUEST_PASSWORD })
  await joining.page.getByLabel('Code of the authenticator').waitFor()
  await examine(joining.page, 'code')
  await joining.end()

  const looking = await visit(browser, demo.url, { bypassCSP: true })
  await examine(looking.page, 'demonstration door')
  await looking.page.getByRole('button', { name: 'Look around' }).click()
  await looking.page.getByRole('heading', { name: 'Your first minute' }).waitFor()
  await looking.page.getByText('It is still being filled', { exact: false }).waitFor({ state: 'detached' })
  await examine(looking.page, 'demonstration')
  await looking.end()
})

everyScreen('the portfolio can be read by everybody', (given) => readAll(given, given.portfolio))

everyScreen('books can be read by everybody', (given) => readAll(given, given.banking))

everyScreen('what works, and settings can be read by everybody', (given) => readAll(given, given.others))

everyScreen('what opens over a room can be read by everybody', async ({ browser, full }) => {
  const { page, end } = await visitAsOwner(browser, full, { bypassCSP: true })
  await page.goto(`${full.url}/businesses/import`)
  await chooseFaultyFile(page)
  await examine(page, 'import of a file')
  await page.getByRole('button', { name: /^Import/ }).click()
  await page.getByRole('link', { name: 'Open the run' }).waitFor()
  await examine(page, 'import at work')
  await page.goto(`${full.url}/businesses`)
  await chooseAll(page)
  await examine(page, 'rows chosen')
  await page
    .getByRole('region', { name: /^What to do/ })
    .getByRole('button', { name: 'Stage' })
    .click()
  await page.getByRole('dialog').getByLabel('Stage').selectOption('closed')
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByText('cannot be changed and stay').waitFor()
  await examine(page, 'bulk preview')
  await page.goto(full.url)
  await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await examine(page, 'palette')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await examine(page, 'shortcuts')
  await end()
})

async function readAll({ browser, full }: House, paths: readonly string[]): Promise<void> {
  const { page, end } = await visitAsOwner(browser, full, { bypassCSP: true })
  for (const path of paths) {
    await page.goto(full.url + path)
    await examine(page, path)
  }
  await end()
}

type House = Awaited<ReturnType<typeof build>>

/** A studio before it is founded, one in full use, a demonstration; and the addresses of the one in use. */
async function build() {
  const [browser, fresh, full, demo] = await Promise.all([
    openBrowser(),
    testSystem({ isFounded: false }),
    testSystem({ isFounded: true }),
    testSystem({ isFounded: false, isDemo: true, worksRuns: true }),
  ])
  await invitationLink(full, 'Somebody Else')
  const { holdingId } = await seedOwnership(full)
  const { businessIds } = await seedPortfolio(full, 40)
  const [businessId, other] = businessIds
  const { kpiId } = await seedKpis(full, businessIds)
  const answerPath = await seedRequest(full, businessIds)
  const approvalId = await draftArchive(full, other)
  const lineId = await someLine(full)
  const runId = present((await seedRuns(full))['outcome-unknown'], 'the run that waits for a word')
  const books = await seedBooks(full)
  await seedTalk(full, [businessId ?? '', kpiId, holdingId])
  const made = { holdingId, businessIds, kpiId, answerPath, approvalId, lineId, runId }
  const lists = { portfolio: portfolioOf(made), others: othersOf(made), banking: bankingOf(books) }
  return { browser, fresh, full, demo, ...lists }
}

interface Made {
  holdingId: string
  businessIds: readonly string[]
  kpiId: string
  answerPath: string
  approvalId: string
  lineId: string
  runId: string
}

function portfolioOf({ holdingId, businessIds, kpiId, answerPath, runId }: Made): string[] {
  const [businessId] = businessIds
  return [
    '/',
    '/businesses/overview?moved=90',
    '/businesses/compare',
    '/business-analytics?split=category&compare=year&periods=24',
    '/business-analytics?chart=bar&as=present',
    '/ventures',
    '/ventures/vintages',
    '/ventures/ownership',
    `/businesses/compare?ids=${businessIds.slice(0, 4).join()},biz_01m85sb7dzab5x8gapnap5t3gm`,
    '/businesses?wentOnFrom=idea&movedSince=2026-01-01&standing=alive&began=2026',
    '/businesses',
    `/businesses/${businessId}`,
    '/businesses/new',
    '/businesses?q=nothing-has-this',
    '/businesses?archived=true',
    '/businesses?group=category&sort=updated&down=true',
    '/businesses/entities?new=true',
    `/businesses/entities/${holdingId}`,
    '/businesses/entities/tree?on=2025-06-01',
    '/exceptions',
    '/exceptions?rule=businesses.duplicates',
    '/businesses/kpis?new=true',
    '/businesses/kpis/requests',
    '/businesses/settings',
    answerPath,
    `/reset#iza_reset_${'0'.repeat(43)}`,
    `/businesses/kpis/${kpiId}`,
    `/businesses/kpis/${kpiId}?view=contradictions`,
    `/businesses/kpis/${kpiId}?view=stale`,
    `/businesses/kpis/${kpiId}?view=talk`,
    '/businesses?asOf=2026-11-25&by=present',
    '/businesses/import',
    `/businesses?run=${runId}`,
  ]
}

function othersOf({ approvalId, lineId, runId }: Made): string[] {
  return [
    '/health',
    '/reference?q=list-businesses',
    '/runs',
    `/runs/${runId}`,
    '/runs?status=failed&kind=standing',
    '/inbox',
    '/settings/you',
    '/settings/notifications',
    '/settings/people',
    '/settings/people?new=true',
    '/settings/roles?new=true',
    '/settings/keys?new=true',
    '/settings/approvals',
    '/settings/approvals?new=true',
    '/approvals',
    '/approvals?view=asked',
    `/approvals/${approvalId}`,
    '/approvals/apv_01m85sb7dzab5x8gapnap5t3gm?view=all',
    '/settings/sessions',
    '/settings/sign-in',
    '/settings/audit',
    '/settings/audit?verify=true',
    '/settings/audit?outcome=held',
    `/settings/audit?line=${lineId}`,
    '/join',
    '/nowhere',
  ]
}

function bankingOf({ bookId, cashId, saleId }: Awaited<ReturnType<typeof seedBooks>>): string[] {
  return [
    '/banking',
    '/banking?new=true',
    '/banking?q=nothing-has-this',
    '/banking/closing',
    `/banking/${bookId}`,
    `/banking/${bookId}?on=2026-01-20&known=2026-01-20`,
    `/banking/${bookId}/entries?from=2026-01-01&open=${saleId}`,
    `/banking/${bookId}/accounts`,
    `/banking/${bookId}/accounts?account=new`,
    `/banking/${bookId}/accounts?account=${cashId}`,
    `/banking/${bookId}/accounts/${cashId}`,
    `/banking/${bookId}/new`,
  ]
}

/** From the keyboard, which is the same at every width: on a phone the list has no head. */
async function chooseAll(page: Page): Promise<void> {
  await page.locator('a[data-row]').first().focus()
  await page.keyboard.press('x')
  await page.getByRole('button', { name: /^Select all/ }).click()
  await page.getByRole('button', { name: /^Select all/ }).waitFor({ state: 'detached' })
}

/** A line that changed something. */
async function someLine({ url, machineKey }: { url: string; machineKey: string }): Promise<string> {
  const answer = await fetch(`${url}/api/v1/audit/list-lines?operation=businesses.create-business&limit=1`, {
    headers: { authorization: `Bearer ${machineKey}` },
  })
  return Lines.parse(await answer.json()).items[0]?.id ?? ''
}

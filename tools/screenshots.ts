import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { OWNER, testSystem, type TestSystem } from '#server/test-system.ts'
import { draft, draftArchive } from '../web/browser/draft.ts'
import { openBrowser } from '../web/browser/open-browser.ts'
import { chooseFaultyFile, pasteValues } from '../web/browser/import-steps.ts'
import { ownerSession } from '../web/browser/owner-visit.ts'
import { confirmSecondFactor, invitationLink } from '../web/browser/second-factor-steps.ts'
import { seedKpis } from '../web/browser/seed-kpis.ts'
import { seedOwnership } from '../web/browser/seed-ownership.ts'
import { seedPortfolio } from '../web/browser/seed-portfolio.ts'
import { seedRequest } from '../web/browser/seed-request.ts'
import { seedTalk } from '../web/browser/seed-talk.ts'
import { tellPeople, untilTold } from '#server/test-tell-people.ts'
import { seedRuns } from '../web/browser/seed-runs.ts'
import { EMPTY_ROOMS, ROOMS } from './screens.ts'
import { shootDemo } from './shoot-demo.ts'
import { shootGerman } from './shoot-german.ts'
import { seedApprovals } from '../web/browser/seed-approvals.ts'
import { seedSettings } from '../web/browser/seed-settings.ts'
import { seedWebhooks } from '../web/browser/seed-webhooks.ts'
import { signIn } from '../web/browser/visit.ts'

/**
 * Takes a picture of every screen at three widths, light and dark, to be looked at by people:
 * `IZA_SCREENSHOTS=<folder> node tools/screenshots.ts` after `vite build web`; `IZA_SCREENSHOTS_ONLY=390-dark` takes a
 * part of them. It runs as a test, because that is how a system with a database of its own is started and taken down.
 */
const FOLDER = process.env['IZA_SCREENSHOTS'] ?? process.argv[2] ?? 'screenshots'
const ONLY = process.env['IZA_SCREENSHOTS_ONLY']
const SIZES = [
  { width: 1440, height: 900 },
  { width: 834, height: 1112 },
  { width: 390, height: 844 },
]
const SCHEMES = ['light', 'dark'] as const

interface Look {
  size: (typeof SIZES)[number]
  colorScheme: (typeof SCHEMES)[number]
}

test('pictures of every screen', { timeout: 600_000 }, async () => {
  mkdirSync(FOLDER, { recursive: true })
  const browser = await openBrowser()
  const fresh = await testSystem({ isFounded: false })
  const empty = await testSystem({ isFounded: true })
  const demo = await testSystem({ isFounded: false, isDemo: true, worksRuns: true })
  const full = await testSystem({ isFounded: true })
  const { businessIds, entityIds } = await seedPortfolio(full, 40)
  const { holdingId } = await seedOwnership(full)
  await seedSettings(full, entityIds[0] ?? '')
  const [approvalId, refusedId] = [
    await draft(full, 'businesses.update-business', {
      businessId: businessIds[3],
      entityId: entityIds[1],
      stage: 'growing',
      name: 'Saltmarsh Freight & Sons',
    }),
    await draftArchive(full, businessIds[4]),
  ]
  await seedApprovals(browser, full, refusedId)
  const { kpiId } = await seedKpis(full, businessIds)
  const runIds = await seedRuns(full)
  const hooks = await seedWebhooks(full)
  await seedTalk(full, [businessIds[5] ?? '', kpiId])
  tellPeople(full)
  const [toldId] = await untilTold(full, 4)
  const answer = await seedRequest(full, businessIds)
  for (const size of SIZES) {
    for (const colorScheme of SCHEMES) {
      const look = { size, colorScheme }
      if (ONLY !== undefined && ONLY !== `${size.width}-${colorScheme}`) continue
      await shootGerman({
        open: async () =>
          openContext(browser, look, { locale: 'de-DE', storageState: await signedIn(browser, full) }),
        url: full.url,
        shoot: (page, name) => shoot(page, name, look),
      })
      await shootDoors(browser, { fresh, full, look })
      await shootDemo({
        open: () => openContext(browser, look),
        url: demo.url,
        shoot: (page, name) => shoot(page, name, look),
      })
      await shootRooms(browser, { system: empty, look, prefix: 'empty-', paths: EMPTY_ROOMS })
      await shootRooms(browser, {
        system: full,
        look,
        prefix: '',
        paths: {
          ...ROOMS,
          compare: `/businesses/compare?ids=${businessIds.slice(0, 3).join()}`,
          business: `/businesses/${businessIds[2]}`,
          kpi: `/businesses/kpis/${kpiId}`,
          'kpi-contradictions': `/businesses/kpis/${kpiId}?view=contradictions`,
          'kpi-talk': `/businesses/kpis/${kpiId}?view=talk`,
          'business-talk': `/businesses/${businessIds[5]}`,
          'kpi-stale': `/businesses/kpis/${kpiId}?view=stale`,
          entity: `/businesses/entities/${holdingId}`,
          approval: `/approvals/${approvalId}`,
          'approval-refused': `/approvals/${refusedId}?view=all`,
          answer,
          'inbox-open': `/inbox/${toldId}`,
          run: `/runs/${runIds['outcome-unknown']}`,
          webhook: `/settings/webhooks?endpoint=${hooks.failing}`,
          'webhook-works': `/settings/webhooks?endpoint=${hooks.works}`,
          'webhook-edit': `/settings/webhooks?endpoint=${hooks.failing}&edit=true`,
          'webhook-delivery': `/settings/webhooks?endpoint=${hooks.failing}&delivery=${hooks.deliveryId}`,
        },
      })
    }
  }
})

async function shootDoors(
  browser: Browser,
  { fresh, full, look }: { fresh: TestSystem; full: TestSystem; look: Look },
): Promise<void> {
  const context = await openContext(browser, look)
  const page = await context.newPage()
  await page.goto(fresh.url)
  await shoot(page, 'founding', look)
  await page.goto(full.url)
  await shoot(page, 'sign-in', look)
  await page.getByRole('button', { name: 'Forgot your password?' }).click()
  await shoot(page, 'forgot', look)
  await page.getByRole('button', { name: 'Go to the sign-in' }).click()
  await ownerSession(browser, full)
  await signIn(page)
  await page.getByLabel('Code of the authenticator').waitFor()
  await shoot(page, 'code', look)
  await page.goto(await invitationLink(full, `Guest ${look.size.width} ${look.colorScheme}`))
  await shoot(page, 'join', look)
  await page.getByLabel('Password').fill('a guest of the house')
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('button', { name: 'Copy the secret' }).waitFor()
  await shoot(page, 'second-factor', look)
  await confirmSecondFactor(page)
  await shoot(page, 'recovery-codes', look)
  await page.getByLabel('I have kept them').check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
  await page.goto(`${full.url}/settings/people`)
  await shoot(page, 'people-refused', look)
  await context.close()
}

async function shootRooms(
  browser: Browser,
  given: { system: TestSystem; look: Look; prefix: string; paths: Record<string, string> },
): Promise<void> {
  const { system, look, prefix, paths } = given
  const context = await openContext(browser, look, { storageState: await signedIn(browser, system) })
  const page = await context.newPage()
  for (const [screen, path] of Object.entries(paths)) {
    await page.goto(system.url + path)
    await shoot(page, prefix + screen, look)
  }
  await page.goto(`${system.url}/businesses/import`)
  await shoot(page, `${prefix}import`, look)
  if (prefix === '') {
    await page.goto(`${system.url}/businesses/import?of=entities`)
    await shoot(page, 'import-entities', look)
    await page.goto(`${system.url}/businesses/import?of=values`)
    await pasteValues(page)
    await shoot(page, 'import-values', look)
    await page.goto(`${system.url}/businesses/import`)
    await chooseFaultyFile(page)
    await shoot(page, 'import-file', look)
    await page.getByRole('table', { name: 'What the words for stages mean' }).scrollIntoViewIfNeeded()
    await shoot(page, 'import-file-below', look)
    await page.getByRole('button', { name: /^Import/ }).click()
    await page.getByRole('link', { name: 'Open the run' }).waitFor()
    await shoot(page, 'import-run', look)
  }
  if (prefix === '') await shootBulk(page, system.url, look)
  await page.goto(`${system.url}/settings/people`)
  await page.getByRole('link', { name: OWNER.displayName }).click()
  await page.getByRole('button', { name: 'Save rights' }).waitFor()
  await shoot(page, `${prefix}person`, look)
  await page.getByRole('button', { name: 'Reset the second factor' }).click()
  await shoot(page, `${prefix}reset`, look)
  await shootAuditLine(page, system.url, { prefix, look })
  await page.goto(system.url)
  for (const [overlay, key] of [
    ['palette', 'Control+k'],
    ['shortcuts', '?'],
  ]) {
    await page.getByRole('heading').first().waitFor()
    await page.keyboard.press(key ?? '')
    await page.getByRole('dialog').waitFor()
    await shoot(page, `${prefix}${overlay}`, look)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.route('**/api/v1/businesses/**', (route) => route.abort())
  await page.goto(`${system.url}/businesses`)
  await shoot(page, `${prefix}businesses-error`, look)
  await context.close()
}

async function shootAuditLine(
  page: Page,
  url: string,
  { prefix, look }: { prefix: string; look: Look },
): Promise<void> {
  await page.goto(`${url}/settings/audit`)
  await page
    .getByRole('link', { name: /^(Create|Found) / })
    .first()
    .click()
  await page.getByRole('button', { name: /^All lines by/ }).waitFor()
  await shoot(page, `${prefix}audit-line`, look)
}

/** All rows are chosen, and what closing them would do. */
async function shootBulk(page: Page, url: string, look: Look): Promise<void> {
  await page.goto(`${url}/businesses`)
  await page.locator('a[data-row]').first().focus()
  await page.keyboard.press('x')
  await page.getByRole('button', { name: /^Select all/ }).click()
  await page.getByRole('button', { name: /^Select all/ }).waitFor({ state: 'detached' })
  await shoot(page, 'chosen', look)
  await page
    .getByRole('region', { name: /^What to do/ })
    .getByRole('button', { name: 'Stage' })
    .click()
  await page.getByRole('dialog').getByLabel('Stage').selectOption('closed')
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByText('cannot be changed').waitFor()
  await shoot(page, 'bulk-preview', look)
}

async function signedIn(browser: Browser, system: TestSystem) {
  const { cookies } = await ownerSession(browser, system)
  return { cookies, origins: [] }
}

function openContext(
  browser: Browser,
  { size, colorScheme }: Look,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: size,
    colorScheme,
    hasTouch: size.width < 600,
    reducedMotion: 'reduce',
    ...options,
  })
}

async function shoot(page: Page, screen: string, { size, colorScheme }: Look): Promise<void> {
  await page.locator('h1, h2').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.MuiSkeleton-root, [aria-busy=true]') === null)
  await page.evaluate(() => document.fonts.ready)
  const path = join(FOLDER, `${screen}-${size.width}-${colorScheme}.png`)
  await page.screenshot({ path, animations: 'disabled' })
}

import type { BrowserContext, Page } from 'playwright-core'

const ROOMS = {
  home: '/',
  overview: '/businesses/overview?moved=90',
  ventures: '/ventures',
  analytics: '/business-analytics?split=category&compare=before',
  businesses: '/businesses',
  kpis: '/businesses/kpis',
  exceptions: '/exceptions',
  approvals: '/approvals?view=all',
  runs: '/runs',
  inbox: '/inbox',
  notifications: '/settings/notifications',
  health: '/health',
  'new-key': '/settings/keys?new=true',
  you: '/settings/you',
  audit: '/settings/audit',
}

/** Rooms as a browser that asks for German sees them: its words are longer, and what is cut shows here. */
export async function shootGerman(given: {
  open(): Promise<BrowserContext>
  url: string
  shoot(page: Page, screen: string): Promise<void>
}): Promise<void> {
  const context = await given.open()
  const page = await context.newPage()
  for (const [screen, path] of Object.entries(ROOMS)) {
    await page.goto(given.url + path)
    await given.shoot(page, `de-${screen}`)
  }
  await page.goto(given.url)
  await page.getByRole('button', { name: /Konto/ }).last().click()
  await given.shoot(page, 'de-account')
  await context.close()
}

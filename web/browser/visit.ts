import { deepEqual } from 'node:assert/strict'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { OWNER } from '#server/test-system.ts'

/** What a browser says by itself about an answer that refuses: expected, and told to people on the page. */
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/

export interface Visit {
  page: Page
  /** Closes the window. Fails where the console said anything else than that a request was refused. */
  end(): Promise<void>
}

type Storage = Exclude<BrowserContextOptions['storageState'], string | undefined>
const NOTHING: Storage = { cookies: [], origins: [] }
/** Windows that nobody looks at any more, by what they were opened with: they have the scripts already, which is half of a page's time. */
const unused = new Map<string, BrowserContext[]>()

/** A browser window with cookies and storage of its own, on that address. */
export async function visit(
  browser: Browser,
  url: string,
  {
    storageState = NOTHING,
    ...options
  }: Omit<BrowserContextOptions, 'storageState'> & { storageState?: Storage } = {},
): Promise<Visit> {
  const given = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' as const, ...options }
  const alike = unused.get(JSON.stringify(given)) ?? []
  unused.set(JSON.stringify(given), alike)
  const context = alike.pop() ?? (await browser.newContext(given))
  await context.setStorageState(storageState)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    const isWorthReading = message.type() === 'error' || message.type() === 'warning'
    if (isWorthReading && !REFUSAL.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  return {
    page,
    async end() {
      await Promise.all(context.pages().map((one) => one.close()))
      await context.unrouteAll()
      alike.push(context)
      deepEqual(complaints, [])
    },
  }
}

/** The first step of signing in through the form, from wherever the page is; as the owner, where nobody else is named. */
export async function signIn(
  page: Page,
  { email = OWNER.email, password = OWNER.password }: { email?: string; password?: string } = {},
): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

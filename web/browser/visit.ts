import { deepEqual } from 'node:assert/strict'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { OWNER } from '#server/test-system.ts'

/** What a browser says by itself about an answer that refuses: expected, and told to people on the page. */
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/

export interface Visit {
  page: Page
  /** Fails where the console said anything else than that a request was refused. Closes the page. */
  end(): Promise<void>
}

/** A browser window of its own (cookies, storage) on that address. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
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
      await context.close()
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

import type { BrowserContext, Page } from 'playwright-core'

/** The demonstration from its door on: the only studio among the pictures that is as full as a real one. */
export async function shootDemo(given: {
  open(): Promise<BrowserContext>
  url: string
  shoot(page: Page, screen: string): Promise<void>
}): Promise<void> {
  const { open, url, shoot } = given
  const context = await open()
  const page = await context.newPage()
  await page.goto(url)
  await shoot(page, 'demo-door')
  await page.getByRole('button', { name: 'Look around' }).click()
  await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
  await shoot(page, 'demo-home')
  await page.goto(`${url}/businesses?group=category`)
  await shoot(page, 'demo-businesses')
  await page.goto(`${url}/businesses/overview?moved=90`)
  await shoot(page, 'demo-overview')
  await page.goto(`${url}/exceptions`)
  await shoot(page, 'demo-exceptions')
  await context.close()
}

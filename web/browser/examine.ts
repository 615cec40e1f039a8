import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { isRecord } from '#kernel/records.ts'
import { declaredCatalogue } from '#server/all-modules.ts'
import { en } from '../src/strings/en.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
// Heights at which the list ends with a whole row: one that is cut by the edge counts as too small to hit, though it scrolls.
const PHONE = { width: 390, height: 844 }
const TABLET = { width: 834, height: 1112 }
const DESKTOP = { width: 1440, height: 920 }
const Found = z.array(z.string())
/** Permissions and operations are named alike, and stand on a page as they are. */
const NAMED = new Set(declaredCatalogue().operations.flatMap(({ name, permission }) => [name, permission]))
const KEYS = new Set(keysIn(en).filter((key) => !NAMED.has(key)))

/** What is on the page now: axe finds nothing in it, light and dark, and at no width anything runs out of the page. */
export async function examine(page: Page, screen: string): Promise<void> {
  await fits(page, screen)
  // A style sheet or script that axe cannot be put past: the policy is tested by every other journey.
  await page.evaluate(AXE)
  // Colours are the same at every width and the layout in both schemes: the two ends between them see everything.
  await axeFindsNothing(page, `${screen}, light and wide`)
  // A page that follows the system: every other look would be kept by the server, for the screens after it as well.
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html[data-theme=dark]').waitFor({ state: 'attached' })
  await page.setViewportSize(PHONE)
  await page.evaluate(settled)
  await axeFindsNothing(page, `${screen}, dark and narrow`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(DESKTOP)
}

/** All of it is there, and at no width anything runs out of the page, which is left as wide as on a desk. */
export async function fits(page: Page, screen: string): Promise<void> {
  await page.locator('h1, h2').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.MuiSkeleton-root, [aria-busy=true]'))
  deepEqual(await keysOn(page), [], `${screen} says keys of words that were not brought`)
  for (const size of [PHONE, TABLET, DESKTOP]) {
    await page.setViewportSize(size)
    await page.evaluate(settled)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    ok(overflow <= 0, `${screen} at ${size.width} px is ${overflow} px too wide`)
  }
}

async function keysOn(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  return [...text.matchAll(/\w+(?:\.\w+)+(?![-\w.])/g)]
    .map(([found]) => found)
    .filter((found) => KEYS.has(found))
}

function keysIn(words: unknown, path = ''): string[] {
  if (!isRecord(words)) return [path.replace(/_(one|other)$/, '')]
  return Object.entries(words).flatMap(([key, value]) => keysIn(value, path ? `${path}.${key}` : key))
}

async function axeFindsNothing(page: Page, where: string): Promise<void> {
  const found: unknown = await page.evaluate(
    `axe.run({ resultTypes: ['violations'], runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`,
  )
  deepEqual(Found.parse(found), [], where)
}

/** The page stands still: for three frames no row has moved. After a change of size, what listens to it draws anew. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    let still = 0
    let before = ''
    const look = () => {
      const rows = [...document.querySelectorAll('[data-row], h1, h2')]
      const now = rows.map((row) => row.getBoundingClientRect().top).join()
      still = now === before ? still + 1 : 0
      before = now
      if (still >= 3) resolve()
      else requestAnimationFrame(look)
    }
    look()
  })
}

import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
// Heights at which the list ends with a whole row: one that is cut by the edge counts as too small to hit, though it scrolls.
const SIZES = [
  { width: 1440, height: 920 },
  { width: 834, height: 1112 },
  { width: 390, height: 844 },
]
const Found = z.array(z.string())

/** What is on the page now: axe finds nothing in it, and at no width runs it out of the page. */
export async function examine(page: Page, screen: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.locator('h1, h2').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.MuiSkeleton-root, [aria-busy=true]'))
  // A style sheet or script that axe cannot be put past: the policy is tested by every other journey.
  await page.evaluate(AXE)
  for (const { width, height } of colorScheme === 'light' ? SIZES : SIZES.slice(-1)) {
    await page.setViewportSize({ width, height })
    await page.evaluate(settled)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    ok(overflow <= 0, `${screen} at ${width} px is ${overflow} px too wide`)
    // Colours are the same at every width and the layout in both schemes: the two ends between them see everything.
    if (width !== (colorScheme === 'light' ? 1440 : 390)) continue
    const found: unknown = await page.evaluate(
      `axe.run({ resultTypes: ['violations'], runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`,
    )
    deepEqual(Found.parse(found), [], `${screen} at ${width} px`)
  }
}

/** The page stands still: for six frames no row has moved. After a change of size, what listens to it draws anew. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    let still = 0
    let before = ''
    const look = () => {
      const rows = [...document.querySelectorAll('[data-row], h1, h2')]
      const now = rows.map((row) => row.getBoundingClientRect().top).join()
      still = now === before ? still + 1 : 0
      before = now
      if (still >= 6) resolve()
      else requestAnimationFrame(look)
    }
    look()
  })
}

import { existsSync } from 'node:fs'
import { after } from 'node:test'
import { chromium, type Browser } from 'playwright-core'

const PATH = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Why browser tests cannot run here, or false. `IZA_REQUIRE_BROWSER=1` makes a missing browser a failure instead. */
export const missingBrowser: string | false =
  existsSync(PATH) || process.env['IZA_REQUIRE_BROWSER'] === '1'
    ? false
    : `no browser at ${PATH}; name one in CHROMIUM`

/** One browser for a test file, closed at its end. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: PATH, args: FLAGS })
  after(() => browser.close())
  return browser
}

import type { Browser } from 'playwright-core'
import type { TestSystem } from '#server/test-system.ts'
import { ownerSession, sender } from '../web/browser/owner-visit.ts'

/** Rules, and approvals in several states. */
export async function fillApprovals(browser: Browser, { url }: TestSystem, refusedId: string): Promise<void> {
  const { cookies } = await ownerSession(browser, { url })
  const context = await browser.newContext({ storageState: { cookies, origins: [] } })
  const send = sender(context.request, url)
  await send('approvals/create-rule', { risk: 'irreversible' })
  await send('approvals/create-rule', { operation: 'businesses.archive-business', role: 'operator' })
  await send('approvals/refuse-approval', {
    approvalId: refusedId,
    reason: 'It still sells. Ask again when the quarter is closed.',
  })
  await context.close()
}

import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { TestSystem } from '#server/test-system.ts'
import { codeAt } from './owner-visit.ts'

const Invited = z.object({ token: z.string() })

/** Goes through the page that sets up a second factor, and keeps the recovery codes. */
export async function setUpSecondFactor(page: Page): Promise<void> {
  await confirmSecondFactor(page)
  await page.getByLabel('I have kept them').check()
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** As an authenticator app would: reads the secret off the page and types in its code. Leaves the recovery codes open. */
export async function confirmSecondFactor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Copy the secret' }).waitFor()
  const shown = await page.getByLabel('Secret for the authenticator').textContent()
  await page.getByLabel('Code of the authenticator').fill(codeAt(shown?.replaceAll(' ', '') ?? '', 'now'))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByLabel('I have kept them').waitFor()
}

/** The address of an invitation that the machine made. */
export async function invitationLink({ url, machineKey }: TestSystem, displayName: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/identity/invite-person`, {
    method: 'POST',
    headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      email: `${displayName.toLowerCase().replace(/\W+/g, '.')}@example.com`,
      displayName,
      grants: [{ role: 'analyst', covers: null }],
    }),
  })
  return `${url}/join#${Invited.parse(await response.json()).token}`
}

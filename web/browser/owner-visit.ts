import { deepEqual } from 'node:assert/strict'
import { TOTP } from 'otpauth'
import type { APIRequestContext, Browser, BrowserContextOptions, Cookie } from 'playwright-core'
import { z } from 'zod'
import { OWNER } from '#server/test-system.ts'
import { visit, type Visit } from './visit.ts'

const Secret = z.object({ secret: z.string() })
const Confirmed = z.object({ recoveryCodes: z.array(z.string()) })

/** The authenticator of the owner, and codes for the days without it. */
export interface OwnerSession {
  cookies: Cookie[]
  secret: string
  recoveryCodes: string[]
}

const sessions = new Map<string, Promise<OwnerSession>>()

/** Signs the owner in without the form, for journeys that are about something else; once per system, for it takes three requests. */
export async function visitAsOwner(
  browser: Browser,
  system: { url: string },
  { path = '/', ...options }: Omit<BrowserContextOptions, 'storageState'> & { path?: string } = {},
): Promise<Visit> {
  const { cookies } = await ownerSession(browser, system)
  return visit(browser, system.url + path, { storageState: { cookies, origins: [] }, ...options })
}

export function ownerSession(browser: Browser, system: { url: string }): Promise<OwnerSession> {
  const session = sessions.get(system.url) ?? openSession(browser, system.url)
  sessions.set(system.url, session)
  return session
}

async function openSession(browser: Browser, url: string): Promise<OwnerSession> {
  const context = await browser.newContext()
  const send = sender(context.request, url)
  const { email, password } = OWNER
  await send('identity/sign-in', { email, password })
  const { secret } = Secret.parse(await send('identity/begin-second-factor', {}))
  const code = codeAt(secret, 'now')
  const { recoveryCodes } = Confirmed.parse(await send('identity/confirm-second-factor', { code }))
  const { cookies } = await context.storageState()
  await context.close()
  return { cookies, secret, recoveryCodes }
}

/** Sends one operation as the page would: with its cookies, from its origin. */
export function sender(request: APIRequestContext, url: string) {
  return async (path: string, data: object): Promise<unknown> => {
    const response = await request.post(`${url}/api/v1/${path}`, { data, headers: { origin: url } })
    deepEqual(response.status(), 200, `${path}: ${await response.text()}`)
    return response.json()
  }
}

/** What the authenticator shows; a code works once, so a second one within half a minute is that of the next step. */
export function codeAt(secret: string, step: 'now' | 'next'): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + (step === 'next' ? 30_000 : 0) })
}

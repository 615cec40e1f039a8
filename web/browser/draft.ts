import { z } from 'zod'
import type { TestSystem } from '#server/test-system.ts'

const Made = z.object({ token: z.string() })
const Held = z.object({ approvalId: z.string() })

/** An agent's key drafts: the approval that it waits for. */
export async function draft(
  { url, machineKey }: TestSystem,
  operation: string,
  input: object,
): Promise<string> {
  const send = async (token: string, path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.json()
  }
  const key = { name: 'Agent of the portfolio', grants: [{ role: 'operator' }], isDraftsOnly: true }
  const { token } = Made.parse(await send(machineKey, 'identity/create-api-key', key))
  return Held.parse(await send(token, operation.replace('.', '/'), input)).approvalId
}

export function draftArchive(system: TestSystem, businessId: string | undefined): Promise<string> {
  return draft(system, 'businesses.archive-business', { businessId })
}

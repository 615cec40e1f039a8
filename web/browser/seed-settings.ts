import type { TestSystem } from '#server/test-system.ts'

/** Somebody invited, a role and a key of the studio's own: the lists have something to show. */
export async function seedSettings({ url, machineKey }: TestSystem, entityId: string): Promise<void> {
  const send = async (path: string, input: object) => {
    const response = await fetch(`${url}/api/v1/identity/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  }
  const grants = [{ role: 'operator', covers: entityId }, { role: 'analyst' }]
  await send('invite-person', { email: 'grace@example.com', displayName: 'Grace Hopper', grants })
  await send('create-role', { name: 'Scout', permissions: ['businesses.*', 'identity.use-own'] })
  await send('create-api-key', { name: 'Nightly export', grants })
  await send('create-api-key', { name: 'Agent of the newsletter', grants: [{ role: 'operator' }] })
}

import { z } from 'zod'
import { TEST_MEANS, type TestSystem } from '#server/test-system.ts'

const People = z.object({ items: z.array(z.object({ personId: z.string() })).min(1) })
const Made = z.object({ id: z.string() })
const Asked = z.object({ requests: z.array(z.object({ requestId: z.string() })).min(1) })

/** Two KPIs that the first person answers for, asked of three businesses; the path of the link of the second request. */
export async function seedRequest(
  { url, machineKey }: TestSystem,
  businessIds: readonly string[],
): Promise<string> {
  const headers = { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' }
  const post = async (path: string, input: object) =>
    read(await fetch(`${url}/api/v1/kpis/${path}`, { method: 'POST', headers, body: JSON.stringify(input) }))
  const { items } = People.parse(await read(await fetch(`${url}/api/v1/identity/list-people`, { headers })))
  let path = ''
  for (const name of ['Active users', 'Support tickets']) {
    const definition = {
      name,
      unit: 'count',
      ownerId: items[0]?.personId,
      description: `${name} in the month.`,
    }
    const { id: kpiId } = Made.parse(await post('create-kpi', definition))
    const ask = { kpiId, businessIds: businessIds.slice(0, 3) }
    const { requests } = Asked.parse(await post('request-values', ask))
    path = `/answer#${TEST_MEANS.links.tokenOf('answer', requests[0]?.requestId ?? '')}`
  }
  return path
}

async function read(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`it answered ${response.status}: ${await response.text()}`)
  return response.json()
}

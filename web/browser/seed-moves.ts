import { addDays, today } from '#kernel/periods.ts'
import type { TestSystem } from '#server/test-system.ts'

/** Two histories: one business that came to launched today, and one that went on to validation sixty days ago. */
export async function seedMoves({ url, machineKey }: TestSystem, entityId: string): Promise<void> {
  const post = async (operation: string, input: object): Promise<unknown> => {
    const response = await fetch(`${url}/api/v1/businesses/${operation}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const begun = async (name: string, stage: string, daysAgo: number) => {
    const given = { name, entityId, stage, effectiveOn: addDays(today(), -daysAgo) }
    return Object(await post('create-business', given))['id']
  }
  const [quick, slow] = [await begun('Quick Start', 'solution', 10), await begun('Slow Start', 'idea', 90)]
  await post('update-business', { businessId: quick, stage: 'launched', evidence: 'Ten paying customers.' })
  const on = addDays(today(), -60)
  await post('update-business', { businessId: slow, stage: 'validation', effectiveOn: on })
}

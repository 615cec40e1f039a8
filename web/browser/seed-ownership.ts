import { z } from 'zod'
import type { TestSystem } from '#server/test-system.ts'

const Made = z.object({ id: z.string() })

/** A small group: a person holds 72 % of a holding, which holds two companies, which hold a third together. */
export async function seedOwnership({ url, machineKey }: TestSystem): Promise<{ holdingId: string }> {
  const send = async (name: string, input: object): Promise<string> => {
    const response = await fetch(`${url}/api/v1/entities/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`)
    return Made.parse(await response.json()).id
  }
  const entity = (name: string) => send('create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE' })
  const stake = (entityId: string, owner: object, [votingPercent, economicPercent]: [string, string]) =>
    send('record-stake', { entityId, owner, votingPercent, economicPercent, from: '2024-01-01' })
  const holderId = await send('create-holder', { name: 'Ada Menabrea', kind: 'person' })
  const holdingId = await entity('Menabrea Holding')
  const [freight, analytics, joint] = [
    await entity('Menabrea Freight'),
    await entity('Menabrea Analytics'),
    await entity('Menabrea Joint Works'),
  ]
  await stake(holdingId, { holderId }, ['72', '72'])
  await stake(freight, { entityId: holdingId }, ['80', '60'])
  await stake(analytics, { entityId: holdingId }, ['100', '100'])
  await stake(joint, { entityId: freight }, ['30', '25.5'])
  await stake(joint, { entityId: analytics }, ['30', '74.5'])
  const fundId = await send('create-holder', { name: 'Lacework Fund', kind: 'investor' })
  await send('record-judgement', {
    entityId: freight,
    owner: { holderId: fundId },
    controls: true,
    from: '2025-01-01',
    reason: 'Appoints the majority of the board.',
  })
  return { holdingId }
}

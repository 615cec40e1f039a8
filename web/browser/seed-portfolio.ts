import { z } from 'zod'
import type { TestSystem } from '#server/test-system.ts'

const Created = z.object({ id: z.string() })
const STAGES = [
  'launched',
  'growing',
  'validation',
  'launched',
  'idea',
  'solution',
  'growing',
  'spun-out',
  'exited',
  'closed',
]
const ENTITIES = [
  { name: 'Analytical Engines Holdings LLC', kind: 'LLC', jurisdiction: 'US-DE' },
  { name: 'Bernoulli Ventures GmbH', kind: 'GmbH', jurisdiction: 'Germany' },
  { name: 'Menabrea Commerce Inc.', kind: 'Inc.', jurisdiction: 'US-DE' },
]
const CATEGORIES = ['Commerce', 'Developer tools', 'Health', 'Media']

/** Fills a studio through its own API: entities, categories and `count` businesses, one of which is archived. */
export async function seedPortfolio(
  { url, machineKey }: TestSystem,
  count: number,
): Promise<{ businessIds: string[]; entityIds: string[] }> {
  const post = async (operation: string, input: object): Promise<string> => {
    const response = await fetch(`${url}/api/v1/${operation.replace('.', '/')}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`)
    return Created.parse(await response.json()).id
  }
  const entityIds = await Promise.all(ENTITIES.map((entity) => post('entities.create-entity', entity)))
  const categoryIds = await Promise.all(
    CATEGORIES.map((name) => post('businesses.create-category', { name })),
  )
  const businessIds: string[] = []
  for (let at = 0; at < count; at += 50) {
    const numbers = Array.from({ length: Math.min(50, count - at) }, (_nothing, step) => at + step)
    const ids = await Promise.all(
      numbers.map((number) =>
        post('businesses.create-business', {
          ...businessAt(number),
          stage: STAGES[(number * 7) % STAGES.length],
          entityId: entityIds[number % entityIds.length],
          ...(number % 6 !== 5 && { categoryId: categoryIds[(number * 3) % categoryIds.length] }),
        }),
      ),
    )
    businessIds.push(...ids)
  }
  await post('businesses.archive-business', { businessId: businessIds.at(-1) })
  return { businessIds, entityIds }
}

const FIRST = [
  'Nordlicht',
  'Harbour',
  'Copper',
  'Saltmarsh',
  'Juniper',
  'Lantern',
  'Meridian',
  'Foxglove',
  'Tidewater',
  'Quarry',
]
const SECOND = [
  'Möbel',
  'Analytics',
  'Kitchen',
  'Freight',
  'Press',
  'Health',
  'Studio',
  'Payments',
  'Seeds',
  'Robotics',
]
const WHAT = [
  'Sells restored furniture and ships it to five countries.',
  'Reads the meters of small breweries and tells them when a batch turns.',
  'Prints short runs of technical books on demand.',
  'Plans the routes of bicycle couriers in dense cities.',
]

/** Real-looking names without a data set: 100 pairs, then numbered. */
function businessAt(number: number) {
  const round = Math.floor(number / 100)
  const name = `${FIRST[number % 10]} ${SECOND[(Math.floor(number / 10) + number) % 10]}${round > 0 ? ` ${round + 1}` : ''}`
  return {
    name,
    description: WHAT[number % WHAT.length],
    ...(number % 3 === 0 && { links: ['https://example.com/'], tags: ['subscription', 'b2b'] }),
  }
}

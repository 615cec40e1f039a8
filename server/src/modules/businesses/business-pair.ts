import type { Id } from '#kernel/ids.ts'
import { id } from '#server/catalogue/fields.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import type { Pair } from './apart-queries.ts'
import { exampleBusiness } from './example-business.ts'
import { sameBusiness } from './problems.ts'

export const PairFields = { businessId: id('business'), otherId: id('business') }

/** One pair whichever of the two is named first. Throws `businesses.same-business`. */
export function orderedPair(one: Id<'business'>, other: Id<'business'>): Pair {
  if (one === other) throw sameBusiness(one)
  return one < other ? { low: one, high: other } : { low: other, high: one }
}

export async function examplePair(factory: ExampleFactory) {
  const [{ id: businessId }, { id: otherId }] = [
    await exampleBusiness(factory),
    await exampleBusiness(factory),
  ]
  return { businessId, otherId }
}

import { newId, type Id } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { createHolder } from './create-holder.ts'
import { exampleEntity } from './example-entity.ts'

/** An entity and an investor, for examples to record who owns what. */
export async function exampleOwnership(
  factory: ExampleFactory,
): Promise<{ entityId: Id<'entity'>; owner: { holderId: Id<'holder'> } }> {
  const entity = await exampleEntity(factory)
  const name = `Investor ${newId('holder').slice(-8)} LP`
  const { id: holderId } = await factory.invoke(createHolder, { name, kind: 'investor' })
  return { entityId: entity.id, owner: { holderId } }
}

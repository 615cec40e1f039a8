import { newId, type Id } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { recordStake } from '#server/modules/entities/index.ts'
import { exampleBook } from '#server/modules/ledger/index.ts'

/** A parent and a subsidiary of 80 %, each with a book; for examples. */
export async function exampleGroup(
  factory: ExampleFactory,
): Promise<{ parentId: Id<'entity'>; childId: Id<'entity'> }> {
  const [parent, child] = [await exampleBook(factory), await exampleBook(factory)]
  await factory.invoke(recordStake, {
    entityId: child.entityId,
    owner: { entityId: parent.entityId },
    votingPercent: '80',
    economicPercent: '80',
    from: '2024-01-01',
    evidence: `Deed ${newId('stake').slice(-6)}`,
  })
  return { parentId: parent.entityId, childId: child.entityId }
}

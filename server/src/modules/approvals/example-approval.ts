import type { Id } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { exampleBusiness } from '../businesses/index.ts'

/** An archiving that waits, asked for by a key that only drafts. */
export async function exampleApproval(
  factory: ExampleFactory,
  by: 'self' | 'somebody else' = 'somebody else',
): Promise<Id<'approval'>> {
  const { id: businessId } = await exampleBusiness(factory, 'To be archived')
  return factory.draft({ operation: 'businesses.archive-business', input: { businessId } }, by)
}

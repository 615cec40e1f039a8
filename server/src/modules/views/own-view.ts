import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext, ExampleFactory } from '#server/catalogue/operation.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { createView } from './create-view.ts'
import { viewNotFound } from './problems.ts'
import { findOwnView, type ViewRow } from './views-queries.ts'

/** Throws `views.not-found` for another's, and for one that is not there. */
export async function ownView(
  { tx, access }: Pick<CallContext, 'tx' | 'access'>,
  id: Id<'saved_view'>,
  isDeleted = false,
): Promise<ViewRow> {
  const personId = present(access?.personId, 'a view is a person’s')
  const found = await findOwnView(tx, { id, personId, isDeleted })
  if (!found) throw viewNotFound(id)
  return found
}

export async function exampleView(operations: OperationsOf, factory: ExampleFactory) {
  const [example] = await createView(operations).examples(factory)
  const made = createView(operations)
  return factory.invoke(made, made.types.input.parse(example))
}

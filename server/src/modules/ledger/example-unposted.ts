import type { Id } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { reserveEntry } from './reserve-entry.ts'
import { saveDraft } from './save-draft.ts'

/** A draft that could be posted as it is. */
export async function exampleDraft(
  factory: ExampleFactory,
): Promise<{ bookId: Id<'book'>; draftId: Id<'draft'> }> {
  const given = await exampleBook(factory)
  const { bookId } = given
  const { id: draftId } = await factory.invoke(saveDraft, { bookId, ...exampleEntry(given) })
  return { bookId, draftId }
}

export async function examplePending(
  factory: ExampleFactory,
): Promise<{ bookId: Id<'book'>; pendingId: Id<'pending_entry'> }> {
  const given = await exampleBook(factory)
  const { bookId } = given
  const { id: pendingId } = await factory.invoke(reserveEntry, { bookId, ...exampleEntry(given) })
  return { bookId, pendingId }
}

import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { Problem } from '#kernel/problem.ts'
import { today } from '#kernel/periods.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Access } from '#server/catalogue/access.ts'
import { aboveManualLimit } from './above-manual-limit.ts'
import { findEntry } from './entries-queries.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { heldEntry } from './held-words.ts'
import { openFrom } from './open-from.ts'
import { postAll } from './post-all.ts'
import { booksById } from './post-queries.ts'
import { PostedEntry, postEntry } from './post-entry.ts'
import { entryNotFound, evensBusinesses, isReversal, reversalBefore, reversedAlready } from './problems.ts'
import { lockEntry } from './reverse-queries.ts'
import { EntryFields, type Entry } from './schema.ts'

export const reverseEntry = operation({
  name: 'ledger.reverse-entry',
  summary: 'Takes a posted entry back by one that swaps its sides. Both stay in the book.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'money',
  input: z.strictObject({
    entryId: id('entry'),
    effectiveOn: day()
      .optional()
      .describe(
        'The day on which it counts, not before that of the entry. Where it is not named, today in UTC, or the day of an entry that is still to come; of one in a closed month, the first open day.',
      ),
    memo: EntryFields.memo.optional().describe('Why; otherwise that of the entry, with a word before it.'),
  }),
  output: PostedEntry,
  examples: async (factory) => {
    const given = await exampleBook(factory)
    const { id: entryId } = await factory.invoke(postEntry, {
      bookId: given.bookId,
      ...exampleEntry(given),
    })
    return [{ entryId, memo: 'Billed twice.' }]
  },
  async tellHeld({ entryId }, { tx }) {
    const entry = await findEntry(tx, entryId)
    return entry && heldEntry(tx, entry)
  },
  async handle({ entryId, effectiveOn: wantedOn, memo }, { tx, access, actor, record, needsSecondPerson }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    await lockEntry(tx, entryId)
    const entry = await findEntry(tx, entryId)
    if (!entry) throw entryNotFound(entryId)
    if (entry.reversesId) throw isReversal(entryId)
    if (entry.reversedById) throw reversedAlready(entryId, entry.reversedById)
    if (entry.lines.every(({ isAutomatic }) => isAutomatic)) throw evensBusinesses(entryId)
    const effectiveOn = wantedOn ?? (await firstDayFor(tx, entry, access))
    if (effectiveOn < entry.effectiveOn) throw reversalBefore(effectiveOn, entry.effectiveOn)
    const lines = entry.lines.map((line) => ({
      accountId: line.account.id,
      ...(line.debit === null ? { debit: line.credit ?? undefined } : { credit: line.debit }),
      currency: line.currency,
      businessId: line.business?.id ?? null,
      isOverhead: line.isOverhead,
      partnerEntityId: line.partnerEntity?.id ?? null,
      counterparty: line.counterparty,
      memo: line.memo,
      tags: line.tags,
    }))
    const reversal = {
      effectiveOn,
      memo: memo ?? `Reversal: ${entry.memo}`.slice(0, 400),
      source: 'reversal',
      externalId: null,
      lines,
    }
    const reverses = { id: entryId, effectiveOn: entry.effectiveOn }
    const [posted] = await postAll(tx, studioId, [
      {
        bookId: entry.bookId,
        entry: reversal,
        reverses,
        actor,
        access,
        aboveLimit: (told) => needsSecondPerson(aboveManualLimit(told)),
      },
    ])
    const done = present(posted, 'an outcome for one entry')
    if (done instanceof Problem) throw done
    record({
      type: 'ledger.entry-posted',
      subjectId: done.id,
      after: { bookId: entry.bookId, effectiveOn, reversesId: entryId, digest: done.digest },
    })
    return done
  },
})

async function firstDayFor(
  tx: Transaction,
  { bookId, effectiveOn }: Entry,
  access: Access | undefined,
): Promise<string> {
  const book = present((await booksById(tx, [bookId])).get(bookId), 'the book of an entry')
  const firstOpen = openFrom(book, access)
  if (firstOpen !== undefined && effectiveOn < firstOpen) return firstOpen
  const now = today()
  return effectiveOn > now ? effectiveOn : now
}

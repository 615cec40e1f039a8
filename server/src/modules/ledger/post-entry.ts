import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { Problem } from '#kernel/problem.ts'
import { id, instant } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { aboveManualLimit } from './above-manual-limit.ts'
import type { AboveLimit } from './over-manual-limit.ts'
import { heldEntries } from './held-words.ts'
import { postAll } from './post-all.ts'
import { EntryFields } from './schema.ts'

export const PostedEntry = z
  .strictObject({
    id: id('entry'),
    recordedAt: instant(),
    digest: z.string().max(64).describe('SHA-256 over the entry and its lines, in hex.'),
    isKnown: z.boolean().describe('True where it had been posted before under its external id.'),
  })
  .meta({ id: 'PostedEntry' })

export const postEntry = operation({
  name: 'ledger.post-entry',
  summary:
    'Posts one balanced entry to the book of an entity. It is never changed afterwards; ledger.reverse-entry takes it back.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'money',
  input: z.strictObject({ bookId: id('book'), ...EntryFields }),
  output: PostedEntry,
  examples: async (factory) => {
    const given = await exampleBook(factory)
    return [
      { bookId: given.bookId, ...exampleEntry(given) },
      { bookId: given.bookId, ...exampleEntry(given), source: 'stripe', externalId: 'ch_1042' },
    ]
  },
  tellHeld: ({ bookId, ...entry }, { tx, access }) =>
    heldEntries(tx, bookId, [{ bookId, entry, access, actor: present(access, 'somebody signed in').actor }]),
  async handleMany(calls, { tx, access }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const asked = calls.map(({ input: { bookId, ...entry }, actor, access: own, needsSecondPerson }) => ({
      bookId,
      entry,
      actor,
      access: own,
      aboveLimit: (told: AboveLimit) => needsSecondPerson(aboveManualLimit(told)),
    }))
    const posted = await postAll(tx, studioId, asked, 'last')
    return posted.map((one, at) => {
      const { input, record } = present(calls[at], 'a call per outcome')
      if (!(one instanceof Problem) && !one.isKnown)
        record({
          type: 'ledger.entry-posted',
          subjectId: one.id,
          after: { bookId: input.bookId, effectiveOn: input.effectiveOn, digest: one.digest },
        })
      return one
    })
  },
})

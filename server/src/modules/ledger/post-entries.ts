import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { document } from '#server/catalogue/secret-fields.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { heldEntries } from './held-words.ts'
import { postAll } from './post-all.ts'
import { aboveManualLimit, bookNotFound } from './problems.ts'
import { NewEntry } from './schema.ts'

export const ENTRIES_MAX = 1000
const BODY_BYTES_MAX = 20_000_000
const NO_BOOK = bookNotFound('').code

export const postEntries = operation({
  name: 'ledger.post-entries',
  summary:
    'Posts many entries to one book at once. Each is posted or refused by itself, and what was refused is told with its place.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'money',
  carriesOut: ['ledger.post-entry'],
  bodyBytesMax: BODY_BYTES_MAX,
  input: z.strictObject({
    bookId: id('book'),
    entries: document(z.array(NewEntry).min(1).max(ENTRIES_MAX)),
  }),
  output: z.strictObject({
    posted: z
      .array(z.strictObject({ place: z.int(), id: id('entry'), isKnown: z.boolean() }))
      .max(ENTRIES_MAX)
      .describe('By their places in what was sent, from 0.'),
    refused: z
      .array(z.strictObject({ place: z.int(), code: z.string().max(80), message: z.string().max(2000) }))
      .max(ENTRIES_MAX),
  }),
  examples: async (factory) => {
    const given = await exampleBook(factory)
    return [{ bookId: given.bookId, entries: [exampleEntry(given), exampleEntry(given)] }]
  },
  tellHeld: ({ bookId, entries }, { tx, access }) => {
    const { actor } = present(access, 'somebody signed in')
    return heldEntries(
      tx,
      bookId,
      entries.map((entry) => ({ bookId, entry, access, actor })),
    )
  },
  async handle({ bookId, entries: given }, { tx, access, actor, language, record, isLetThrough }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const outcomes = await postAll(
      tx,
      studioId,
      given.map((entry) => ({
        bookId,
        entry,
        actor,
        access,
        ...(!isLetThrough && { aboveLimit: aboveManualLimit }),
      })),
      'last',
    )
    const [first] = outcomes
    if (first instanceof Problem && first.code === NO_BOOK) throw first
    const posted: { place: number; id: Id<'entry'>; isKnown: boolean }[] = []
    const refused: { place: number; code: string; message: string }[] = []
    const digests: Record<string, string> = {}
    for (const [place, one] of outcomes.entries())
      if (one instanceof Problem) refused.push({ place, code: one.code, message: one.said[language] })
      else {
        posted.push({ place, id: one.id, isKnown: one.isKnown })
        if (!one.isKnown) digests[one.id] = one.digest
      }
    const entries = posted.filter(({ isKnown }) => !isKnown).length
    if (entries > 0) record({ type: 'ledger.entries-posted', subjectId: bookId, after: { entries, digests } })
    return { posted, refused }
  },
})

import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { heldNewDraft } from './held-drafts.ts'
import { booksById } from './post-queries.ts'
import { bookNotFound } from './problems.ts'
import { tooManyDrafts } from './unposted-problems.ts'
import { countUnposted, findUnposted, insertDraft } from './unposted-queries.ts'
import { Draft, DraftFields } from './unposted-schema.ts'
import { draftShown } from './unposted-shown.ts'

const DRAFTS_MAX = 1000

export const saveDraft = operation({
  name: 'ledger.save-draft',
  summary:
    'Keeps an entry that somebody still works on: anything may be missing in it. It is in no balance until ledger.post-draft.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'none',
  input: z.strictObject({ bookId: id('book'), ...DraftFields }),
  output: Draft,
  examples: async (factory) => {
    const given = await exampleBook(factory)
    const { bookId, cash } = given
    return [
      { bookId, ...exampleEntry(given) },
      { bookId, memo: 'Whose was this?', lines: [{ accountId: cash }, { debit: '12.00' }] },
    ]
  },
  tellHeld: (_input, { tx, changes }) => heldNewDraft(tx, changes),
  async handle({ bookId, ...content }, { tx, access, actor, record }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const [books, open] = await Promise.all([
      booksById(tx, [bookId]),
      countUnposted(tx, { kind: 'draft', bookId, state: 'open' }),
    ])
    if (!books.has(bookId)) throw bookNotFound(bookId)
    if (open >= DRAFTS_MAX) throw tooManyDrafts(DRAFTS_MAX)
    const draftId = newId('draft')
    await insertDraft(tx, { id: draftId, studioId, bookId, content, actor })
    record({
      type: 'ledger.draft-saved',
      subjectId: draftId,
      after: { bookId, memo: content.memo, lines: content.lines.length },
    })
    return draftShown(
      present(await findUnposted(tx, { id: draftId, kind: 'draft' }), 'the draft that was saved'),
    )
  },
})

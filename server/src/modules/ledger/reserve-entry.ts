import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { digestOf } from './entry-digest.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { heldEntries } from './held-words.ts'
import { movesOf } from './moves-of.ts'
import {
  contentOf,
  differing,
  externalKey,
  whatIsKnown,
  whyNot,
  type Asked,
  type Content,
  type Known,
} from './post-all.ts'
import { externalIdTaken } from './problems.ts'
import { externalIdReserved } from './unposted-problems.ts'
import { EntryFields } from './schema.ts'
import { findPendingUnder, findUnposted, insertHolds, insertPending } from './unposted-queries.ts'
import { HOLD_SECONDS_MAX, PendingEntry } from './unposted-schema.ts'
import { pendingShown } from './unposted-shown.ts'

export const reserveEntry = operation({
  name: 'ledger.reserve-entry',
  summary:
    'Keeps a complete, balanced entry pending: what it would take from accounts is held until it is posted, voided or has run out.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'money',
  input: z.strictObject({
    bookId: id('book'),
    seconds: z
      .int()
      .min(1)
      .max(HOLD_SECONDS_MAX)
      .default(7 * 86_400)
      .describe('How long it holds: a second to 90 days; a week where nothing is said.'),
    ...EntryFields,
  }),
  output: PendingEntry,
  examples: async (factory) => {
    const given = await exampleBook(factory)
    const { bookId } = given
    return [
      { bookId, ...exampleEntry(given) },
      { bookId, ...exampleEntry(given), source: 'stripe', externalId: 'pi_1042', seconds: 3600 },
    ]
  },
  tellHeld: ({ bookId, seconds: _seconds, ...entry }, { tx, access }) =>
    heldEntries(tx, bookId, [{ bookId, entry, access, actor: present(access, 'somebody signed in').actor }]),
  async handle({ bookId, seconds, ...entry }, { tx, access, actor, record }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const asked: Asked = { bookId, entry, actor, access }
    const known = await whatIsKnown(tx, [asked])
    const content = contentOf(asked, known)
    if (content instanceof Problem) throw content
    const { externalId } = entry
    if (externalId !== null) {
      const before = await findPendingUnder(tx, { bookId, externalId })
      if (before?.digest && isSame(before.id, content, before.digest)) return pendingShown(before)
      if (before) throw externalIdReserved(externalId, before.id, differing(before.sums, content.lines))
      const posted = known.before.get(externalKey(bookId, externalId))
      if (posted) throw externalIdTaken(externalId, posted.id, differing(posted.sums, content.lines))
    }
    const refused = whyNot(asked, content.lines, known)
    if (refused) throw refused
    const pendingId = newId('pending_entry')
    const digest = digestAs(pendingId, content)
    await insertPending(tx, {
      id: pendingId,
      studioId,
      bookId,
      content: entry,
      actor,
      externalId,
      digest,
      seconds,
    })
    await insertHolds(tx, pendingId, holdsOf(content, known))
    const pending = present(await findUnposted(tx, { id: pendingId, kind: 'pending' }), 'what was reserved')
    record({
      type: 'ledger.entry-reserved',
      subjectId: pendingId,
      after: { bookId, memo: entry.memo, expiresAt: pending.expiresAt },
    })
    return pendingShown(pending)
  },
})

function isSame(earlierId: string, content: Content, digest: Buffer): boolean {
  return digestAs(earlierId, content).equals(digest)
}

/** Over its own lines: what is added so that businesses balance follows when it is posted. */
function digestAs(pendingId: string, { own, ...content }: Content): Buffer {
  return digestOf({ id: pendingId, ...content, lines: own })
}

/** What it takes. What it would bring is not there yet, and the exchange account holds every currency. */
function holdsOf({ own }: Content, { places: { accounts } }: Known) {
  return [...movesOf(own, accounts)].flatMap(([accountId, minor]) => {
    const canHaveFloor = accounts.get(accountId)?.currency !== null
    return minor < 0n && canHaveFloor ? [{ accountId, minor: -minor }] : []
  })
}

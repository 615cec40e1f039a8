import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import type { Id } from '#kernel/ids.ts'
import { lastEndedBefore } from '#kernel/periods.ts'
import { closePeriod } from '#server/modules/closing/index.ts'
import { accountsInBook, setManualLimit } from '#server/modules/ledger/index.ts'
import { enqueueRun } from '#server/runs/enqueue-run.ts'
import { BEHIND, BY_HAND } from './faults.ts'
import type { Part } from './part.ts'
import { DEMO_PEOPLE } from './people.ts'
import { postByHand } from './post-by-hand.ts'

/** The last month that is over is closed softly in all books but one, and a large entry by hand waits for its second person. */
export async function fillClosing(
  { work, next }: Part,
  given: {
    today: string
    bookIds: ReadonlyMap<string, Id<'book'>>
    people: readonly { email: string; personId: Id<'person'> }[]
  },
): Promise<void> {
  const { today, bookIds, people } = given
  next({ en: 'Closing the last month', de: 'Schließt den letzten Monat ab' })
  const closed = [...bookIds].filter(([entity]) => entity !== BEHIND).map(([, bookId]) => bookId)
  const month = lastEndedBefore('month', today).name
  await work.invoke('close', closePeriod, { bookIds: closed.toSorted(), month, kind: 'soft' })
  const bookId = present(bookIds.get(BY_HAND.entity), `a book of ${BY_HAND.entity}`)
  await work.invoke('manual limit', setManualLimit, { bookId, limit: BY_HAND.limit })
  const finance = present(
    DEMO_PEOPLE.find(({ role }) => role === 'finance'),
    'somebody in finance',
  )
  const person = present(
    people.find(({ email }) => email === finance.email),
    'the person in finance',
  )
  const accounts = await work.look((tx) => accountsInBook(tx, bookId))
  const accountId = (code: string) => present(accounts.find((one) => one.code === code)?.id, code)
  const lines = [
    { accountId: accountId('1300'), debit: BY_HAND.amount },
    { accountId: accountId('1010'), credit: BY_HAND.amount },
  ]
  // By a run of its own, for it is theirs: what waits names who asked, and whoever asked does not accept it.
  await work.transact('ask by hand', id('run'), (tx) =>
    enqueueRun(
      {
        tx,
        record: () => {},
        access: {
          studioId: work.studioId,
          actor: { kind: 'person', id: person.personId, name: finance.displayName },
        },
      },
      postByHand,
      { input: { bookId, effectiveOn: today, memo: BY_HAND.memo, lines } },
    ),
  )
}

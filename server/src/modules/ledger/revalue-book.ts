import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import { Problem } from '#kernel/problem.ts'
import { convertMinor } from '#kernel/rates.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { exampleBook } from './example-book.ts'
import { positionsOf, type Conversion } from './exchange-position.ts'
import { heldInBooks } from './held-words.ts'
import { postAll } from './post-all.ts'
import { booksById } from './post-queries.ts'
import { bookNotFound, noExchangeAccounts, noRate } from './problems.ts'
import { readRates } from './rate-table.ts'
import {
  conversionsUntil,
  lockBook,
  revaluationAccounts,
  revaluedBefore,
  type RevaluationAccounts,
} from './revaluation-queries.ts'
import { currency, NewLine, signedAmount } from './schema.ts'

export const revalueBook = operation({
  name: 'ledger.revalue-book',
  summary:
    'Values what a book holds and owes in other currencies at the rates of a day: what was settled goes to realised, the rest to unrealised gain or loss. Posts only what changed since the last time.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'money',
  input: z.strictObject({
    bookId: id('book'),
    on: day().describe('The day whose rates count, as a rule the last of a period.'),
  }),
  output: z.strictObject({
    entryId: id('entry').nullable().describe('Null where nothing had changed.'),
    realised: signedAmount().describe('What this entry adds to realised gains, losses negative.'),
    unrealised: signedAmount(),
    positions: z
      .array(
        z.strictObject({
          currency: currency(),
          held: signedAmount().describe('In that currency; negative where it is owed.'),
          cost: signedAmount().describe('What it cost, in the currency of the book.'),
          value: signedAmount().describe('What it is worth on that day, in the currency of the book.'),
        }),
      )
      .max(200),
  }),
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    return [{ bookId, on: '2026-03-31' }]
  },
  tellHeld: ({ bookId, on }, { tx }) =>
    heldInBooks(tx, [bookId], (names) => ({
      en: `What the book of ${names.en} holds in foreign currency, as of ${on}.`,
      de: `Was das Buch von ${names.de} in fremder Währung hält, zum ${on}.`,
    })),
  async handle({ bookId, on }, { tx, access, actor, record }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const book = (await booksById(tx, [bookId])).get(bookId)
    if (!book) throw bookNotFound(bookId)
    await lockBook(tx, bookId)
    const [accounts, before] = [await revaluationAccounts(tx, bookId), await revaluedBefore(tx, bookId, on)]
    const valued = await valuePositions(tx, { bookId, currency: book.currency, on })
    const gained = {
      realised: valued.realised - before.realised,
      unrealised: valued.unrealised - before.unrealised,
    }
    const lines = linesOf(gained, { accounts, currency: book.currency })
    const answer = {
      realised: decimalOf(gained.realised, book.currency),
      unrealised: decimalOf(gained.unrealised, book.currency),
      positions: valued.positions,
    }
    if (lines.length === 0) return { entryId: null, ...answer }
    const entry = {
      effectiveOn: on,
      memo: `Revaluation at the rates of ${on}`,
      source: 'revaluation',
      externalId: `revaluation:${on}:${before.sameDay + 1}`,
      lines,
    }
    const [posted] = await postAll(tx, studioId, [{ bookId, entry, actor, access }])
    const done = present(posted, 'an outcome for one entry')
    if (done instanceof Problem) throw done
    record({
      type: 'ledger.entry-posted',
      subjectId: done.id,
      after: { bookId, effectiveOn: on, digest: done.digest },
    })
    return { entryId: done.id, ...answer }
  },
})

async function valuePositions(
  tx: Transaction,
  { bookId, currency: own, on }: { bookId: Id<'book'>; currency: string; on: string },
) {
  const conversions = await conversionsUntil(tx, bookId, on)
  const currencies = [...new Set([own, ...conversions.flatMap(({ moves }) => [...moves.keys()])])]
  const rates = await readRates(tx, {
    currencies,
    from: firstUnclear(conversions) ?? on,
    to: on,
    recordedAt: null,
  })
  const valueOf = (minor: bigint, unit: string, dayOf: string) => {
    const rate = rates.at(unit, own, dayOf)
    if (!rate) throw noRate(unit, own, dayOf)
    return convertMinor(minor, rate)
  }
  const { open, realised } = positionsOf(conversions, { currency: own, valueOf })
  const valued = [...open]
    .filter(([, { held, cost }]) => held !== 0n || cost !== 0n)
    .map(([unit, { held, cost }]) => ({
      unit,
      held,
      cost,
      value: held === 0n ? 0n : valueOf(held, unit, on),
    }))
  return {
    realised,
    unrealised: valued.reduce((sum, { value, cost }) => sum + value - cost, 0n),
    positions: valued.map(({ unit, held, cost, value }) => ({
      currency: unit,
      held: decimalOf(held, unit),
      cost: decimalOf(cost, own),
      value: decimalOf(value, own),
    })),
  }
}

/** The first day on which an entry moves several foreign currencies at once: only such need a rate of their own day. */
function firstUnclear(conversions: readonly Conversion[]): string | undefined {
  return conversions.find(({ moves }) => moves.size > 2)?.on
}

/** Gains are credits of their accounts and debits of the exchange account, which so comes to be worth nothing. */
function linesOf(
  { realised, unrealised }: { realised: bigint; unrealised: bigint },
  { accounts, currency: unit }: { accounts: RevaluationAccounts; currency: string },
): NewLine[] {
  if (realised === 0n && unrealised === 0n) return []
  const { exchange, realised: toRealised, unrealised: toUnrealised } = accounts
  if (exchange === null || toRealised === null || toUnrealised === null) throw noExchangeAccounts()
  const line = (accountId: Id<'account'>, debit: bigint, isOverhead: boolean) => {
    if (debit === 0n) return []
    const side = debit > 0n ? { debit: decimalOf(debit, unit) } : { credit: decimalOf(-debit, unit) }
    return [NewLine.parse({ accountId, ...side, currency: unit, isOverhead })]
  }
  return [
    ...line(exchange, realised, false),
    ...line(exchange, unrealised, false),
    ...line(toRealised, -realised, true),
    ...line(toUnrealised, -unrealised, true),
  ]
}

import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { CAPTION_NAMES } from '#kernel/captions.ts'
import { newId } from '#kernel/ids.ts'
import { linesOfSide, type Side } from '#server/modules/group/decide-intercompany.ts'
import { LEGS, namesBillAccount, PAIR_KINDS } from '../src/features/group/pair-legs.ts'

/** An account under each caption, so that what the server chooses tells its caption. */
function sideOf(name: string): Side & { captionOf(id: string): string | undefined } {
  const bookId = newId('book')
  const accounts = CAPTION_NAMES.map((caption) => ({
    id: newId('account'),
    bookId,
    code: caption,
    name: caption,
    caption,
    currency: 'USD',
    isWhole: false,
  }))
  return {
    entityId: newId('entity'),
    name,
    currency: 'USD',
    accounts,
    debitAccountId: undefined,
    creditAccountId: undefined,
    businessId: null,
    isOverhead: true,
    captionOf: (id) => accounts.find((one) => one.id === id)?.caption,
  }
}

test('the preview of a pair says what the server posts', () => {
  const rates = { at: () => undefined, average: () => undefined }
  for (const kind of PAIR_KINDS)
    for (const which of ['from', 'to'] as const) {
      const side = sideOf('One')
      const bill = side.accounts.find(({ caption }) => caption === 'operating-expenses')?.id
      const own = namesBillAccount(kind, which) ? { ...side, debitAccountId: bill } : side
      const agreed = { kind, currency: 'USD', minor: 50_000n, effectiveOn: '2026-03-31', rates }
      const lines = linesOfSide(which, own, sideOf('Other'), agreed)
      const told = lines.map(({ accountId, debit }) => [side.captionOf(accountId), debit !== undefined])
      const [debit, credit] = LEGS[kind][which]
      deepEqual(
        told,
        [
          [debit, true],
          [credit, false],
        ],
        `${kind} ${which}`,
      )
    }
})

import { addDays } from '#kernel/periods.ts'
import type { Movement, Piece, Work } from './consolidation-model.ts'
import { isAtClosing, isResult } from './entity-column.ts'
import { heldOn, influenceFrom } from './group-ownership.ts'
import { netAssetsOn, partOf } from './net-assets.ts'

/**
 * Of an entity under significant influence the group shows its part: what was paid, and its share of results since, less
 * dividends. Its share of the translation adjustment goes to other comprehensive income.
 */
export function equityMethod(work: Work): Piece[] {
  const { given, moment } = work
  return [...given.members.keys()]
    .filter((id) => heldOn(given.ownership, id, moment.on).method === 'equity')
    .flatMap((entityId) =>
      heldOn(given.ownership, entityId, moment.on).holders.flatMap(({ id: holderId }) =>
        partOfResults({ entityId, holderId, last: moment.on }, work),
      ),
    )
}

/** Up to a day under influence: that of the consolidation, or the one before control. */
export function partOfResults(
  { entityId, holderId, last }: { entityId: string; holderId: string; last: string },
  work: Work,
): Piece[] {
  const { given, moment, byEntity, translator, columns } = work
  const first = influenceFrom(given.ownership, entityId, last)
  const shareOn = (on: string) =>
    heldOn(given.ownership, entityId, on).holders.find(({ id }) => id === holderId)?.share ?? 0n
  const sums = { result: 0n, earlier: 0n }
  for (const { caption, minor, currency, on } of byEntity.get(entityId) ?? []) {
    if (!isResult(caption) || on < first || on > last) continue
    const part = partOf(translator.average(-minor, currency, on), shareOn(on))
    sums[on >= moment.from ? 'result' : 'earlier'] += part
  }
  const dividends = (columns.get(holderId)?.rows ?? []).filter(
    ({ partnerId, caption, on }) =>
      partnerId === entityId && caption === 'investment-income' && on >= first && on <= last,
  )
  const adjustment = partOf(adjustmentSince(entityId, { first, last }, work), shareOn(last))
  const piece = (caption: Piece['caption'], minor: bigint, accountId: string | null = null): Piece => ({
    caption,
    kind: 'equity-method',
    entityId: holderId,
    accountId,
    partnerId: entityId,
    minor,
  })
  const received = dividends.map((row) =>
    piece(row.place === 'result' ? row.caption : 'retained-earnings', -row.told, row.accountId),
  )
  return [
    piece('investment-income', -sums.result),
    piece('retained-earnings', -sums.earlier),
    piece('other-comprehensive-income', -adjustment),
    ...received,
    piece(
      'investments-group',
      sums.result + sums.earlier + adjustment - received.reduce((sum, { minor }) => sum + minor, 0n),
    ),
  ].filter(({ minor }) => minor !== 0n)
}

/** What the rates moved of an entity's net assets since a day, beside what its results and its owners did. */
function adjustmentSince(
  entityId: string,
  { first, last }: { first: string; last: string },
  work: Work,
): bigint {
  const { translator, byEntity } = work
  const since = (byEntity.get(entityId) ?? []).filter(
    ({ on, caption }) => on >= first && on <= last && !isAtClosing(caption),
  )
  const moved = since.reduce((sum, one) => sum - toldOf(one, work), 0n)
  const before = netAssetsOn(entityId, addDays(first, -1), work)
  const atFirst = before.own === 0n ? 0n : translator.closing(before.own, before.currency, addDays(first, -1))
  return netAssetsOn(entityId, last, work).total - atFirst - moved
}

function toldOf({ caption, minor, currency, on }: Movement, { translator }: Work): bigint {
  return isResult(caption) ? translator.average(minor, currency, on) : translator.closing(minor, currency, on)
}

import type { Piece, Work } from './consolidation-model.ts'
import { isAtClosing, isResult } from './entity-column.ts'

/** What the parent entered on top: that of the period, and of earlier ones what carries forward, its results in retained earnings. */
export function topSidePieces({ given, moment, translator }: Work): Piece[] {
  const { rootId, members } = given
  const own = members.get(rootId)?.currency ?? given.currency
  const counted = given.topSide.filter(
    ({ on, carriesForward }) => on <= moment.on && (on >= moment.from || carriesForward),
  )
  const pieces = counted.map(({ entityId, caption, on, minor }): Piece => {
    const told = isResult(caption)
      ? translator.average(minor, own, on)
      : translator.closing(minor, own, isAtClosing(caption) ? moment.on : on)
    const isEarlier = isResult(caption) && on < moment.from
    return {
      caption: isEarlier ? 'retained-earnings' : caption,
      kind: 'top-side',
      entityId,
      accountId: null,
      partnerId: null,
      minor: told,
    }
  })
  const rest = pieces.reduce((sum, { minor }) => sum - minor, 0n)
  if (rest === 0n) return pieces
  const adjustment = { caption: 'other-comprehensive-income', kind: 'translation', entityId: rootId } as const
  return [...pieces, { ...adjustment, accountId: null, partnerId: null, minor: rest }]
}

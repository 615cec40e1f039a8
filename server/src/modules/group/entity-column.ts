import { CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import type {
  Column,
  ConsolidationInput,
  Member,
  Moment,
  Movement,
  Piece,
  Told,
  Translator,
} from './consolidation-model.ts'
import { controlRun, heldOn } from './group-ownership.ts'

export function isResult(caption: CaptionName): boolean {
  const { type } = CAPTIONS[caption]
  return type === 'income' || type === 'expense'
}

/** Assets, liabilities, and the exchange account with them: currencies meet there, and what it holds in each belongs to those. */
export function isAtClosing(caption: CaptionName): boolean {
  const { type } = CAPTIONS[caption]
  return type === 'asset' || type === 'liability' || caption === 'exchange'
}

export function isNetAsset(caption: CaptionName): boolean {
  const { type } = CAPTIONS[caption]
  return type === 'asset' || type === 'liability'
}

/**
 * What an entity adds to the sum: its balance sheet where it is controlled on the day, and its income and expenses of the
 * days under control. What was earned before the period, or before control, stands in retained earnings. What is left after
 * translation is the translation adjustment; in the group's own currency it is cents of rounding.
 */
export function columnOf(
  member: Member,
  movements: readonly Movement[],
  { given, moment, translator }: { given: ConsolidationInput; moment: Moment; translator: Translator },
): Column {
  const run = controlRun(given.ownership, member.id, moment.on)
  if (!run) return { member, rows: [], pieces: [] }
  const isOurs = heldOn(given.ownership, member.id, moment.on).method === 'full'
  const first = run.from > moment.from ? run.from : moment.from
  const known = movements.filter(({ on }) => on <= moment.on)
  const rows = isOurs
    ? [...balances(known, moment, translator), ...known.flatMap((one) => told(one, first, translator))]
    : known.flatMap((one) =>
        isResult(one.caption) && one.on >= first && (run.endedOn === null || one.on < run.endedOn)
          ? told(one, first, translator)
          : [],
      )
  const pieces = piecesOf(rows)
  const rest = pieces.reduce((sum, { minor }) => sum - minor, 0n)
  if (isOurs && rest !== 0n)
    pieces.push({
      caption: member.currency === given.currency ? 'exchange' : 'other-comprehensive-income',
      kind: 'translation',
      entityId: member.id,
      accountId: null,
      partnerId: null,
      minor: rest,
    })
  return { member, rows, pieces }
}

/** One conversion per account, partner and currency: what is rounded is what stands there, and not every stretch of it. */
function balances(known: readonly Movement[], { on }: Moment, translator: Translator): Told[] {
  const sums = new Map<string, Told>()
  for (const one of known) {
    if (!isAtClosing(one.caption)) continue
    const key = `${one.accountId} ${one.partnerId ?? ''} ${one.currency}`
    const sum = sums.get(key)
    if (sum) sum.minor += one.minor
    else sums.set(key, Object.assign({}, one, { told: 0n, place: 'balance' as const }))
  }
  for (const sum of sums.values()) sum.told = translator.closing(sum.minor, sum.currency, on)
  return [...sums.values()]
}

function told(one: Movement, first: string, translator: Translator): Told[] {
  if (isAtClosing(one.caption)) return []
  if (!isResult(one.caption))
    return [
      Object.assign({}, one, {
        told: translator.closing(one.minor, one.currency, one.on),
        place: 'balance' as const,
      }),
    ]
  const place = one.on >= first ? ('result' as const) : ('earlier' as const)
  return [Object.assign({}, one, { told: translator.average(one.minor, one.currency, one.on), place })]
}

function piecesOf(rows: readonly Told[]): Piece[] {
  const pieces = new Map<string, Piece>()
  for (const { caption: own, accountId, partnerId, entityId, told: minor, place } of rows) {
    const caption = place === 'earlier' ? 'retained-earnings' : own
    // Who the partner was in earlier years is of no use to a reader of retained earnings.
    const partner = place === 'earlier' ? null : partnerId
    const key = `${caption} ${accountId} ${partner ?? ''}`
    const piece = pieces.get(key)
    if (piece) piece.minor += minor
    else pieces.set(key, { caption, kind: 'entity', entityId, accountId, partnerId: partner, minor })
  }
  return [...pieces.values()].filter(({ minor }) => minor !== 0n)
}

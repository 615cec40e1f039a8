import { addDays } from '#kernel/periods.ts'
import { acquisitionsOf, apartByRates } from './acquisition.ts'
import { isBetweenOwners } from './between-owners.ts'
import { flowsBetween } from './cash-flows-between.ts'
import type { Flow, Movement, Piece, TopSideMovement, Translator, Work } from './consolidation-model.ts'
import { isAtClosing, isResult } from './entity-column.ts'
import { controlRun, heldOn } from './group-ownership.ts'
import { isInvestedIn } from './investments.ts'

/**
 * What moved cash in the period, by what it stands under: debits positive, as all pieces, and of cash itself what is no flow. Balances
 * are told at the average of their month as results are, equity at the rate of its day (IAS 7.25-28); what entities brought with
 * them, or took along, is no movement and so no flow. What has no cash in it (the equity method, a loss of control, others'
 * part, entries in no book that name no cash) has no piece here.
 */
export function cashFlows(before: Work, end: Work): Piece[] {
  return [...flowsOfBooks(before, end), ...investedWithin(before, end), ...topSideCash(end)]
}

/** What the books of the period say, but for what owners of the group put into its entities. */
export function flowsOfBooks(before: Work, end: Work): Piece[] {
  const flows = new Map([...end.given.members.keys()].map((id) => [id, flowsOf(id, end)]))
  const all = [...flows.values()].flat()
  return [
    ...all.filter(({ caption }) => caption !== 'cash').map((one) => pieceOf(one, one.told)),
    ...proceeds(end),
    ...[...flows].flatMap(([id, own]) => cashOf(id, own, { before, end })),
    ...flowsBetween(all, { before, end }),
  ]
}

export function pieceOf(
  { caption, entityId, accountId, partnerId }: Omit<Piece, 'kind' | 'minor'>,
  minor: bigint,
  kind: Piece['kind'] = 'entity',
): Piece {
  return { caption, kind, entityId, accountId, partnerId, minor }
}

/** The days of the period on which the group controls an entity, the last run of them. */
export function daysUnderControl(
  id: string,
  { given, moment }: Pick<Work, 'given' | 'moment'>,
): { first: string; last: string } | undefined {
  const run = controlRun(given.ownership, id, moment.on)
  if (!run) return undefined
  const first = run.from > moment.from ? run.from : moment.from
  const last = run.endedOn === null ? moment.on : addDays(run.endedOn, -1)
  return last < first ? undefined : { first, last }
}

function flowsOf(id: string, work: Work): Flow[] {
  const days = daysUnderControl(id, work)
  if (!days) return []
  const { translator, byEntity } = work
  return (byEntity.get(id) ?? [])
    .filter(({ on }) => on >= days.first && on <= days.last)
    .map((one) => {
      const isOfItsMonth = isAtClosing(one.caption) || isResult(one.caption)
      const told = isOfItsMonth
        ? translator.average(one.minor, one.currency, one.on)
        : translator.closing(one.minor, one.currency, one.on)
      return Object.assign({}, one, { told })
    })
}

/** A gain or loss that was booked with the sale of a stake is part of what the sale brought, and so of investing: with control lost. */
function proceeds(work: Work): Piece[] {
  const { given, translator } = work
  return given.gains.flatMap((gain) => {
    const days = daysUnderControl(gain.entityId, work)
    if (!days || gain.on < days.first || gain.on > days.last) return []
    if (isBetweenOwners(gain, given.ownership)) return []
    const told = translator.average(gain.minor, gain.currency, gain.on)
    return [
      pieceOf({ ...gain, partnerId: gain.resultPartnerId }, -told),
      pieceOf({ ...gain, caption: gain.investmentCaption, accountId: gain.investmentAccountId }, told),
    ]
  })
}

/**
 * What of an entity's cash is no flow: what it had when it came, and when it left; and what rates did, reckoned from cash itself and
 * from what owners moved at the rate of their days. What is then left is rounding, as long as it is no more than that can be.
 */
function cashOf(id: string, flows: readonly Flow[], { before, end }: { before: Work; end: Work }): Piece[] {
  const { given, moment, translator, byEntity } = end
  const days = daysUnderControl(id, end)
  const cash = (byEntity.get(id) ?? []).filter(({ caption }) => caption === 'cash')
  const at = (on: string, until: string) => cashStanding(cash, { on, until, translator })
  const dayBefore = addDays(moment.from, -1)
  const wasOurs = heldOn(given.ownership, id, before.moment.on).method === 'full'
  const isOurs = heldOn(given.ownership, id, moment.on).method === 'full'
  const opening = wasOurs ? at(dayBefore, dayBefore) : 0n
  const closing = isOurs ? at(moment.on, moment.on) : 0n
  if (!days) return noFlow({ id, disposed: -opening })
  const came = addDays(days.first, -1)
  const stays = wasOurs && days.first === moment.from
  const acquired = stays ? 0n : at(came, came)
  // Who was ours, left and came again took along what it had at first.
  const disposed = (isOurs ? 0n : -at(days.last, days.last)) - (stays ? 0n : opening)
  const exchange = exchangeOn(flows, { from: came, at: days.last, held: (on) => at(on, came), work: end })
  const flow = flows.reduce((sum, { caption, told }) => (caption === 'cash' ? sum : sum - told), 0n)
  const rest = closing - opening - acquired - disposed - exchange - flow
  const translated = flows.filter(({ currency }) => currency !== given.currency).length + cash.length
  const isRounding = rest <= BigInt(translated) && -rest <= BigInt(translated)
  return noFlow({ id, exchange, acquired, disposed, rounding: isRounding ? rest : 0n })
}

/** What of cash there was until a day, at the rate of another; one conversion for each place where it lies. */
export function cashStanding(
  cash: readonly Movement[],
  { on, until, translator }: { on: string; until: string; translator: Translator },
): bigint {
  const places = Map.groupBy(
    cash.filter((one) => one.on <= until),
    ({ accountId, partnerId, currency }) => `${accountId} ${partnerId ?? ''} ${currency}`,
  )
  return [...places.values()].reduce((sum, own) => {
    const minor = own.reduce((total, one) => total + one.minor, 0n)
    return sum + translator.closing(minor, own[0]?.currency ?? '', on)
  }, 0n)
}

function exchangeOn(
  flows: readonly Flow[],
  given: { from: string; at: string; held: (on: string) => bigint; work: Work },
): bigint {
  const { translator } = given.work
  const held = given.held(given.at) - given.held(given.from)
  const byCurrency = Map.groupBy(
    flows.filter(({ caption }) => caption === 'cash'),
    ({ currency }) => currency,
  )
  const moved = [...byCurrency].reduce((sum, [currency, own]) => {
    const minor = own.reduce((total, one) => total + one.minor, 0n)
    const told = own.reduce((total, one) => total + one.told, 0n)
    return sum + translator.closing(minor, currency, given.at) - told
  }, 0n)
  const owners = flows
    .filter(({ caption }) => !isAtClosing(caption) && !isResult(caption))
    .reduce((sum, one) => sum + one.told - translator.average(one.minor, one.currency, one.on), 0n)
  return held + moved + owners
}

export function noFlow(given: {
  id: string
  exchange?: bigint
  opened?: bigint
  acquired?: bigint
  disposed?: bigint
  rounding?: bigint
}): Piece[] {
  const place = { caption: 'cash', entityId: given.id, accountId: null, partnerId: null } as const
  return (['exchange', 'opened', 'acquired', 'disposed', 'rounding'] as const).flatMap((what) => {
    const minor = given[what] ?? 0n
    return minor === 0n ? [] : [pieceOf(place, minor, `cash:${what}`)]
  })
}

/** Capital that a holder paid in stays in the group, at the rate that it paid; what it paid for further stakes under control went to other owners. */
function investedWithin(before: Work, end: Work): Piece[] {
  return [...end.given.members.keys()].flatMap((id) => {
    const earlier = acquisitionsOf(id, before)
    return acquisitionsOf(id, end).flatMap((now) => {
      const then = earlier.find(({ holderId, from }) => holderId === now.holderId && from === now.from)
      const { opened } = now
      const contributed = now.contributed - opened.contributed - (then?.contributed ?? 0n)
      const apart = apartByRates(now, end)
      const byRates = apart === 0n ? 0n : apart - opened.paidLater - (then ? apartByRates(then, before) : 0n)
      const toOthers = now.changedLater
        ? now.paidLater - opened.paidLater - (then?.changedLater ? then.paidLater : 0n)
        : 0n
      const booked = (end.byEntity.get(now.holderId) ?? []).find((one) => isInvestedIn(id, one))
      const atHolder = {
        caption: booked?.caption ?? ('investments-group' as const),
        entityId: now.holderId,
        accountId: booked?.accountId ?? null,
        partnerId: id,
      }
      const atEntity = { caption: 'capital', entityId: id, accountId: null, partnerId: now.holderId } as const
      return [
        ...noFlow({ id, exchange: -byRates }),
        pieceOf(atHolder, -contributed - toOthers - byRates, 'elimination:investment'),
        pieceOf(atEntity, contributed, 'elimination:investment'),
        pieceOf({ ...atHolder, caption: 'noncontrolling-interest', accountId: null }, toOthers, 'nci'),
      ].filter(({ minor }) => minor !== 0n)
    })
  })
}

/** An entry in no book moves cash only where it names cash: money on its way, say. */
function topSideCash({ given, moment, translator }: Work): Piece[] {
  const { rootId, members, topSide } = given
  const own = members.get(rootId)?.currency ?? given.currency
  const within = topSide.filter(({ on }) => on >= moment.from && on <= moment.on)
  const dayBefore = addDays(moment.from, -1)
  const kept = topSide.filter(({ on, carriesForward }) => on < moment.from && carriesForward)
  const exchange =
    cashIn([...kept, ...within], (minor) => translator.closing(minor, own, moment.on)) -
    cashIn(kept, (minor) => translator.closing(minor, own, dayBefore)) -
    cashIn(within, (minor, on) => translator.average(minor, own, on))
  const flows = [...Map.groupBy(within, ({ entryId }) => entryId).values()]
    .filter((lines) => lines.some(isCash))
    .flat()
    .filter((line) => !isCash(line))
    .map(({ entityId, caption, on, minor }) =>
      pieceOf(
        { caption, entityId, accountId: null, partnerId: null },
        translator.average(minor, own, on),
        'top-side',
      ),
    )
  return [...flows, ...noFlow({ id: rootId, exchange })]
}

function isCash({ caption }: TopSideMovement): boolean {
  return caption === 'cash'
}

function cashIn(lines: readonly TopSideMovement[], told: (minor: bigint, on: string) => bigint): bigint {
  return lines.filter(isCash).reduce((sum, { minor, on }) => sum + told(minor, on), 0n)
}

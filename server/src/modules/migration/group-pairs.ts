import type { Id } from '#kernel/ids.ts'
import type { CaptionName } from '#kernel/captions.ts'
import type { Transaction } from '#server/database/database.ts'
import { entitiesWithBooks, groupBalances, groupSums, type GroupSum } from '#server/modules/closing/index.ts'
import type { DecidedCompany, KnownEntity } from './import-model.ts'

/** What a company and an entity say of each other once all is posted, both as the company sees it. */
export interface GroupPair {
  company: string
  entity: KnownEntity
  partner: KnownEntity
  of: GroupSum['of']
  currency: string
  oursMinor: bigint
  /** Null where there is no book on the other side that can be read. */
  theirsMinor: bigint | null
}

type Sum = Omit<GroupSum, 'month'>

const OF: Partial<Record<CaptionName, GroupSum['of']>> = {
  'due-from-group': 'trade',
  'due-to-group': 'trade',
  'loans-to-group': 'loan',
  'loans-from-group': 'loan',
}

/**
 * Claims against debts, as the close will hold them against each other. Books of two companies do differ, so what lies between is shown
 * and stops nothing: it is settled by an entry on one side, which only somebody who knows can make.
 */
export async function groupPairs(
  tx: Transaction,
  companies: readonly DecidedCompany[],
  entities: readonly KnownEntity[],
): Promise<GroupPair[]> {
  const planned = companies.flatMap((one) => sumsOf(one))
  if (planned.every(({ partnerId }) => partnerId === null)) return []
  const own = companies.flatMap(({ entity }) => entity ?? [])
  const last = companies.reduce((day, { asOf }) => (asOf > day ? asOf : day), '')
  const [posted, withBooks] = await Promise.all([
    groupSums(
      tx,
      own.map(({ id, bookId }) => ({ id: bookId, entityId: id })),
      { startsOn: last, endsOn: last },
    ),
    entitiesWithBooks(
      tx,
      entities.map(({ id }) => id),
    ),
  ])
  for (const { id } of own) withBooks.add(id)
  const known = new Map<string, KnownEntity>(entities.map((one) => [one.id, one]))
  const sums = [...posted, ...planned]
  const told = new Set<Id<'entity'>>()
  return companies.flatMap(({ company, entity }) => {
    if (!entity || told.has(entity.id)) return []
    const pairs = groupBalances(entity.id, sums, withBooks).flatMap(({ partnerId, ...pair }): GroupPair[] => {
      const partner = known.get(partnerId ?? '')
      if (!partner || told.has(partner.id)) return []
      const theirsMinor = pair.theirsMinor === null ? null : -pair.theirsMinor
      return [{ company, entity, partner, ...pair, theirsMinor }]
    })
    told.add(entity.id)
    return pairs
  })
}

function sumsOf({ entity, currency, entries }: DecidedCompany): Sum[] {
  if (!entity || currency === undefined) return []
  return entries
    .flatMap(({ lines }) => lines)
    .flatMap(({ target: { caption }, partnerId, minor }) => {
      const of = caption && OF[caption]
      return of ? [{ entityId: entity.id, partnerId, of, currency, minor }] : []
    })
}

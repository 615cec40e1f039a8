import { windowOf, within, type BookWindow } from './book-days.ts'
import { daysWith, planBusinessEntries } from './plan-business-entries.ts'
import type { PlannedBusiness } from './plan-businesses.ts'
import { FOREIGN_CASH, fund, invest, type Investment, type Owner } from './plan-capital.ts'
import { BANK, BRITAIN, EUROPE, HOLDING, type PlannedEntity } from './plan-entities.ts'
import { planGroupDealings } from './plan-group-dealings.ts'
import { planOverhead, type Office } from './plan-overhead.ts'
import { planPurchase, planSaleOf } from './plan-shares.ts'
import type { StudioPlan } from './plan-studio.ts'
import type { PlannedBook, PlannedEntry } from './planned-entry.ts'

export interface BooksGiven {
  seed: number
  today: string
  /** Full months before the running one. */
  months: number
}

interface Means {
  plan: StudioPlan
  seed: number
  window: BookWindow
  isOurs: ReadonlySet<string>
}

/** Who has rooms and people; a business with an entity of its own pays its own, as costs of the business. */
const SHELL: Office = { people: 0, rent: 0 }
const OFFICES = new Map<string, Office>([
  [HOLDING, { people: 21, rent: 9_400 }],
  [BANK, { people: 12, rent: 5_850 }],
  [EUROPE, { people: 4, rent: 2_150 }],
  [BRITAIN, { people: 3, rent: 1_980 }],
])
const LLC_OFFICE: Office = { people: 5, rent: 2_640 }

/** Whose businesses have a balance sheet each, and cash of their own. */
const BY_BUSINESS = new Set(['AI Boss Education LLC', 'AI Boss Knowledge LLC'])

/**
 * The books, one at a time, so that nobody holds all of their lines at once: those of businesses first, then those who put capital into
 * them, and the holding at last, for what an owner pays in follows from what was asked of it.
 */
export function* planBooks(plan: StudioPlan, { seed, today, months }: BooksGiven): Generator<PlannedBook> {
  const isOurs = new Set(plan.entities.map(({ name }) => name))
  const means = { plan, seed, window: windowOf({ today, months }), isOurs }
  const groups = Map.groupBy(plan.businesses, ({ entity }) => entity)
  const llcs = [...new Set(plan.businesses.map(({ llc }) => llc))]
  const dealings = planGroupDealings({ ...means, llcs })
  const asked = new Map<string, Investment[]>()
  const owners = [...llcs, EUROPE, BRITAIN, BANK, HOLDING]
  const own = plan.entities.filter(({ name }) => !owners.includes(name))
  const last = owners.flatMap((name) => plan.entities.filter((one) => one.name === name))
  for (const entity of [...own, ...last]) {
    const { name, functionalCurrency: currency, kind } = entity
    const businesses = groups.get(name) ?? []
    const investments = asked.get(name) ?? []
    const isOwner = owners.includes(name)
    const activity = [
      ...investments.flatMap((one) => invest(one, currency)),
      ...planPurchase(name, means.window),
      ...(dealings.get(name) ?? []),
      ...businesses.flatMap((one) =>
        planBusinessEntries(one, {
          ...means,
          currency,
          earnings: plan.earnings.get(one.name),
          isWithCash: BY_BUSINESS.has(name),
        }),
      ),
      ...overheadOf(entity, businesses, { ...means, isOwner }),
      ...planSaleOf(plan, { owner: name, investments, window: means.window }),
    ]
    const funded = fund(activity, { entity: name, currency, ownersOn: (on) => ownersOf(name, on, means) })
    for (const one of funded.investments) asked.set(one.owner, [...(asked.get(one.owner) ?? []), one])
    yield {
      entity: name,
      chart: kind === 'LLC' ? 'us-gaap-llc' : 'ifrs',
      currency,
      byBusinessFrom: BY_BUSINESS.has(name) ? means.window.from : undefined,
      foreignCash: name === HOLDING ? foreignCash() : [],
      entries: funded.entries,
    }
  }
}

function foreignCash(): PlannedBook['foreignCash'] {
  return Object.entries(FOREIGN_CASH).map(([currency, { code, name }]) => ({ currency, code, name }))
}

function overheadOf(
  { name }: PlannedEntity,
  businesses: readonly PlannedBusiness[],
  { seed, window, isOwner }: Means & { isOwner: boolean },
): PlannedEntry[] {
  const all = { from: window.from, to: window.today }
  const [business] = businesses
  if (isOwner) return planOverhead(name, OFFICES.get(name) ?? LLC_OFFICE, { seed, window, open: all })
  return business ? planOverhead(name, SHELL, { seed, window, open: within(daysWith(business), all) }) : []
}

/** On that day. What was spun out is paid for by whoever joined it, and no more by us. */
function ownersOf(entity: string, on: string, { plan, isOurs }: Means): Owner[] {
  const stakes = plan.stakes.filter(
    (one) => one.entity === entity && one.from <= on && (one.until === null || one.until >= on),
  )
  const all = stakes.map(({ owner, percent, evidence }) => ({
    name: owner,
    percent: Number(percent),
    isOurs: isOurs.has(owner),
    isJoining: evidence === 'Spin-out agreement' && !isOurs.has(owner),
  }))
  const joining = all.filter(({ isJoining }) => isJoining)
  return joining.length > 0 ? joining.slice(-1) : all
}

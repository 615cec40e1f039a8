import { nextPeriod, type Period } from '#kernel/periods.ts'
import type { Seeded } from '#kernel/seeded.ts'
import { isIn, workday, type BookWindow, type Days } from './book-days.ts'
import { chanceFor } from './chance-for.ts'
import type { PlannedEntry, PlannedLine } from './planned-entry.ts'

/** What an entity spends that belongs to no business of its own. */
export interface Office {
  /** People on its payroll, each with a payslip twice a month; 0 where it is but a shell. */
  people: number
  /** A month of the rooms, in units of its currency; 0 without rooms. */
  rent: number
}

interface OfficeGiven {
  seed: number
  window: BookWindow
  /** The days on which the entity is ours. */
  open: Days
}

const WITHHELD_PERCENT = 24n

export function planOverhead(entity: string, office: Office, given: OfficeGiven): PlannedEntry[] {
  const salaries = salariesOf(entity, office.people, given.seed)
  return given.window.months
    .flatMap((month) => {
      const chance = chanceFor(given.seed, entity, month.name, 'overhead')
      return [
        ...standing(month, chance),
        ...(office.rent > 0 ? rooms(month, office.rent, chance) : []),
        ...wages(month, salaries, given.window),
      ]
    })
    .filter(({ on }) => isIn(on, given.open) && on <= given.window.today)
}

/** Minor units a half month. */
function salariesOf(entity: string, people: number, seed: number): bigint[] {
  const chance = chanceFor(seed, entity, 'salaries')
  return Array.from({ length: people }, () => BigInt(chance.whole(181_000, 492_000)))
}

/** What even a shell pays: its bank, and once a year whoever answers for it at the register. */
function standing(month: Period, chance: Seeded): PlannedEntry[] {
  const bank = BigInt(chance.whole(940, 2_890))
  const agent = BigInt(chance.whole(12_900, 38_400))
  const fee = spent(month, {
    account: '7020',
    day: 31,
    minor: bank,
    memo: 'Fees of the bank account',
    counterparty: 'GenixBank and correspondents',
  })
  if (!month.name.endsWith('-02')) return [fee]
  return [
    fee,
    spent(month, {
      account: '6050',
      day: 20,
      minor: agent,
      memo: 'Registered office, a year',
      counterparty: 'Capitol Agents Inc.',
    }),
  ]
}

function rooms(month: Period, rent: number, chance: Seeded): PlannedEntry[] {
  const about = (units: number) => BigInt(Math.round(units * (82 + chance.next() * 36)))
  const at = (given: Omit<Spent, 'minor'>, units: number) => spent(month, { ...given, minor: about(units) })
  const card = { source: 'card', counterparty: 'Cards of the team' }
  return [
    // The rent is the same each month; what is used is not.
    spent(month, {
      account: '6040',
      day: 1,
      minor: BigInt(rent * 100 + 37),
      memo: 'Rent',
      counterparty: 'Millrace Property LP',
    }),
    at(
      { account: '6040', day: 7, memo: 'Electricity and heating', counterparty: 'City Utilities' },
      rent / 9,
    ),
    ...[2, 13, 23].map((day) => at({ account: '6040', day, memo: 'Office supplies', ...card }, rent / 40)),
    ...[6, 16, 27].map((day) =>
      at({ account: '6030', day, memo: 'Software for the team', ...card }, rent / 14),
    ),
    at(
      {
        account: '6030',
        day: 28,
        memo: 'AI agents of the back office',
        source: 'card',
        counterparty: 'Parrot Models API',
      },
      rent / 6,
    ),
    at({ account: '6050', day: 14, memo: 'Bookkeeping', counterparty: 'Osei & Brandt CPAs' }, rent / 5),
    at({ account: '6050', day: 22, memo: 'Counsel', counterparty: 'Lindqvist Okafor LLP' }, rent / 7),
  ]
}

interface Spent {
  account: string
  day: number
  minor: bigint
  memo: string
  counterparty: string
  source?: string
}

function spent(
  month: Period,
  { account, day, minor, memo, counterparty, source = 'bank' }: Spent,
): PlannedEntry {
  return {
    on: workday(month, day),
    memo: `${memo}, ${month.name}`,
    source,
    externalId: `overhead-${account}-${month.name}-${day}`,
    lines: [
      { account, minor, isOverhead: true, counterparty },
      { account: '1010', minor: -minor, counterparty },
    ],
  }
}

/** A payslip a person and half month; what was withheld goes to the tax office in the month after. */
function wages(month: Period, salaries: readonly bigint[], { from, months }: BookWindow): PlannedEntry[] {
  const halves = [15, 31].flatMap((day, half) =>
    salaries.map((minor, at): PlannedEntry => {
      const withheld = (minor * WITHHELD_PERCENT) / 100n
      const lines: PlannedLine[] = [
        { account: '6010', minor, isOverhead: true },
        { account: '2300', minor: -withheld },
        { account: '1010', minor: withheld - minor },
      ]
      const person = String(at + 1).padStart(2, '0')
      const memo = `Wages, half ${half + 1} of ${month.name}, person ${person}`
      return {
        on: workday(month, day),
        memo,
        source: 'payroll',
        externalId: `pay-${month.name}-${half + 1}-${person}`,
        lines,
      }
    }),
  )
  const withheld = salaries.reduce((sum, minor) => sum + ((minor * WITHHELD_PERCENT) / 100n) * 2n, 0n)
  const isPaid = withheld > 0n && month.name !== months.at(-1)?.name && month.startsOn >= from
  if (!isPaid) return halves
  const remitted = {
    on: workday(nextPeriod(month), 10),
    memo: `Tax withheld from wages of ${month.name}`,
    source: 'payroll',
    externalId: `pay-${month.name}-tax`,
    lines: [
      { account: '2300', minor: withheld },
      { account: '1010', minor: -withheld },
    ],
  }
  return [...halves, remitted]
}

import { addDays, daysBetween, nextPeriod, type Period } from '#kernel/periods.ts'
import { workday, type BookWindow } from './book-days.ts'
import { chanceFor } from './chance-for.ts'
import { ONE_SIDED } from './faults.ts'
import { BANK, HOLDING } from './plan-entities.ts'
import { slugOf, type PlannedEntry, type PlannedLine } from './planned-entry.ts'

/** What GenixBank lends, in whole dollars. */
const LOANS = [
  { to: 'AI Boss E-commerce LLC', dollars: 380_000, percentPerYear: 6.25 },
  { to: 'AI Boss Technology LLC', dollars: 245_000, percentPerYear: 5.75 },
] as const

interface Dealing {
  on: string
  memo: string
  source: string
  externalId: string
  /** Whose books it stands in, and where; amounts are the same on both sides. */
  sides: readonly { entity: string; lines: readonly PlannedLine[] }[]
}

/** What entities of the group do with each other: one list of deals, of which each side books its own. */
export function planGroupDealings(given: {
  seed: number
  llcs: readonly string[]
  window: BookWindow
}): Map<string, PlannedEntry[]> {
  const { window, llcs } = given
  const deals = [
    ...llcs.flatMap((llc) => window.months.flatMap((month) => services(llc, month, given.seed))),
    ...LOANS.filter(({ to }) => llcs.includes(to)).flatMap((loan) => lent(loan, window)),
    ...oneSided(window),
  ].filter(({ on }) => on <= window.today)
  const books = new Map<string, PlannedEntry[]>()
  for (const { sides, ...deal } of deals) {
    for (const { entity, lines } of sides) {
      const known = books.get(entity)
      if (known) known.push({ ...deal, lines })
      else books.set(entity, [{ ...deal, lines }])
    }
  }
  return books
}

/** A fault, planted: the other side has nothing of it. */
function oneSided(window: BookWindow): Dealing[] {
  const { entity, partner, minor, daysAgo } = ONE_SIDED
  const on = addDays(window.today, -daysAgo)
  if (on < window.from) return []
  const lines = [
    { account: '1150', minor, partner },
    { account: '1010', minor: -minor },
  ]
  const memo = `Card payment for ${partner}, imported`
  return [{ on, memo, source: 'import', externalId: 'import-one-sided', sides: [{ entity, lines }] }]
}

/** Billed on the last workday, and settled through the banks in the month after. */
function services(llc: string, month: Period, seed: number): Dealing[] {
  const minor = BigInt(chanceFor(seed, llc, month.name, 'services').whole(312_000, 986_000))
  const [provider, client] = [{ partner: HOLDING }, { partner: llc }]
  const slug = slugOf(llc)
  return [
    {
      on: workday(month, 31),
      memo: `Shared services of ${month.name}: ${llc}`,
      source: 'group',
      externalId: `services-${slug}-${month.name}`,
      sides: [
        {
          entity: HOLDING,
          lines: [
            { account: '1150', minor, ...client },
            { account: '4100', minor: -minor, isOverhead: true, ...client },
          ],
        },
        {
          entity: llc,
          lines: [
            { account: '6060', minor, isOverhead: true, ...provider },
            { account: '2050', minor: -minor, ...provider },
          ],
        },
      ],
    },
    {
      on: workday(nextPeriod(month), 12),
      memo: `Settled: shared services of ${month.name}, ${llc}`,
      source: 'bank',
      externalId: `services-${slug}-${month.name}-paid`,
      sides: [
        {
          entity: HOLDING,
          lines: [
            { account: '1010', minor },
            { account: '1150', minor: -minor, ...client },
          ],
        },
        {
          entity: llc,
          lines: [
            { account: '2050', minor, ...provider },
            { account: '1010', minor: -minor },
          ],
        },
      ],
    },
  ]
}

/** Paid out in the first month that is told; interest is paid on the last workday of each, by days of a year of 360. */
function lent({ to, dollars, percentPerYear }: (typeof LOANS)[number], window: BookWindow): Dealing[] {
  const [first] = window.months
  if (!first) return []
  const minor = BigInt(dollars * 100)
  const drawnOn = workday(first, 3)
  const [lender, borrower] = [{ partner: BANK }, { partner: to }]
  const slug = slugOf(to)
  const drawn = {
    on: drawnOn,
    memo: `Loan of ${BANK} to ${to}, ${percentPerYear} % a year`,
    source: 'bank',
    externalId: `loan-${slug}`,
    sides: [
      {
        entity: BANK,
        lines: [
          { account: '1650', minor, ...borrower },
          { account: '1010', minor: -minor },
        ],
      },
      {
        entity: to,
        lines: [
          { account: '1010', minor },
          { account: '2550', minor: -minor, ...lender },
        ],
      },
    ],
  }
  let since = drawnOn
  const interest = window.months.map((month): Dealing => {
    const on = workday(month, 31)
    const days = daysBetween({ from: since, to: on })
    since = on
    const due = BigInt(Math.round((Number(minor) * percentPerYear * days) / 36_000))
    return {
      on,
      memo: `Interest of ${month.name} on the loan to ${to}, ${days} days`,
      source: 'bank',
      externalId: `interest-${slug}-${month.name}`,
      sides: [
        {
          entity: BANK,
          lines: [
            { account: '1010', minor: due },
            { account: '7100', minor: -due, isOverhead: true, ...borrower },
          ],
        },
        {
          entity: to,
          lines: [
            { account: '7010', minor: due, isOverhead: true, ...lender },
            { account: '1010', minor: -due },
          ],
        },
      ],
    }
  })
  return [drawn, ...interest]
}

import type { BookWindow } from './book-days.ts'
import type { Investment } from './plan-capital.ts'
import { EUROPE } from './plan-entities.ts'
import type { StudioPlan } from './plan-studio.ts'
import { slugOf, type PlannedEntry } from './planned-entry.ts'
import { chanceFor } from './chance-for.ts'
import { ACQUIRED, acquiredOn, EXITED } from './specials.ts'

/** What Old Brass Hardware had on the day on which it was bought, in euro cents; its price was just that. */
const BROUGHT = { cash: 4_121_837n, inventory: 6_290_511n, equipment: 8_227_652n } as const
const ACQUIRED_ENTITY = `${ACQUIRED.name} GmbH`

/** Both sides of the purchase, each in its own book: what is paid for the shares, and what the company brought. */
export function planPurchase(entity: string, { from, today }: BookWindow): PlannedEntry[] {
  const on = acquiredOn(today)
  if (on < from) return []
  const { cash, inventory, equipment } = BROUGHT
  const price = cash + inventory + equipment
  const about = { on, source: 'bank', externalId: `purchase-${slugOf(ACQUIRED.name)}` }
  if (entity === EUROPE) {
    const lines = [
      { account: '1600', minor: price, partner: ACQUIRED_ENTITY },
      { account: '1010', minor: -price, counterparty: ACQUIRED.seller },
    ]
    return [{ ...about, memo: `All shares of ${ACQUIRED_ENTITY}, bought of ${ACQUIRED.seller}`, lines }]
  }
  if (entity !== ACQUIRED_ENTITY) return []
  const lines = [
    { account: '1010', minor: cash },
    { account: '1200', minor: inventory },
    { account: '1510', minor: equipment },
    { account: '3010', minor: -price, partner: EUROPE },
  ]
  return [{ ...about, memo: 'What it had on the day on which it was bought', source: 'opening', lines }]
}

/** Companies that this owner sold: what was put into them leaves its books, and the rest of the price is a gain. */
export function planSaleOf(
  { businesses }: StudioPlan,
  { owner, investments, window }: { owner: string; investments: readonly Investment[]; window: BookWindow },
): PlannedEntry[] {
  return EXITED.flatMap(({ name, buyer }) => {
    const sold = businesses.find((one) => one.name === name)
    const on = sold?.life.steps.at(-1)?.on ?? ''
    if (sold?.llc !== owner || on < window.from || on > window.today) return []
    const { entity } = sold
    const paidIn = investments
      .filter((one) => one.entity === entity)
      .reduce((sum, { minor }) => sum + minor, 0n)
    // The lawyers of both sides leave no round sum.
    const price = paidIn + BigInt(chanceFor(0, name, 'price').whole(90_000_001, 310_000_000))
    const cost = paidIn > 0n ? [{ account: '1600', minor: -paidIn, partner: entity }] : []
    return [
      {
        on,
        memo: `All shares of ${entity}, sold to ${buyer}`,
        source: 'bank',
        externalId: `sale-${slugOf(name)}`,
        lines: [
          { account: '1010', minor: price, counterparty: buyer },
          ...cost,
          { account: '7100', minor: paidIn - price, isOverhead: true as const, counterparty: buyer },
        ],
      },
    ]
  })
}

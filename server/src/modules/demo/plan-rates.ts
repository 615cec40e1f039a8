import { addDays } from '#kernel/periods.ts'
import { chanceFor } from './chance-for.ts'
import { windowOf } from './book-days.ts'

export interface PlannedRate {
  base: string
  quote: 'USD'
  on: string
  rate: string
  source: string
}

/** About what the plan of the books converts at, so that their figures stay those that were told in dollars. */
const AROUND: Record<string, number> = { EUR: 1.08, GBP: 1.27 }
/** So far they wander from it, at most. */
const WANDERS = 0.025

/** A rate for each Friday and each last day of a month: invented, as all of the demonstration is. */
export function planRates({
  seed,
  today,
  months,
}: {
  seed: number
  today: string
  months: number
}): PlannedRate[] {
  const { from } = windowOf({ today, months })
  return Object.entries(AROUND).flatMap(([base, around]) => {
    const chance = chanceFor(seed, base, 'rates')
    const phase = chance.next() * Math.PI * 2
    const days = daysFrom(addDays(from, -31), today).filter(isQuoted)
    return days.map((on, at): PlannedRate => {
      const wave = Math.sin(phase + at / 9) * 0.7 + (chance.next() - 0.5) * 0.6
      return {
        base,
        quote: 'USD',
        on,
        rate: (around * (1 + WANDERS * wave)).toFixed(4),
        source: 'Invented for the demonstration',
      }
    })
  })
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

function isQuoted(day: string): boolean {
  const isFriday = new Date(`${day}T00:00:00Z`).getUTCDay() === 5
  return isFriday || addDays(day, 1).endsWith('-01')
}

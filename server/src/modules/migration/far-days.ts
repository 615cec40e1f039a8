import { daysBetween } from '#kernel/periods.ts'

const DAYS_AHEAD_MAX = 366
const DAYS_BACK_MAX = 30 * 366

/** A day that is more likely mistyped than meant: over a year ahead, or over thirty years ago. Books take it all the same. Pure. */
export function isFarOff(day: string, today: string): boolean {
  const ahead = daysBetween({ from: today, to: day })
  return ahead > DAYS_AHEAD_MAX || ahead < -DAYS_BACK_MAX
}

export const farOff = (day: string) => ({
  en: `Something would be posted on ${day}, which is far off. See whether the year in the file is right; if it is, nothing stands in the way.`,
  de: `Am ${day} würde etwas gebucht, und das ist weit weg. Sehen Sie nach, ob das Jahr in der Datei stimmt; stimmt es, steht nichts im Weg.`,
})

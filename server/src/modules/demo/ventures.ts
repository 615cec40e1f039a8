import { assert } from '#kernel/assert.ts'

/** What a business of the demonstration is, before anything is known of its life. */
export interface Venture {
  name: string
  /** "reconciles card payouts against bank lines every night" */
  does: string
  /** "bakeries, cafés and small shops" */
  whom: string
}

/** Reads one venture a line: `name | what it does | for whom`. */
export function ventures(lines: string): readonly Venture[] {
  return lines
    .trim()
    .split('\n')
    .map((text) => {
      const [name, does, whom, ...more] = text.split(' | ')
      assert(name && does && whom && more.length === 0, `no venture: ${text}`)
      return { name, does, whom }
    })
}

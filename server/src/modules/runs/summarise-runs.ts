import { z } from 'zod'
import { instant } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countEnded } from './runs-queries.ts'

export const summariseRuns = operation({
  name: 'runs.summarise-runs',
  summary:
    'Counts the runs that ended since a moment, by what came of them; without one, since the month began in UTC.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'runs.read',
  risk: 'none',
  input: z.strictObject({ since: z.iso.datetime().max(40).optional().describe('ISO 8601 in UTC.') }),
  output: z.strictObject({
    since: instant(),
    done: z.int(),
    failed: z.int(),
    cancelled: z.int(),
    standingPasses: z
      .int()
      .describe('How often the standing runs did their work, since they began; they never end.'),
  }),
  examples: async () => [{}, { since: '2026-01-01T00:00:00Z' }],
  async handle({ since }, { tx }) {
    return countEnded(tx, since ?? startOfMonth(new Date()))
  },
})

function startOfMonth(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth())).toISOString()
}

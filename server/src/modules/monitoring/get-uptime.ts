import { z } from 'zod'
import { instant } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countMinutes } from './uptime-queries.ts'

export const getUptime = operation({
  name: 'monitoring.get-uptime',
  summary:
    'Tells in how many of the minutes that were probed every part answered, and how many nobody probed: those are unknown, and count as neither.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'monitoring.read',
  risk: 'none',
  input: z.strictObject({ days: z.int().min(1).max(90).default(30) }),
  output: z.strictObject({
    share: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe('Minutes that were up, of those that were probed; null before the first.'),
    since: instant().nullable().describe('The first minute that counts.'),
    upMinutes: z.int(),
    downMinutes: z.int(),
    unknownMinutes: z
      .int()
      .describe('Minutes since then that nobody probed, as while the program did not run.'),
  }),
  examples: async () => [{}, { days: 7 }],
  async handle({ days }, { tx }) {
    const { since, minutes, up, down } = await countMinutes(tx, days)
    return {
      share: up + down === 0 ? null : up / (up + down),
      since,
      upMinutes: up,
      downMinutes: down,
      unknownMinutes: Math.max(0, minutes - up - down),
    }
  },
})

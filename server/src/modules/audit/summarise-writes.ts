import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { countWrites } from './writes-queries.ts'

/** Kinds of actors that work without a person's hand. A run acts for whoever asked for it, and is not one of them. */
const AUTOMATIC = new Set(['agent', 'workflow'])

export const summariseWrites = operation({
  name: 'audit.summarise-writes',
  summary:
    'Counts the writes of the last days that changed something, by the kind of who made them, and the share of agents and workflows.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'audit.read',
  risk: 'none',
  input: z.strictObject({ days: z.int().min(1).max(90).default(30) }),
  output: z.strictObject({
    writes: z.int().describe('Lines of the audit with at least one change, outcome done.'),
    automatic: z.int().describe('Those made by an agent or a workflow.'),
    share: z.number().min(0).max(1).nullable().describe('Of these writes; null where there is none.'),
    kinds: z
      .array(z.strictObject({ kind: z.string().max(20), writes: z.int() }))
      .max(20)
      .describe('By the kind of actor, most first.'),
  }),
  examples: async () => [{}, { days: 7 }],
  async handle({ days }, { tx }) {
    const kinds = await countWrites(tx, days)
    const writes = kinds.reduce((sum, one) => sum + one.writes, 0)
    const automatic = kinds
      .filter(({ kind }) => AUTOMATIC.has(kind))
      .reduce((sum, one) => sum + one.writes, 0)
    return { writes, automatic, share: writes === 0 ? null : automatic / writes, kinds }
  },
})

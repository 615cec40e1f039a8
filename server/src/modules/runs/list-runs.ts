import { z } from 'zod'
import { PageFields, onlyIds, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { RunStatus } from '#server/runs/run-states.ts'
import { countRuns, pageOfRuns } from './runs-queries.ts'
import { Run } from './schema.ts'

const ORDER = ['newest']

export const listRuns = operation({
  name: 'runs.list-runs',
  summary:
    'Pages through long work, newest first: what waits, what is at work, what came of it, and what stands.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'runs.read',
  risk: 'none',
  resolves: 'run',
  input: z.strictObject({
    ids: onlyIds('run'),
    status: RunStatus.optional(),
    program: z.string().max(120).optional(),
    isStanding: z.boolean().optional().describe('True: only what never ends. False: only what does.'),
    isMine: z.boolean().optional().describe('True: only what you asked for yourself.'),
    ...PageFields,
  }),
  output: pageOf(Run),
  examples: async (factory) => {
    await factory.aRun('queued')
    return [{}, { status: 'queued' as const, isStanding: false, limit: 1 }]
  },
  async handle({ cursor, limit, ...filter }, { tx, language }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfRuns(tx, filter, { after, limit: limit + 1, language }),
      countRuns(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
  },
})

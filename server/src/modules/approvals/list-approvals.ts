import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { coverageOf, coverageSetting } from '#server/catalogue/access.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { ApprovalStatus } from './approval-states.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { countApprovals, pageOfApprovals } from './approvals-queries.ts'
import { DECIDE } from '#server/modules/identity/index.ts'
import { exampleApproval } from './example-approval.ts'
import { Approval } from './schema.ts'
import { loneRoles, viewerOf } from './viewer.ts'

const ORDER = ['newest']

export function listApprovals(operations: OperationsOf) {
  return operation({
    name: 'approvals.list-approvals',
    summary:
      'Pages through what waits for a person, or waited, newest first: yours to decide, asked by you, or all.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'approvals.read',
    risk: 'none',
    input: z.strictObject({
      view: z
        .enum(['to-decide', 'asked', 'all'])
        .default('all')
        .describe('to-decide is what waits for you; asked is what you, or a key that you made, asked for.'),
      status: ApprovalStatus.optional(),
      ...PageFields,
    }),
    output: pageOf(Approval),
    examples: async (factory) => {
      await exampleApproval(factory)
      return [
        {},
        { view: 'to-decide' as const, limit: 1 },
        { view: 'asked' as const, status: 'done' as const },
      ]
    },
    async handle({ view, status, cursor, limit }, { tx, access, language }) {
      const after = readCursor(cursor, ORDER)
      const { studioId, personId, sessionId } = present(access, 'somebody signed in')
      const deciding = access && sessionId ? coverageOf(access, DECIDE) : undefined
      if (view === 'to-decide') {
        if (!deciding) return { items: [], nextCursor: null, total: 0 }
        await tx.enter({ studioId, personId, coverage: coverageSetting(deciding) })
      }
      const viewer = viewerOf({ access, language }, operations)
      const toDecide = view === 'to-decide' ? loneRoles(access, operations) : undefined
      const filter = { status, isAsked: view === 'asked', toDecide }
      const [rows, total] = await Promise.all([
        pageOfApprovals(tx, { viewer, filter, after, limit: limit + 1 }),
        countApprovals(tx, viewer, filter),
      ])
      return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
    },
  })
}

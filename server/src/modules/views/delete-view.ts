import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { exampleView, ownView } from './own-view.ts'
import { setViewDeleted } from './views-queries.ts'

export function deleteView(operations: OperationsOf) {
  return operation({
    name: 'views.delete-view',
    summary:
      'Takes one of your own views away, for everybody where it is shared. It can be restored as it was.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    isForPeople: true,
    isNeverHeld: true,
    input: z.strictObject({ viewId: id('saved_view') }),
    output: z.strictObject({ viewId: id('saved_view') }),
    examples: async (factory) => [{ viewId: (await exampleView(operations, factory)).id }],
    undo: (_input, { viewId }) => ({ operation: 'views.restore-view', input: { viewId } }),
    async handle({ viewId }, context) {
      const { name } = await ownView(context, viewId)
      await setViewDeleted(context.tx, viewId, true)
      context.record({ type: 'views.view-deleted', subjectId: viewId, before: { name } })
      return { viewId }
    },
  })
}

import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { deleteView } from './delete-view.ts'
import { exampleView, ownView } from './own-view.ts'
import { setViewDeleted } from './views-queries.ts'

export function restoreView(operations: OperationsOf) {
  return operation({
    name: 'views.restore-view',
    summary: 'Brings back one of your own views that was deleted, as it was.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    isForPeople: true,
    isNeverHeld: true,
    input: z.strictObject({ viewId: id('saved_view') }),
    output: z.strictObject({ viewId: id('saved_view') }),
    examples: async (factory) => {
      const { id: viewId } = await exampleView(operations, factory)
      return [await factory.invoke(deleteView(operations), { viewId })]
    },
    undo: (_input, { viewId }) => ({ operation: 'views.delete-view', input: { viewId } }),
    async handle({ viewId }, context) {
      const { name } = await ownView(context, viewId, true)
      await setViewDeleted(context.tx, viewId, false)
      context.record({ type: 'views.view-restored', subjectId: viewId, after: { name } })
      return { viewId }
    },
  })
}

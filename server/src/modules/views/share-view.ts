import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { exampleView, ownView } from './own-view.ts'
import { updateView } from './views-queries.ts'

export function shareView(operations: OperationsOf) {
  return operation({
    name: 'views.share-view',
    summary:
      'Shows one of your own views to everybody in the studio, or takes it back. It gives nobody rights.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'views.share',
    risk: 'none',
    isForPeople: true,
    isNeverHeld: true,
    input: z.strictObject({ viewId: id('saved_view'), isShared: z.boolean() }),
    output: z.strictObject({
      viewId: id('saved_view'),
      isShared: z.boolean(),
      wasShared: z.boolean().describe('How it was before.'),
    }),
    examples: async (factory) => [{ viewId: (await exampleView(operations, factory)).id, isShared: true }],
    undo: ({ viewId }, { wasShared }) => ({
      operation: 'views.share-view',
      input: { viewId, isShared: wasShared },
    }),
    async handle({ viewId, isShared }, context) {
      const found = await ownView(context, viewId)
      await updateView(context.tx, { ...found, is_shared: isShared })
      const wasShared = found.is_shared
      if (isShared !== wasShared)
        context.record({
          type: isShared ? 'views.view-shared' : 'views.view-unshared',
          subjectId: viewId,
          before: { isShared: wasShared },
          after: { isShared },
        })
      return { viewId, isShared, wasShared }
    },
  })
}

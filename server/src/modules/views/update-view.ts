import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { stored } from './create-view.ts'
import { exampleView, ownView } from './own-view.ts'
import { View, ViewFields } from './schema.ts'
import { checkRead } from './stored-read.ts'
import { updateView as updateRow } from './views-queries.ts'

const { name, input, layout } = ViewFields
const Changeable = z.strictObject({ name, input, layout }).partial()

export function updateView(operations: OperationsOf) {
  return operation({
    name: 'views.update-view',
    summary:
      'Changes one of your own views: its name, or what it narrows and shows. What is not named stays.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    isForPeople: true,
    isNeverHeld: true,
    input: Changeable.extend({ viewId: id('saved_view') }),
    output: z.strictObject({
      view: View,
      previous: Changeable.describe('What the changed fields were before.'),
    }),
    examples: async (factory) => [
      { viewId: (await exampleView(operations, factory)).id, name: 'Renamed', layout: {} },
    ],
    undo: ({ viewId }, { previous }) => ({ operation: 'views.update-view', input: { viewId, ...previous } }),
    async handle({ viewId, ...change }, context) {
      const found = await ownView(context, viewId)
      const next = {
        id: viewId,
        name: change.name ?? found.name,
        input: change.input ?? found.input,
        layout: change.layout ? stored(change.layout) : found.layout,
        is_shared: found.is_shared,
      }
      await checkRead(operations, { operation: found.operation, input: next.input }, context)
      await updateRow(context.tx, next)
      const previous = {
        ...(change.name !== undefined && { name: found.name }),
        ...(change.input && { input: found.input }),
        ...(change.layout && { layout: found.layout }),
      }
      context.record({ type: 'views.view-updated', subjectId: viewId, before: previous, after: change })
      const { is_shared: isShared, ...fields } = next
      return {
        view: { ...fields, operation: found.operation, isShared, isOwn: true, isOpen: true },
        previous,
      }
    },
  })
}

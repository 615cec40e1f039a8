import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { tooManyViews } from './problems.ts'
import { View, ViewFields } from './schema.ts'
import { checkRead } from './stored-read.ts'
import { countViews, insertView } from './views-queries.ts'

const VIEWS_MAX = 200

export function createView(operations: OperationsOf) {
  return operation({
    name: 'views.create-view',
    summary: 'Keeps a read under a name, for yourself: which list, narrowed and sorted how.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    isForPeople: true,
    isNeverHeld: true,
    input: z.strictObject({ ...ViewFields, layout: ViewFields.layout.default({}) }),
    output: View,
    examples: async () => [
      {
        name: `Launched ${newId('saved_view').slice(-6)}`,
        operation: 'businesses.list-businesses',
        input: { stage: 'launched', sort: 'updated', descending: true },
        layout: { groupBy: 'category' },
      },
    ],
    undo: (_input, { id: viewId }) => ({ operation: 'views.delete-view', input: { viewId } }),
    async handle(given, context) {
      const { tx, access, record } = context
      const { studioId, personId } = present(access, 'somebody signed in')
      const owner = present(personId, 'a view is a person’s')
      await checkRead(operations, given, context)
      if ((await countViews(tx, { personId: owner })) >= VIEWS_MAX) throw tooManyViews(VIEWS_MAX)
      const id = newId('saved_view')
      const { name, operation: read, input, layout } = given
      await insertView(tx, {
        id,
        studio_id: studioId,
        person_id: owner,
        name,
        operation: read,
        input,
        layout: stored(layout),
      })
      record({ type: 'views.view-created', subjectId: id, after: given })
      return { id, ...given, isShared: false, isOwn: true, isOpen: true }
    },
  })
}

/** Without what was left out, as JSON keeps it. */
export function stored({ groupBy, columns }: z.output<typeof ViewFields.layout>) {
  return { ...(groupBy !== undefined && { groupBy }), ...(columns && { columns }) }
}
